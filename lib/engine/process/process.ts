import type { ShellMachine } from './shell-machine';

/** What a process is doing, as data: the discrete-event simulation resumes it from here. */
export type Activity =
  /** Does nothing until the clock reaches `until`, then exits 0. */
  | { readonly kind: 'sleeping'; readonly until: number }
  /** A server: runs until a signal it handles ends it. */
  | { readonly kind: 'serving'; readonly server: string }
  /** Reads a standard input that stays open and silent (`-i` without a terminal's keyboard). */
  | { readonly kind: 'reading' }
  | { readonly kind: 'shell'; readonly machine: ShellMachine };

/** One process of a container. */
export interface Process {
  /** The number inside the container; the main process is 1. */
  readonly pid: number;
  /** The number that the host sees. */
  readonly hostPid: number;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly user: string;
  readonly startedAt: number;
  readonly activity: Activity;
  /** Where its output goes: the container's log, or nowhere (`exec -d`). */
  readonly output: 'log' | 'none';
}
