/** An expression of awk's language (POSIX awk, grammar). */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** A pattern between slashes. Alone it asks whether the record matches. */
  | { readonly kind: 'pattern'; readonly source: string }
  | Place
  | {
      readonly kind: 'assign';
      readonly operator: string;
      readonly to: Place;
      readonly value: Expression;
    }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly before: boolean; readonly to: Place }
  | { readonly kind: 'unary'; readonly operator: '!' | '-' | '+'; readonly value: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'match';
      readonly negated: boolean;
      readonly text: Expression;
      readonly pattern: Expression;
    }
  | { readonly kind: 'in'; readonly keys: readonly Expression[]; readonly array: string }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly own: boolean;
      readonly args: readonly Expression[];
    }
  | { readonly kind: 'getline'; readonly to: Place | null; readonly file: Expression | null };

/** What can be assigned to. */
export type Place =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'element'; readonly name: string; readonly keys: readonly Expression[] }
  | { readonly kind: 'field'; readonly index: Expression };

export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression }
  | {
      readonly kind: 'print';
      readonly formatted: boolean;
      readonly args: readonly Expression[];
      readonly to: { readonly operator: '>' | '>>' | '|'; readonly target: Expression } | null;
    }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly yes: Statement;
      readonly no: Statement | null;
    }
  | {
      readonly kind: 'loop';
      readonly begin: Statement | null;
      /** null: always. */
      readonly test: Expression | null;
      readonly step: Statement | null;
      readonly body: Statement;
      /** `do … while`: the body comes first. */
      readonly bodyFirst: boolean;
    }
  | {
      readonly kind: 'each';
      readonly variable: string;
      readonly array: string;
      readonly body: Statement;
    }
  | { readonly kind: 'delete'; readonly array: string; readonly keys: readonly Expression[] | null }
  | { readonly kind: 'leave'; readonly how: 'break' | 'continue' | 'next' }
  | { readonly kind: 'exit' | 'return'; readonly value: Expression | null };

/** A rule: `first`, or from `first` to `last`, and what is done; without an action the record is printed. */
export interface Rule {
  readonly when: 'BEGIN' | 'END' | 'record';
  readonly first: Expression | null;
  readonly last: Expression | null;
  readonly action: Statement | null;
}

export interface AwkFunction {
  readonly parameters: readonly string[];
  readonly body: Statement;
}

export interface AwkProgram {
  readonly rules: readonly Rule[];
  readonly functions: ReadonlyMap<string, AwkFunction>;
}
