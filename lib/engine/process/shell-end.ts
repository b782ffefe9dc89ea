/** Ends a shell from wherever it stands. No `Error`, as every command that ends a script throws one: see EngineError. */
export class ShellExit {
  constructor(
    readonly code: number,
    /** What has killed it. */
    readonly signal?: string,
  ) {}
}

/** A command that cannot go on; its message has been printed. */
export class CommandFailure {
  constructor(readonly code: number) {}
}
