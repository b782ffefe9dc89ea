/** A value of JSON. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A request to the Docker Engine API 1.50, its path without the version. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** For example `/containers/json`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A piece of a stream; `at` is virtual milliseconds since the epoch. */
export interface Frame {
  readonly at: number;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** What a door must follow as the clock moves: nothing of it has been resolved yet. */
export type Subscription =
  /** Ends with `{ StatusCode }` when the container ends, is not running, or is removed. */
  | {
      readonly kind: 'wait';
      readonly container: string;
      readonly condition: 'not-running' | 'next-exit' | 'removed';
    }
  /** The output of the main process from now on, until it ends. */
  | { readonly kind: 'attach'; readonly container: string }
  /** The output of an exec'd process; `code` and `frames` when it has ended already. */
  | { readonly kind: 'exec'; readonly container: string; readonly pid: number }
  /** A container was asked to end and has not yet: the request is sent again as the second half when it has, or at `until` (`WAIT_HALF`). */
  | { readonly kind: 'stop'; readonly container: string; readonly until: number }
  /** What the container writes after what has been sent. */
  | { readonly kind: 'logs'; readonly container: string };

export type ApiBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'text'; readonly text: string }
  /** Output of processes. */
  | { readonly kind: 'frames'; readonly frames: readonly Frame[] }
  /** One JSON message after another, as pull and push send them; `moments`: when each was told, on the sandbox's clock, where time passed meanwhile. */
  | {
      readonly kind: 'messages';
      readonly messages: readonly unknown[];
      readonly moments?: readonly number[];
    }
  | {
      readonly kind: 'subscription';
      readonly subscription: Subscription;
      readonly frames?: readonly Frame[];
    };

/** An answer of the Docker Engine API. An error is `{ message }` with Docker's own words. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: ApiBody;
}

/** A request as the journal keeps it. */
export interface JournalEntry {
  readonly now: number;
  readonly request: ApiRequest;
  readonly status: number;
}
