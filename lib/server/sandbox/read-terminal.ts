import 'server-only';
import type { EarlierLine, SandboxMoment } from '@/lib/quiz/terminal';
import { readJournal } from './read-journal';
import { readMoment } from './read-moment';
import { sandboxWorld } from './sandbox-world';

/** What a terminal that is opened again shows of what was typed before. */
const LINES = 100;

/** A terminal as it stands: where it was left, and the last lines that still count. */
export interface TerminalView extends SandboxMoment {
  /** What stands before every prompt of the learner's own shell. */
  readonly host: string;
  readonly earlier: readonly EarlierLine[];
}

/**
 * What a learner's terminal begins with.
 * @throws AppError as `lookAtSandbox`
 */
export async function readTerminal(learnerId: string, sandboxId: string): Promise<TerminalView> {
  const { host } = (await sandboxWorld()).catalogue;
  const [moment, journal] = await Promise.all([
    readMoment(learnerId, sandboxId),
    readJournal({ learnerId, sandboxId, last: LINES }),
  ]);
  const earlier = journal.flatMap((entry) =>
    entry.kind === 'line' && !entry.takenBack
      ? [
          {
            prompt: entry.typedAt,
            line: visible(entry.line),
            shown: entry.shown,
            elapsedMs: entry.elapsedMs,
          },
        ]
      : [],
  );
  return { ...moment, host: `${host.user.name}@${host.name}:`, earlier };
}

/** A key as a terminal shows it. */
function visible(line: string): string {
  if (line === '\u0003') return '^C';
  return /^[\u0000-\u001f]+$/.test(line) ? '' : line;
}
