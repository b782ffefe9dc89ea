/** The terminal contract: what a terminal in a page is given and what it asks for. The terminal knows no address and no database. */
import type { Result } from '../kernel/result';
import type { Picture } from '../stage/picture';
import type { PracticeFailure } from './practice';

/** What a line came to. */
export interface TerminalOutcome {
  /** Of the sandbox after it. */
  readonly version: number;
  /** Both outputs in the order in which they are seen. */
  readonly shown: string;
  readonly exitCode: number;
  /** What stands before the next line, and whether that may be seen while it is typed. */
  readonly prompt: string;
  readonly echo: boolean;
  /** On the host's clock, in milliseconds. */
  readonly elapsedMs: number;
  /** How `shown` comes on the screen; left out or empty: all at once. */
  readonly paced?: readonly PacedPiece[];
}

/** A piece of an output, and how long before it nothing comes, in milliseconds: text, or messages about layers, each drawn over the one before. */
export type PacedPiece =
  | { readonly kind: 'text'; readonly pause: number; readonly text: string }
  | { readonly kind: 'messages'; readonly pause: number; readonly messages: readonly unknown[] };

/** What could stand at the cursor: every candidate begins with `word`, which is there already. */
export interface Completion {
  readonly candidates: readonly string[];
  readonly word: string;
}

/** Where a terminal stands after something that is no line. */
export interface Standing {
  readonly prompt: string;
  readonly echo: boolean;
}

/** Where a sandbox stands: for the stage, and for the terminal after a reset. */
export interface SandboxMoment extends Standing {
  readonly version: number;
  readonly picture: Picture;
}

/** What a terminal asks of whoever runs its lines. A line may be sent again under its key when no answer came. */
export interface TerminalBackend {
  readonly run: (
    line: string,
    commandKey: string,
  ) => Promise<Result<TerminalOutcome, PracticeFailure>>;
  readonly complete: (text: string, cursor: number) => Promise<Result<Completion, PracticeFailure>>;
}

/** An entry of an earlier visit, as the screen shows it again. */
export interface EarlierLine {
  readonly prompt: string;
  /** `''` where it was typed unseen. */
  readonly line: string;
  readonly shown: string;
  readonly elapsedMs: number;
}

/** A key with which the learner's own docker command line reaches the sandbox, as a list tells of it. */
export interface KeyRow {
  readonly id: string;
  /** Its first characters. */
  readonly hint: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** A link by which anybody may read a run; its id is the end of its address. */
export interface LinkRow {
  readonly id: string;
  readonly createdAt: string;
}

/** What can be done about links, and about keys. */
export type GrantAct =
  { readonly act: 'list' | 'make' } | { readonly act: 'revoke'; readonly id: string };

/** The keys that work. */
export interface KeyList {
  readonly rows: readonly KeyRow[];
  /** The one that was just made: it is never told again. */
  readonly made: string | null;
  /** Where the docker command line finds the engine, `tcp://127.0.0.1:2375`; null: nobody listens. */
  readonly door: string | null;
}

export interface LinkList {
  readonly rows: readonly LinkRow[];
}

/** What the page of a sandbox asks for beside its terminal. */
export interface SandboxApi extends TerminalBackend {
  readonly moment: () => Promise<Result<SandboxMoment, PracticeFailure>>;
  readonly reset: (commandKey: string) => Promise<Result<Standing, PracticeFailure>>;
  readonly undo: (commandKey: string) => Promise<Result<Standing, PracticeFailure>>;
  readonly links: (act: GrantAct) => Promise<Result<LinkList, PracticeFailure>>;
  readonly keys: (act: GrantAct) => Promise<Result<KeyList, PracticeFailure>>;
}
