import type { Result } from '../../kernel/result';
import type { Script } from './ast';
import type { ShellFlavour } from './flavour';

/** What a word needs to know of the shell that runs it. Only `assign` and `command` may change anything. */
export interface ExpansionContext {
  /** A variable, or one of `? $ ! # - 0`; undefined when unset. `1`, `2` … come from `positional`. */
  parameter(name: string): string | undefined;
  /** `$1` and the rest. */
  readonly positional: readonly string[];
  /** For `${x:=word}` and arithmetic assignments; `key`: of an element of an array. */
  assign(name: string, value: string, key?: string): void;
  /** The elements of an array by their keys; undefined for what is none. */
  array?(name: string): Elements | undefined;
  /** The names of all variables that are set. */
  names?(): readonly string[];
  /** The name of a file that holds what a script writes, for `<(…)`. */
  fileOf?(script: Script): string;
  /** The output of `$(…)`; its trailing newlines are removed here. An error ends the command with these words. */
  command(script: Script): Result<string, string>;
  /** The sorted paths that match a file pattern (quoted characters stand behind a backslash); none leaves the word. */
  glob?(pattern: string): readonly string[];
  /** The home of an account; undefined when there is none of that name. */
  homeOf?(user: string): string | undefined;
  /** Does a pattern without files go (`shopt -s nullglob`)? */
  readonly dropsPatterns?: boolean;
  /** dash has neither `${x:1}` nor `${x/a/b}`, and errors are worded by each in its own way. */
  readonly flavour: ShellFlavour;
  /** True after `set -u`: an unset parameter is an error. */
  readonly refuseUnset?: boolean;
}

/** `keyed`: the keys are texts, else numbers from 0. */
export interface Elements {
  readonly keyed?: true;
  readonly items: Readonly<Record<string, string>>;
}
