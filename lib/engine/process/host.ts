import type { RootFiles } from '../files/root-files';
import type { Activity, Process, ShellStreams } from './process';

/** Where a process stands after it was given time: ended, or waiting again. */
export type Step =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'blocked'; readonly activity: Activity };

/** A program to be started. */
export interface LaunchOrder {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly user: string;
  readonly pid: number;
  readonly streams: ShellStreams;
  /** How many shells stand in one another. */
  readonly depth: number;
}

/** Why a program cannot be started. */
export type LaunchRefusal = 'not found' | 'Permission denied' | 'Is a directory';

export type Launched =
  Step | { readonly kind: 'refused'; readonly code: number; readonly reason: LaunchRefusal };

/** What the simulated kernel offers a process of one container. */
export interface ProcessHost {
  readonly files: RootFiles;
  readonly now: number;
  readonly containerId: string;
  readonly hostname: string;
  /** `172.17.0.2`, `''` without a network. */
  readonly address: string;
  readonly kernel: string;
  processes(): readonly Process[];
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** Writes where the container's main process writes. */
  writeMain(stream: 'stdout' | 'stderr', text: string): void;
  newPid(): number;
  /** Sends a signal to a process of the container; false when there is none with that number. */
  kill(pid: number, signal: string): boolean;
  /** Why a path may not be written by a user (`Permission denied`, `Read-only file system`), or null. */
  refusal(path: string, user: string): string | null;
  /** A port that something in the container listens on; the page it serves, or null. */
  fetch(host: string, port: number, path: string): string | null;
  /** Starts a program from the file system. */
  launch(order: LaunchOrder, host: ProcessHost): Launched;
  /** Gives a waiting process time. */
  resume(activity: Activity, host: ProcessHost): Step;
}
