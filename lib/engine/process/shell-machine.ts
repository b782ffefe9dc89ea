/** A shell between two steps: which script, where in it, and what it remembers. Plain data. */
export interface ShellMachine {
  readonly source: string;
  /** The index of the next instruction of the compiled script. */
  readonly at: number;
  readonly variables: Readonly<Record<string, string>>;
  /** `$0`, `$1` … */
  readonly positional: readonly string[];
  readonly status: number;
  /** Signal name → script. */
  readonly traps: Readonly<Record<string, string>>;
  readonly loops: readonly (readonly string[])[];
}
