import { EngineError, refuse } from '../../errors';

/** Ends the reading of a Dockerfile with Docker's words. */
export function refuseLine(message: string): never {
  return refuse('invalid-parameter', message);
}

/** Does something whose refusal is told behind a prefix, as Go's errors.Wrap does: `prefix: reason`. */
export function wrapped<T>(prefix: string, read: () => T): T {
  try {
    return read();
  } catch (failure) {
    if (!(failure instanceof EngineError)) throw failure;
    throw new EngineError(failure.kind, `${prefix}: ${failure.message}`, failure.keepsChanges);
  }
}
