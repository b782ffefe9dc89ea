import 'server-only';
import type { ApiRequest, CommandRun, Sandbox } from '@/lib/engine';

/** What a replay does again. `wait`: milliseconds of the host's clock that passed before it. */
export type JournalInput =
  | {
      readonly kind: 'line';
      readonly line: string;
      /** What a pipe or a file gave it; null: somebody sat at the terminal. */
      readonly stdin: string | null;
      readonly wait: number;
    }
  | { readonly kind: 'request'; readonly request: ApiRequest; readonly wait: number }
  | { readonly kind: 'wait'; readonly wait: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'reset' };

/** An entry as a step hands it over: what was done and the API requests that it sent, as they may be seen. */
export interface JournalRecord {
  readonly input: JournalInput;
  readonly requests: CommandRun['requests'];
}

/** What a step has decided. */
export interface Step<T> {
  readonly sandbox: Sandbox;
  readonly entry: JournalRecord;
  /** Goes into the journal as JSON, and is what a repeat of the command gets. */
  readonly result: T;
}

/** What the entry says by which a sandbox was brought to another version of the engine; its input is the time that had passed. */
export interface CarriedOver {
  /** The version of the engine that had made it. */
  readonly carriedOver: string;
  /** How many earlier entries are answered differently now, and the first of them; `''` where what was typed may not be told. */
  readonly differing: number;
  readonly named: readonly { readonly position: number; readonly line: string }[];
}
