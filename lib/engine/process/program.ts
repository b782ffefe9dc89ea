import type { ShellFlavour } from '../shell/flavour';
import type { ProcessHost } from './host';

/** How a program was called. */
export interface ProgramCall {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The whole environment in its order; `env` lacks what the shell that began it adds (PWD, SHLVL, `_`). */
  environment(): Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly user: string;
  readonly pid: number;
  /** Everything that will ever come in; null when the input stays open and silent. */
  readonly stdin: string | null;
  readonly host: ProcessHost;
  /** Whether its standard output is a terminal (isatty). */
  readonly toScreen: boolean;
  out(text: string): void;
  error(text: string): void;
  /** How many programs stand in one another. */
  readonly depth: number;
  /** Runs another program to its end, its waits taken as done; its exit code. `stdin` is what it reads, by default what this one would. */
  run(argv: readonly string[], stdin?: string): number;
}

/** What a program does after it has read its arguments. */
export type ProgramOutcome =
  | { readonly kind: 'exit'; readonly code: number }
  /** `signal`: the one that ends it. */
  | {
      readonly kind: 'sleep';
      readonly milliseconds: number;
      readonly code?: number;
      readonly signal?: string;
    }
  /** `letsGo`: it ends, and a process that it has begun, of this number, serves on. */
  | {
      readonly kind: 'serve';
      readonly server: string;
      readonly workers?: readonly number[];
      readonly letsGo?: number;
    }
  | { readonly kind: 'read' }
  /** Becomes another program (`env`, `nohup`), of another user (`su`). */
  | {
      readonly kind: 'exec';
      readonly argv: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
      readonly cwd?: string;
      readonly user?: string;
    }
  /** Becomes a shell that runs a script. */
  | {
      readonly kind: 'script';
      readonly flavour: ShellFlavour;
      readonly name: string;
      readonly source: string;
      readonly args: readonly string[];
      readonly exitOnError?: boolean;
      readonly options?: string;
      readonly interactive?: boolean;
      /** The script stands on the command line (`-c`). */
      readonly ordered?: boolean;
      /** The words of the script's first line behind `#!`. */
      readonly interpreter?: readonly string[];
    };

export type Program = (call: ProgramCall) => ProgramOutcome;

export const success: ProgramOutcome = { kind: 'exit', code: 0 };
export const failure: ProgramOutcome = { kind: 'exit', code: 1 };
