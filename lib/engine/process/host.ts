import type { RootFiles } from '../files/root-files';
import type { HostData } from '../host';
import type { Card } from '../network/cards';
import type { Beside } from '../turn';
import type { Activity, LaunchOrder, Process, ShellMachine, Orphan } from './process';

/** Where a process stands after it was given time: ended, or waiting again. */
export type Step =
  /** `signal`: it was ended by one. */
  | { readonly kind: 'exit'; readonly code: number; readonly signal?: string }
  | { readonly kind: 'blocked'; readonly activity: Activity };

/** Why a program cannot be started; `no interpreter`: what the first line of a script names is not there. */
export type LaunchRefusal = 'not found' | 'no interpreter' | 'Permission denied' | 'Is a directory';

export type Launched =
  Step | { readonly kind: 'refused'; readonly code: number; readonly reason: LaunchRefusal };

/** Who answers over HTTP: the server's name, and the version that its image tells. */
export interface HttpServer {
  readonly name: string;
  readonly version: string;
}

/** What a web server answers; `changed`: when the page was, ms since the epoch, null for one that is no file. */
export type Served =
  | {
      readonly kind: 'page';
      readonly text: string;
      readonly from: HttpServer;
      readonly file: string;
      readonly changed: number | null;
    }
  | { readonly kind: 'missing'; readonly from: HttpServer };

/** What a request for a page led to: `silent` is something that speaks no HTTP, `lost` an address from which nothing comes back. */
export type Fetched = Served | { readonly kind: 'silent' | 'refused' | 'lost' | 'unreachable' };

/** What the simulated kernel offers a process of one container. */
export interface ProcessHost {
  readonly files: RootFiles;
  readonly now: number;
  readonly containerId: string;
  readonly hostname: string;
  /** `172.17.0.2`, `''` without a network. */
  readonly address: string;
  /** Its network cards besides `lo`. */
  cards(): readonly Card[];
  readonly kernel: string;
  /** The machine that all containers stand on. */
  readonly machine: HostData;
  processes(): readonly Process[];
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** Writes where the container's main process writes. */
  writeMain(stream: 'stdout' | 'stderr', text: string): void;
  newPid(): number;
  /** A process has become another program (`exec`): `ps` shows its words from now on. */
  becomes(pid: number, argv: readonly string[]): void;
  /** A process goes on by itself, below the main process. */
  adopt(orphan: Orphan): void;
  /** A shell has come to its end; what it remembered goes with it. */
  shellEnds(machine: ShellMachine): void;
  /** A shell that does not wait has had its share of time; a command has only so many (limits.slices). */
  giveWay(): void;
  /** Counts a program that is started; false when the command has started so many that the host has no room for one more. */
  begin(): boolean;
  /** Sends a signal to a process of the container; false when there is none with that number. */
  kill(pid: number, signal: string): boolean;
  /** Why a user may not read, write or remove what is at a path (`Permission denied`, `Read-only file system`), or null. */
  refusal(path: string, user: string, action?: 'read' | 'write' | 'remove'): string | null;
  /** Does the path lie on a file system that is mounted read-only? */
  readOnly(path: string): boolean;
  /** Has the container a capability: `CHOWN`? */
  may(capability: string): boolean;
  /** The paths at which something is mounted for the container. */
  mounts(): readonly string[];
  /** Groups that processes are in besides their own (`--group-add`). */
  groups(): readonly string[];
  /** A resource limit (`nofile`) that was asked for, the soft or the hard one; null where the engine's own holds. */
  limit(name: string, hard?: boolean): number | null;
  /** How many processors its processes may use. */
  processors(): number;
  /** May one process more begin beside those there are and `more` that are not counted yet (`--pids-limit`)? */
  mayFork(pid: number, more: number): boolean;
  /** Stands the process at a terminal (`-t`)? */
  readonly terminal: boolean;
  /** Does what it writes to its standard output reach a terminal, and no pipe? */
  readonly screen: boolean;
  /** The most bytes that the file at a path may hold, where its file system is bounded (tmpfs); else Infinity. */
  room(path: string): number;
  /** Are files below the path refused as programs (`noexec`)? */
  noExec(path: string): boolean;
  /** The address that a name has here; null when nobody knows it. */
  resolve(name: string): string | null;
  /** All addresses that the name server gives for a name. */
  addressesOf(name: string): readonly string[];
  /** The name server that is asked. */
  readonly resolver: string;
  /** Asks what listens at an address for a page. */
  fetch(address: string, port: number, path: string): Fetched;
  ping(address: string): 'answers' | 'lost' | 'unreachable';
  /** Where the output goes that is not collected, for a host that collects it. */
  readonly around?: ProcessHost | undefined;
  /** For a host whose programs let the clock run: the jobs of the shell that runs now go on beside them; null when it has stopped. */
  besides?(jobs: Beside | null): void;
  /** Starts a program from the file system. */
  launch(order: LaunchOrder, host: ProcessHost): Launched;
  /** Gives a waiting process time. */
  resume(activity: Activity, host: ProcessHost): Step;
}
