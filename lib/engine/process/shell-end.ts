/** Ends a shell from wherever it stands. */
export class ShellExit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

/** A command that cannot go on; its message has been printed. */
export class CommandFailure extends Error {
  constructor(readonly code: number) {
    super(`status ${code}`);
  }
}
