import type { ParseError } from '../shell/parse-error';
import type { Code } from './code';
import type { ProcessHost, Step } from './host';
import type { Activity, ShellFrame, ShellMachine, ShellStreams, StreamTarget } from './process';

/** A shell at work, as its builtins, its words and its instructions use it: the machine is open for change. */
export interface OpenShell {
  readonly m: { -readonly [K in keyof ShellMachine]: ShellMachine[K] };
  readonly host: ProcessHost;
  /** How many shells stand in one another. */
  readonly depth: number;
  readonly code: Code;
  /** What stands at the names of `<(…)` while a command runs. */
  readonly pipes: Map<string, string>;
  setVariable(name: string, value: string): void;
  /** @throws when a variable may not change */
  refuseFixed(name: string): void;
  /** Complains, and ends the command, or a script. */
  fail(text: string): never;
  /** `exit`: leaves a subshell, else the shell. */
  exit(code: number): void;
  /** `return` and the end of a function. */
  returnFrom(): void;
  /** Runs a text as if it stood here (`eval`, `.`). */
  evaluate(source: string, reads: 'eval' | 'file'): void;
  /** What comes next cannot be read: says so, and goes on behind the `eval` that it stands in, or ends. */
  refuse(error: ParseError): void;
  /** Runs a program in the foreground. */
  start(argv: readonly string[], streams: ShellStreams): void;
  /** `exec`: the shell becomes the program. */
  become(argv: readonly string[], streams: ShellStreams): void;
  /** A program that waits has taken the shell's place. */
  replace(argv: readonly string[], activity: Activity): void;
  /** A command has ended; after `set -e` the shell ends with it unless its status is looked at. */
  ended(status: number, tested: boolean): void;
  /**
   * Goes one deeper: into a function, an `eval`, a file. A shell that never comes back from them runs out of its stack and ends
   * as by SIGSEGV, without its EXIT trap.
   */
  enter(frame: ShellFrame): void;
  /** The streams that hold until the construct ends. */
  redirect(streams: ShellStreams): void;
  /** Drops frames up to and including the nearest of a kind. */
  popTo(kind: ShellFrame['kind']): ShellFrame | undefined;
  /** Runs a shell inside this one, by default in the same code. */
  runInner(machine: ShellMachine, host: ProcessHost, code?: Code): Step;
  /** Runs a handler of the shell, or of a subshell, that is about to end. */
  runHandler(action: string): Step;
  write(target: StreamTarget, text: string): void;
}

/** How deep shells may stand in one another. */
export const DEEPEST_SHELL = 64;
/** How deep functions, `eval` and `.` may stand in one another: busybox's ash and bash end between 7,000 and 8,000 with a stack of 8 MB. */
export const DEEPEST_CALL = 7_500;

/** May `return` come back from it: a function, a file or a handler, but no `eval`? */
export function isReturnable(frame: ShellFrame): boolean {
  return frame.kind === 'call' || (frame.kind === 'trap' && frame.reads !== 'eval');
}
