/** The shape of a parsed shell script. Plain data: it can be compared, stored and shown. */

/** A script, or the body of a compound command: what runs one after another. */
export interface Script {
  readonly kind: 'script';
  readonly items: readonly ScriptItem[];
}

/** One entry between `;`, `&` or newlines. */
export interface ScriptItem {
  readonly list: AndOrList;
  /** Ended by `&`. */
  readonly background: boolean;
}

/** `a && b || c`, from left to right with equal precedence. */
export interface AndOrList {
  readonly first: Pipeline;
  readonly rest: readonly { readonly operator: '&&' | '||'; readonly pipeline: Pipeline }[];
}

/** `a | b | c`; `negated` by a leading `!`. */
export interface Pipeline {
  readonly negated: boolean;
  /** Behind the word `time`: how long it takes is told. */
  readonly timed?: true;
  readonly commands: readonly Command[];
}

export type Command =
  | SimpleCommand
  | CompoundCommand
  | { readonly kind: 'function'; readonly name: string; readonly body: CompoundCommand };

/** `A=1 B=2 name arguments > file`. Without words the assignments stay in the shell. */
export interface SimpleCommand {
  readonly kind: 'simple';
  readonly assignments: readonly { readonly name: string; readonly value: Word }[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
}

export type CompoundCommand = { readonly redirections: readonly Redirection[] } & (
  | { readonly kind: 'subshell'; readonly body: Script }
  | { readonly kind: 'group'; readonly body: Script }
  | {
      readonly kind: 'if';
      /** `if` and each `elif`. */
      readonly branches: readonly { readonly condition: Script; readonly body: Script }[];
      readonly otherwise: Script | null;
    }
  | {
      readonly kind: 'loop';
      readonly until: boolean;
      readonly condition: Script;
      readonly body: Script;
    }
  /** `words` is null for `for x; do`, which goes over the positional parameters. */
  | {
      readonly kind: 'for';
      readonly variable: string;
      readonly words: readonly Word[] | null;
      readonly body: Script;
    }
  | {
      readonly kind: 'case';
      readonly subject: Word;
      readonly arms: readonly { readonly patterns: readonly Word[]; readonly body: Script }[];
    }
);

/** `2>&1` is `{ fd: 2, operator: '>&', target: '1' }`; without a number `fd` is 1 for output and 0 for input. */
export type Redirection =
  | {
      readonly operator: '>' | '>>' | '>|' | '<' | '<>' | '>&' | '<&';
      readonly fd: number;
      readonly target: Word;
    }
  /** `<<END`: the lines up to END as a word, whose parameters are expanded unless END was quoted. */
  | { readonly operator: '<<'; readonly fd: number; readonly content: Word };

/** The pieces of a word that stand side by side: `a"$b"'c'` has three. */
export interface Word {
  readonly parts: readonly WordPart[];
}

/** `quoted` pieces are neither split into fields nor read as file patterns. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: 'parameter';
      /** A variable, a digit, or one of `? $ ! # @ * - 0`. */
      readonly name: string;
      readonly operation: ParameterOperation | null;
      readonly quoted: boolean;
    }
  | { readonly kind: 'command'; readonly script: Script; readonly quoted: boolean }
  | { readonly kind: 'arithmetic'; readonly expression: Word; readonly quoted: boolean };

/** `${x:-word}` and its kin. `whenEmpty` is the colon: an empty value counts as unset. */
export type ParameterOperation =
  | { readonly kind: 'length' }
  | {
      readonly kind: 'default' | 'assign' | 'alternative' | 'error';
      readonly whenEmpty: boolean;
      readonly word: Word;
    }
  | {
      readonly kind: 'trim-prefix' | 'trim-suffix';
      readonly longest: boolean;
      readonly pattern: Word;
    }
  /** `${x:1:2}`; both are arithmetic. dash has neither this nor the next. */
  | { readonly kind: 'slice'; readonly offset: Word; readonly length: Word | null }
  /** `${x/a/b}`, `${x//a/b}` */
  | {
      readonly kind: 'replace';
      readonly all: boolean;
      readonly pattern: Word;
      readonly replacement: Word;
    };
