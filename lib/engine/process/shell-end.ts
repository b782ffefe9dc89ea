import type { Activity } from './process';

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

/** `exec` has replaced the shell by a program that goes on. */
export class Replaced extends Error {
  constructor(readonly activity: Activity) {
    super('replaced');
  }
}
