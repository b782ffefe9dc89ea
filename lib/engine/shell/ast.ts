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
  /** What is sent into the background, as it is written. */
  readonly text?: string;
}

/** `a && b || c`, from left to right with equal precedence. */
export interface AndOrList {
  readonly first: Pipeline;
  readonly rest: readonly { readonly operator: '&&' | '||'; readonly pipeline: Pipeline }[];
}

/** `a | b | c`; `negated` by a leading `!`. */
export interface Pipeline {
  readonly negated: boolean;
  /** Behind the word `time`: how long it takes is told; `posix` behind `time -p`. */
  readonly timed?: 'own' | 'posix';
  readonly commands: readonly Command[];
}

export type Command =
  | SimpleCommand
  | CompoundCommand
  /** `text`: its body as it is written. */
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly body: Command;
      readonly text: string;
    };

/** `name=value`, `name[subscript]=value`, `name=(items)`; `append` is `+=`. Only bash has more than the first. */
export interface Assignment {
  readonly name: string;
  readonly value: Word;
  readonly append?: true;
  readonly subscript?: Word;
  readonly items?: readonly ArrayItem[];
  /** As it is written, where a function is parsed to be shown. */
  readonly source?: string;
}

/** `value` or `[subscript]=value` of a list. */
export interface ArrayItem {
  readonly subscript: Word | null;
  readonly value: Word;
}

/** `A=1 B=2 name arguments > file`. Without words the assignments stay in the shell. */
export interface SimpleCommand {
  readonly kind: 'simple';
  /** The line that it begins in, from 1. */
  readonly line: number;
  /** The command as it is written. */
  readonly text: string;
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  /** The lists among the words of `declare` and its kin. */
  readonly declared?: readonly Assignment[];
  readonly redirections: readonly Redirection[];
}

/** What stands between `[[` and `]]`. */
export type Condition =
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Word }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Word;
      readonly right: Word;
    };

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
      /** What stands in front of its body, where the shell shows it. */
      readonly text?: string;
      /** `select` asks which of the words it is. */
      readonly asks?: true;
    }
  /** `for ((begin; test; step))` */
  | {
      readonly kind: 'counting';
      readonly begin: Word;
      readonly test: Word;
      readonly step: Word;
      readonly body: Script;
    }
  | {
      readonly kind: 'case';
      readonly subject: Word;
      readonly arms: readonly CaseArm[];
      readonly text?: string;
    }
  /** `[[ … ]]` */
  | { readonly kind: 'condition'; readonly condition: Condition; readonly text?: string }
  /** `(( … ))` */
  | { readonly kind: 'arithmetic'; readonly expression: Word; readonly text?: string }
);

/** `then`: what follows the body. `;;` ends the command, `;&` goes on with the next body, `;;&` looks at the next patterns. */
export interface CaseArm {
  readonly patterns: readonly Word[];
  readonly body: Script;
  readonly then: ';;' | ';&' | ';;&';
}

/** `2>&1` is `{ fd: 2, operator: '>&', target: '1' }`; without a number `fd` is 1 for output and 0 for input. */
export type Redirection =
  | {
      readonly operator: '>' | '>>' | '>|' | '<' | '<>' | '>&' | '<&';
      readonly fd: number;
      readonly target: Word;
    }
  /** `<<END`: the lines up to END as a word, whose parameters are expanded unless END was quoted; `open` where END never came. */
  | {
      readonly operator: '<<';
      readonly fd: number;
      readonly content: Word;
      readonly open?: { readonly line: number; readonly last: number; readonly delimiter: string };
      /** As it is written, where a function is parsed to be shown. */
      readonly written?: {
        readonly operator: string;
        readonly shown: string;
        readonly delimiter: string;
        readonly text: string;
      };
    };

/** The pieces of a word that stand side by side: `a"$b"'c'` has three. */
export interface Word {
  readonly parts: readonly WordPart[];
  /** It may hold `{a,b}` or `{1..3}`, which bash makes several words of. */
  readonly braces?: true;
  /** `name=value` behind `export` and its kin: one field, whatever is in it. */
  readonly whole?: true;
  /** As it is written, where a function is parsed to be shown. */
  readonly source?: string;
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
      /** `${a[1]}`; `@` and `*` are words like any other. */
      readonly subscript?: Word;
      /** `${!name}` */
      readonly indirect?: true;
    }
  /** `<(…)`: the name of a file that holds what the script writes. */
  | { readonly kind: 'process'; readonly script: Script; readonly quoted: boolean }
  | { readonly kind: 'command'; readonly script: Script; readonly quoted: boolean }
  | { readonly kind: 'arithmetic'; readonly expression: Word; readonly quoted: boolean };

/** `${x:-word}` and its kin. `whenEmpty` is the colon: an empty value counts as unset. */
export type ParameterOperation =
  | { readonly kind: 'length' }
  /** What is no operation; bash and dash say so when they come to it. */
  | { readonly kind: 'bad'; readonly text: string }
  /** `${x^}`, `${x^^}`, `${x,}`, `${x,,}`; only of bash. */
  | { readonly kind: 'case'; readonly upper: boolean; readonly all: boolean }
  /** `${x@Q}` */
  | { readonly kind: 'quote' }
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
  /** `${x/a/b}`, `${x//a/b}`, `${x/#a/b}`, `${x/%a/b}` */
  | {
      readonly kind: 'replace';
      readonly all: boolean;
      readonly anchor: 'start' | 'end' | null;
      readonly pattern: Word;
      readonly replacement: Word;
    };
