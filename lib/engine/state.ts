import type { Image, Layer, RegistryContents } from './catalogue';
import type { ContainerConfig, EndpointSettings, HostConfig, PortBinding } from './docker-json';
import type { EngineEvent } from './events';
import type { LayerFiles } from './filesystem';
import type { Network } from './network/network';
import type { Activity, LaunchOrder, Process, ShellJob, ShellMachine } from './process/process';
import type { HostPort } from './rules';
import type { AppendList } from '../kernel/append-list';
import type { SortedMap } from '../kernel/sorted-map';

/** A line that a container's main process wrote, or a part of one. `at` is virtual milliseconds since the epoch. */
export interface LogFrame {
  readonly at: number;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** What the last run of a container left behind. */
export interface LastRun {
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly exitCode: number;
  /** The reason of a start that failed, `''` otherwise. */
  readonly error: string;
  /** The kernel ended it because it took more memory than it may. */
  readonly oomKilled?: boolean;
}

/** A running container's end of a network. An address that it does not have is `''`. */
export interface Endpoint {
  /** The network's id and name. */
  readonly network: string;
  readonly name: string;
  readonly id: string;
  readonly address: string;
  /** The size of the network's block: 16 for `172.18.0.0/16`. */
  readonly bits: number;
  readonly address6: string;
  readonly bits6: number;
  readonly mac: string;
}

/** What one run of a health check found. */
export interface HealthResult {
  readonly start: number;
  readonly end: number;
  readonly exitCode: number;
  readonly output: string;
}

/** What is known of a container's health (moby container/health.go). */
export interface Health {
  readonly status: 'starting' | 'healthy' | 'unhealthy';
  readonly streak: number;
  /** The last five results, the oldest first. */
  readonly log: readonly HealthResult[];
  /** When the next check begins; while one runs, when it is given up. */
  readonly nextAt: number;
  /** The check that runs. */
  readonly probe: { readonly pid: number; readonly start: number } | null;
}

/** What exists only while a container's processes exist. */
export interface Running {
  readonly startedAt: number;
  /** When the run before this one ended; null for a first run. */
  readonly finishedAt: number | null;
  /** The main process is the first. */
  readonly processes: readonly Process[];
  /** The highest number that a process has had, where that process is gone. */
  readonly lastPid?: number;
  /** The containers that run, or ran, among its processes (`--pid container:NAME`). */
  readonly joined?: readonly string[];
  /** On the default bridge; `''` when it is not there. */
  readonly address: string;
  /** What it has on the networks that somebody made; `endpointsOf` gives all. */
  readonly endpoints: readonly Endpoint[];
  /** Ports taken on the host: `80/tcp` → where it can be reached. */
  readonly ports: Readonly<Record<string, readonly PortBinding[] | null>>;
  /** The main process has ended, and the engine does not know it yet (`exitDelay`). */
  readonly ending?: Ending;
}

/** How a main process has ended, and when the engine notices. */
export interface Ending {
  readonly at: number;
  readonly exitCode: number;
  readonly oomKilled: boolean;
  readonly noticedAt: number;
}

/** A container's state; each kind holds exactly what is true in it. */
export type ContainerState =
  | { readonly kind: 'created'; readonly last: LastRun }
  | { readonly kind: 'running'; readonly run: Running }
  /** `signals` came while the processes were frozen and are delivered when they are resumed. */
  | { readonly kind: 'paused'; readonly run: Running; readonly signals: readonly string[] }
  | { readonly kind: 'restarting'; readonly last: LastRun; readonly nextAt: number }
  | { readonly kind: 'exited'; readonly last: LastRun };

export type Mount =
  | {
      readonly kind: 'volume';
      readonly name: string;
      readonly path: string;
      readonly readonly: boolean;
      readonly anonymous: boolean;
    }
  | {
      readonly kind: 'bind';
      readonly source: string;
      readonly path: string;
      readonly readonly: boolean;
    }
  | {
      readonly kind: 'tmpfs';
      readonly path: string;
      /** As the kernel gets them: `size=64m,mode=700`. */
      readonly options: string;
      /** Asked for with `--mount`: only such are listed with a container's mounts. */
      readonly listed: boolean;
    };

export interface Container {
  /** 64 hexadecimal digits. */
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  readonly created: number;
  /** Position in the order of creation, for listings. */
  readonly ordinal: number;
  /** The image's id. */
  readonly image: string;
  readonly config: ContainerConfig;
  readonly hostConfig: HostConfig;
  readonly mounts: readonly Mount[];
  readonly state: ContainerState;
  readonly restartCount: number;
  /** A stop by hand suppresses the restart policy until the next start. */
  readonly stoppedByHand: boolean;
  /** The back-off before the next restart, in milliseconds. */
  readonly backoff: number;
  /** The networks that it is or will be on, by name, with what is asked there. Null: the one of its network mode, with nothing asked. */
  readonly networks: Readonly<Record<string, EndpointSettings>> | null;
  /** What its health check has found; null without one, and before the first start. */
  readonly health: Health | null;
}

export interface Volume {
  readonly name: string;
  readonly created: number;
  readonly anonymous: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** What was given with `--opt`; absent when nothing was. */
  readonly options?: Readonly<Record<string, string>>;
  readonly files: LayerFiles;
}

/** A process that a client has prepared with `POST /containers/{id}/exec` and may start once. */
export interface Exec {
  readonly id: string;
  readonly container: string;
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly cwd: string | null;
  readonly user: string | null;
  readonly tty: boolean;
  /** It has every capability, whatever the container may do. */
  readonly privileged?: true;
  readonly attachStdin: boolean;
  /** The process number once it is started, and its exit code once it has ended. */
  readonly pid: number | null;
  readonly exitCode: number | null;
}

/**
 * The terminal stands in front of a process of a container (`run`, `start -a`, `exec`, `attach`): what is typed goes there, as far as the command line
 * hands it on.
 */
export interface ProcessSession {
  readonly kind: 'process';
  readonly container: string;
  readonly pid: number;
  /** Whether the process has a terminal and shows a prompt. */
  readonly tty: boolean;
  readonly by: 'run' | 'start' | 'exec' | 'attach';
  /** Whether lines go to the process; with a terminal of its own (`-it`) the keys go there too. */
  readonly input: boolean;
  /** Whether the command line sends on to the container that Ctrl-C was pressed; without, only the command line ends. */
  readonly signals: boolean;
  /** Which outputs are shown. */
  readonly shows: { readonly stdout: boolean; readonly stderr: boolean };
  /** How often Ctrl-C was pressed; the third time the command line gives up. */
  readonly presses: number;
}

/**
 * The docker command line waits at the terminal: for an answer, or for what the engine has to say next (`logs -f`, `events`, `stats`, `wait`). It is run
 * again with what was typed and what has passed since.
 */
export interface CommandSession {
  readonly kind: 'command';
  readonly order: LaunchOrder;
  /** The question that stands there, and whether its answer may be seen; null: it watches. */
  readonly asks: { readonly question: string; readonly echo: boolean } | null;
  /** The answers so far. */
  readonly answers: readonly string[];
  /** How many characters of what it prints from its beginning have been shown. */
  readonly printed: { readonly stdout: number; readonly stderr: number };
  /** Up to when all has been shown of what goes on by itself; null where it is told by `printed`. */
  readonly since: number | null;
}

/** What the terminal stands in front of while a line is not done. `shell` is the learner's shell where it waits for that. */
export type Session = (ProcessSession | CommandSession) & { readonly shell?: Activity };

/** What the learner's own shell remembers from one line to the next. */
export interface HostShell {
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly exported: readonly string[];
  readonly status: number;
  /** The scripts that its functions stand in, and where each begins. */
  readonly sources: readonly string[];
  readonly functions: Readonly<Record<string, number>>;
  /** Its arrays, its aliases and the options that are on; each left out where it has none. */
  readonly arrays?: NonNullable<ShellMachine['arrays']>;
  readonly aliases?: NonNullable<ShellMachine['aliases']>;
  readonly modes?: NonNullable<ShellMachine['modes']>;
  /** What was typed so far of a command that goes on in the next line; left out otherwise. */
  readonly unfinished?: string;
  /** What runs in the background; left out when nothing does. */
  readonly jobs?: readonly ShellJob[];
}

/** What an image was built from, for whoever takes the Dockerfile for the image. */
export interface BuiltFrom {
  /** Absolute paths of the context and of the Dockerfile, and its text when it was built. */
  readonly folder: string;
  readonly dockerfile: string;
  readonly text: string;
  /** What the build asked for (`POST /build`). */
  readonly query: Readonly<Record<string, string>>;
  /** The image's id. */
  readonly image: string;
}

/** What the docker command line keeps in the learner's home folder. */
export interface Client {
  /** Registry host as `docker login` stores it → user. */
  readonly logins: Readonly<
    Record<string, { readonly username: string; readonly password: string }>
  >;
  /** Files of the home folder by absolute path. */
  readonly files: LayerFiles;
  /** Whether the command line stands on a terminal (`-t` works) or in a script. */
  readonly terminal: boolean;
  /** Left out as long as the learner's shell is as it began. */
  readonly shell?: HostShell;
  /** Left out where a built image stands alone (the rule `builtImageStandsAlone`). */
  readonly builds?: readonly BuiltFrom[];
}

/**
 * When which container does something by itself, in the order in which it is done: by time and then by creation. A container without an appointment
 * costs nothing. Only `putContainer` and `dropContainer` change it.
 */
export interface Agenda {
  /** `appointment(due, ordinal)` → container id. */
  readonly active: SortedMap<string>;
  /** The same for paused containers, whose processes stand still (a rule may think otherwise). */
  readonly frozen: SortedMap<string>;
}

/**
 * What running and paused containers hold of the host (a paused one keeps its ports), found without looking at every container.
 * Only `putContainer` and `dropContainer` change it.
 */
export interface Holdings {
  /** Address on the bridge → container id. */
  readonly addresses: SortedMap<string>;
  /** `network id/address` → container id, for the networks that somebody made. */
  readonly members: SortedMap<string>;
  /** Every address of the bridge below this one (its last 16 bits) is taken. */
  readonly lowestFree: number;
  /** `portKey(port, container id)` → what the container holds at this port of the host. */
  readonly ports: SortedMap<readonly HostPort[]>;
}

/**
 * The whole state of one simulated Docker host: JSON and sorted maps, never changed in place. What grows with use stands in sorted maps, so that
 * a change costs the same in a big sandbox; their order is that of the keys and says nothing of when an entry was made (`ordinal`, `created` do).
 */
export interface Sandbox {
  readonly seed: string;
  /** The virtual clock, milliseconds since the epoch. */
  readonly now: number;
  /** How many commands have been run; with the seed it determines the ids that the next command makes. */
  readonly commands: number;
  /** How many containers have ever been made. */
  readonly made: number;
  /** The local store, by image id. */
  readonly images: SortedMap<Image>;
  /** Images taken from the store by force while a stopped container stands on their layers, by id; only their layers are left. */
  readonly held: SortedMap<Image>;
  /** Names in the local store: `docker.io/library/nginx:latest` or `…@sha256:…` → image id. */
  readonly references: SortedMap<string>;
  /** When a name was last given to an image by hand, by image id (milliseconds). */
  readonly tagged: SortedMap<number>;
  /** Layers made here, by diff id; the catalogue holds the others. */
  readonly layers: SortedMap<Layer>;
  readonly containers: SortedMap<Container>;
  /** What main processes wrote, by container id (`keepLogs`, `logsOf`). */
  readonly logs: SortedMap<AppendList<LogFrame>>;
  /** Writable layers by key; the rule `writableLayerKey` says which key is whose. */
  readonly writable: SortedMap<LayerFiles>;
  /** Container name → id. */
  readonly names: SortedMap<string>;
  readonly volumes: SortedMap<Volume>;
  /** By id. */
  readonly networks: SortedMap<Network>;
  readonly execs: SortedMap<Exec>;
  /** What has happened, the oldest first; Docker remembers the last 256 (`eventsSoFar`). */
  readonly history: AppendList<EngineEvent>;
  /** What was pushed here, by registry host; it lies over the catalogue's contents. */
  readonly pushed: Readonly<Record<string, RegistryContents>>;
  /** When images were pulled from registries that count it, by account and host. */
  readonly pulls: SortedMap<readonly number[]>;
  readonly client: Client;
  /** Null at the host's own prompt. */
  readonly session: Session | null;
  /** When which container does something by itself. It follows from `containers` and is not stored. */
  readonly agenda: Agenda;
  /** Addresses and ports of the host that containers hold. It follows from `containers` and is not stored. */
  readonly holdings: Holdings;
}
