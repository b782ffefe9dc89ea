import type { Condition, Redirection, SimpleCommand, Word } from '../shell/ast';
import type { ParseError } from '../shell/parse-error';

/** A shell script as a flat list, so that a position in it is one number and a shell can be stored between two steps. */
export type Instruction =
  | {
      readonly op: 'simple';
      readonly command: SimpleCommand;
      /** The fields of its words where they are the same in every shell. */
      readonly fields: readonly string[] | null;
      readonly tested: boolean;
    }
  | {
      readonly op: 'pipeline';
      readonly stages: readonly Range[];
      readonly tested: boolean;
      readonly next: number;
    }
  /** `text`: the words of the job where they are known beforehand. */
  | { readonly op: 'background'; readonly range: Range; readonly text: string | null }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'jump-if'; readonly success: boolean; readonly to: number }
  | { readonly op: 'negate' }
  /** `time` begins, and tells. */
  | { readonly op: 'clock' }
  | { readonly op: 'tell-time'; readonly posix: boolean }
  /** `[[ … ]]` */
  | { readonly op: 'condition'; readonly condition: Condition; readonly tested: boolean }
  /** `(( … ))`, and the parts of `for ((…))`. */
  | { readonly op: 'arithmetic'; readonly expression: Word; readonly tested: boolean }
  /** What stands here cannot be read. */
  | { readonly op: 'refuse'; readonly error: ParseError }
  | { readonly op: 'succeed' }
  | {
      readonly op: 'for-begin';
      readonly words: readonly Word[] | null;
      readonly variable: string;
      readonly exit: number;
    }
  /** `text`: as bash shows it after `set -x`. */
  | {
      readonly op: 'for-next';
      readonly variable: string;
      readonly exit: number;
      readonly text?: string;
    }
  | { readonly op: 'for-leave' }
  /** `select` shows its menu and reads; then it takes the answer, or asks again. */
  | { readonly op: 'select-ask'; readonly exit: number }
  | {
      readonly op: 'select-take';
      readonly variable: string;
      readonly exit: number;
      readonly again: number;
    }
  /** A `while` or a `for ((…))` ends with what its body has ended with last. */
  | { readonly op: 'loop-begin' | 'loop-next' | 'loop-leave' }
  /** `text`: its body as it is written. */
  | {
      readonly op: 'function';
      readonly name: string;
      readonly next: number;
      readonly text: string;
    }
  | { readonly op: 'return' }
  | {
      readonly op: 'redirect';
      readonly redirections: readonly Redirection[];
      readonly leave: number;
    }
  | { readonly op: 'restore' }
  | { readonly op: 'subshell'; readonly leave: number }
  | { readonly op: 'subshell-leave'; readonly tested: boolean }
  | {
      readonly op: 'case';
      readonly subject: Word;
      readonly arms: readonly CaseArm[];
      readonly otherwise: number;
      readonly text?: string;
    }
  | { readonly op: 'halt' };

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface CaseArm {
  readonly patterns: readonly Word[];
  readonly to: number;
}
