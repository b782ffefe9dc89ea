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
 * It is no `Error`: a refusal is an ordinary answer, and the stack of an Error costs more than the whole operation.
 */
export class EngineError {
  constructor(
    readonly kind: ErrorKind,
    readonly message: string,
    readonly keepsChanges = false,
  ) {}

  get status(): number {
    return statuses[this.kind];
  }
}

/** Ends the operation with one of Docker's own messages. */
export function refuse(kind: ErrorKind, message: string): never {
  throw new EngineError(kind, message);
}
