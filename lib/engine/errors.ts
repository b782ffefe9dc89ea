/** Why the engine refuses. The HTTP status follows from the kind, here and nowhere else (moby errdefs). */
export type ErrorKind =
  | 'invalid-parameter'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'not-implemented'
  | 'internal';

const statuses: Readonly<Record<ErrorKind, number>> = {
  'invalid-parameter': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'not-implemented': 501,
  internal: 500,
};

/**
 * A refusal on its way to the api, which turns it into an answer and drops everything the operation had begun.
 * `keep` is a change that Docker itself records although the operation failed (a failed start leaves its reason on the container).
 */
export class EngineError extends Error {
  readonly kind: ErrorKind;
  readonly keepsChanges: boolean;

  constructor(kind: ErrorKind, message: string, keepsChanges = false) {
    super(message);
    this.kind = kind;
    this.keepsChanges = keepsChanges;
  }

  get status(): number {
    return statuses[this.kind];
  }
}

/** Ends the operation with one of Docker's own messages. */
export function refuse(kind: ErrorKind, message: string): never {
  throw new EngineError(kind, message);
}
