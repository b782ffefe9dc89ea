/** The hands-on contract: what a hands-on question's screen is given and what it asks for. Every value is plain JSON, in the reader's language. */
import type { Result } from '../kernel/result';
import type { PracticeFailure } from './practice';
import type {
  EarlierLine,
  SandboxApi,
  Standing,
  TerminalBackend,
  TerminalOutcome,
} from './terminal';
import type { LabProgress } from './types';

/** A hands-on question's sandbox as a page opens it. */
export interface LabView extends Standing {
  /** Counts the entries of the sandbox's journal, whichever door they came through. */
  readonly version: number;
  /** The version with which a terminal's screen changed last: after it, only other doors were used. */
  readonly typedAt: number;
  /** What stands before every prompt of the learner's own shell. */
  readonly host: string;
  /** What was typed since the sandbox was last set up; of much, the end. */
  readonly earlier: readonly EarlierLine[];
  readonly progress: LabProgress;
  /** The hints asked for so far. */
  readonly hints: readonly string[];
  readonly restarts: number;
  /** There are keys with which the learner's own docker command line changes the sandbox. */
  readonly hasKeys: boolean;
}

/** What one more line came to. */
export interface LabStep extends TerminalOutcome {
  readonly progress: LabProgress;
}

/** The callbacks behind one hands-on question. They resolve to a refusal instead of rejecting. */
export interface LabApi extends TerminalBackend {
  /** The sandbox, made when it is opened for the first time. */
  readonly open: () => Promise<Result<LabView, PracticeFailure>>;
  /** The sandbox where it is no longer in this version; null where it is. */
  readonly follow: (version: number) => Promise<Result<LabView | null, PracticeFailure>>;
  readonly run: (line: string, commandKey: string) => Promise<Result<LabStep, PracticeFailure>>;
  /** The hint of this number, from 1, after those before it. The server notes that it was asked for. */
  readonly hint: (number: number) => Promise<Result<LabView, PracticeFailure>>;
  /** Sets the sandbox up anew. */
  readonly restart: (commandKey: string) => Promise<Result<LabView, PracticeFailure>>;
  /** Keys for the learner's own docker command line; null where nothing is stored that they could open. */
  readonly keys: SandboxApi['keys'] | null;
}
