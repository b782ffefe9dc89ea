import 'server-only';
import { elapse, runLine, typeLine, type Sandbox, type TypedRun, type World } from '@/lib/engine';
import { changeSandbox, type Step } from './change-sandbox';
import type { JournalInput } from './journal-record';
import { sandboxWorld } from './sandbox-world';
import type { StoredSandbox } from './stored-sandbox';

/** A line for the terminal of a sandbox. */
export interface CommandAsk {
  readonly sandboxId: string;
  readonly learnerId: string;
  /** A UUID: the same one again gives the stored outcome. */
  readonly commandKey: string;
  readonly line: string;
  /** What a pipe or a file gives the line; left out where somebody sits at the terminal and is asked. */
  readonly stdin?: string;
}

/** What a line printed. */
interface LineResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Both in the order in which they are seen at a terminal. */
  readonly shown: string;
  readonly exitCode: number;
  /** What stands before the next line, and whether that may be seen while it is typed. */
  readonly prompt: string;
  readonly echo: boolean;
  /** On the host's clock, in milliseconds. */
  readonly elapsedMs: number;
}

export interface CommandOutcome extends LineResult {
  /** Of its entry in the journal. */
  readonly position: number;
  readonly version: number;
  /** It had been run before: this is what came of it then. */
  readonly repeated: boolean;
}

/**
 * Runs a line in a learner's sandbox.
 * @throws AppError as `changeSandbox`
 */
export async function runCommand(ask: CommandAsk): Promise<CommandOutcome> {
  const world = await sandboxWorld();
  const { sandboxId, learnerId, commandKey, line, stdin } = ask;
  const isSame = (input: JournalInput) =>
    input.kind === 'line' && input.line === line && input.stdin === (stdin ?? null);
  const { result, ...changed } = await changeSandbox(
    { sandboxId, learnerId, commandKey, isSame },
    (state, at) => runStep(state, ask, waitedSince(at.sandbox, at.now), world),
  );
  return { ...result, ...changed };
}

/** In free play the host's clock goes on between commands; a question's stands still. */
export function waitedSince({ kind, usedAt }: StoredSandbox, now: number): number {
  return kind === 'free' ? Math.max(0, now - usedAt) : 0;
}

/** Runs a line as the journal tells of it. */
export function runStep(
  state: Sandbox,
  { line, stdin }: { readonly line: string; readonly stdin?: string | undefined },
  wait: number,
  world: World,
): Step<LineResult> {
  const waited = elapse(state, wait, world);
  const run =
    stdin === undefined ? typeLine(waited, line, world) : piped(waited, line, stdin, world);
  const { sandbox, requests, stdout, stderr, shown, exitCode, prompt, echo, elapsedMs } = run;
  return {
    sandbox,
    entry: { input: { kind: 'line', line, stdin: stdin ?? null, wait }, requests },
    result: { stdout, stderr, shown, exitCode, prompt, echo, elapsedMs },
  };
}

function piped(state: Sandbox, line: string, stdin: string, world: World): TypedRun {
  const run = runLine(state, line, world, stdin);
  return { ...run, shown: run.stdout + run.stderr };
}
