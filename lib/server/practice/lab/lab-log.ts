import 'server-only';
import { echoes, promptFor, type World } from '@/lib/engine';
import { asSeen } from '@/lib/quiz/lab-progress';
import type { LabLine } from '@/lib/quiz/practice';
import type { Prisma } from '@/lib/server/generated/client';
import type { JournalInput } from '@/lib/server/sandbox/journal-record';
import type { LineResult } from '@/lib/server/sandbox/run-step';
import type { LabShowing } from './lab-showing';

/** What a hands-on question's sandbox remembers. */
export interface LabLog {
  /** As a terminal shows it, since the sandbox was last set up. */
  readonly lines: readonly LabLine[];
  /** The same lines as they were typed. */
  readonly typed: readonly string[];
  readonly restarts: number;
  readonly prompt: string;
  readonly echo: boolean;
}

/** Reads the journal of a hands-on question's sandbox; nothing when it was never opened. */
export async function readLabLog(
  client: Prisma.TransactionClient,
  { sandboxId, start }: Pick<LabShowing, 'sandboxId' | 'start'>,
  world: World,
): Promise<LabLog> {
  const entries =
    sandboxId === null
      ? []
      : await client.sandboxJournal.findMany({
          where: { sandboxId },
          orderBy: { position: 'asc' },
          select: { kind: true, input: true, result: true },
        });
  const first = { prompt: promptFor(start, world), echo: echoes(start) };
  const kept: { readonly line: LabLine; readonly typed: string; readonly next: typeof first }[] =
    [];
  let restarts = 0;
  for (const { kind, input, result } of entries) {
    if (kind === 'reset') {
      kept.length = 0;
      restarts += 1;
    } else if (kind === 'undo') {
      kept.pop();
    } else if (kind === 'line') {
      const { line } = input as Extract<JournalInput, { kind: 'line' }>;
      const { stdout, stderr, exitCode, elapsedMs, prompt, echo, before } =
        result as unknown as LineResult;
      const command = before.echo ? asSeen(line) : '';
      kept.push({
        line: { prompt: before.prompt, command, stdout, stderr, exitCode, elapsedMs },
        typed: line,
        next: { prompt, echo },
      });
    }
  }
  return {
    lines: kept.map(({ line }) => line),
    typed: kept.map(({ typed }) => typed),
    restarts,
    ...(kept.at(-1)?.next ?? first),
  };
}
