import 'server-only';
import type { ApiRequest, CommandRun } from '@/lib/engine';

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
