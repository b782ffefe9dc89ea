import type { EngineEvent } from './events';
import type { JournalEntry } from './api/types';
import type { Sandbox } from './state';
import type { World } from './world';

/** What a command line did. */
export interface CommandRun {
  readonly sandbox: Sandbox;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The API requests that the command sent, in order. */
  readonly requests: readonly JournalEntry[];
  readonly events: readonly EngineEvent[];
  /** Virtual milliseconds from the start to the end of the command. */
  readonly elapsedMs: number;
}

/** Runs one line as typed at the learner's prompt. */
export function runLine(_sandbox: Sandbox, _line: string, _world: World): CommandRun {
  throw new Error('the command line is being built');
}
