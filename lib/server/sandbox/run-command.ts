import 'server-only';
import type { PacedPiece } from '@/lib/quiz/terminal';
import type { Sandbox } from '@/lib/engine';
import { changeSandbox, type StepMoment } from './change-sandbox';
import { isSameText } from './hide-passwords';
import type { JournalInput } from './journal-record';
import { pacedOutput } from './paced-output';
import { runStep, type LineResult } from './run-step';
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

export interface CommandOutcome extends LineResult {
  /** Of its entry in the journal. */
  readonly position: number;
  readonly version: number;
  /** It had been run before: this is what came of it then. */
  readonly repeated: boolean;
  /** How what is shown has come; empty where all of it came at once. It is not stored. */
  readonly paced: readonly PacedPiece[];
}

/**
 * Runs a line in a learner's sandbox. `watch` is told where the line leads before that is saved, and may refuse it by throwing; it may be told more than once, the last
 * time of what counts.
 * @throws AppError as `changeSandbox`; whatever `watch` throws
 */
export async function runCommand(
  ask: CommandAsk,
  watch?: (before: StepMoment, after: Sandbox) => Promise<void>,
): Promise<CommandOutcome> {
  const world = await sandboxWorld();
  const { sandboxId, learnerId, commandKey, line, stdin } = ask;
  const isSame = (input: JournalInput) =>
    input.kind === 'line' &&
    isSameText(input.line, line) &&
    (input.stdin === null) === (stdin === undefined) &&
    isSameText(input.stdin ?? '', stdin ?? '');
  let paced: readonly PacedPiece[] = [];
  const { result, ...changed } = await changeSandbox(
    { sandboxId, learnerId, commandKey, isSame },
    (state, at) => {
      const step = runStep(state, ask, waitedSince(at.sandbox, at.now), world);
      paced = pacedOutput({ ...step.result, ...step }, world);
      return watch ? watch(at, step.sandbox).then(() => step) : step;
    },
  );
  return { ...result, ...changed, paced: changed.repeated ? [] : paced };
}

/** In free play the host's clock goes on between commands; a question's stands still. */
export function waitedSince({ kind, usedAt }: StoredSandbox, now: number): number {
  return kind === 'free' ? Math.max(0, now - usedAt) : 0;
}
