import type { Elements } from '../shell/expansion-context';
import type { ShellFlavour } from '../shell/flavour';

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
  readonly umask?: number;
  /** The shell that begins it, which has variables of its own to hand on; none for what the runtime begins. */
  readonly shell?: ShellFlavour;
  /** It takes the shell's place: by `exec`, or as the last of a script. */
  readonly inPlace?: 'exec' | 'last' | null;
  /** It runs in the background, where nobody answers and nobody waits for it. */
  readonly background?: true;
  /** When it is told to end (`timeout`), and by which signal. */
  readonly deadline?: { readonly at: number; readonly signal: string };
}

/** What a process is doing, as data: the discrete-event simulation resumes it from here. */
export type Activity =
  /** Does nothing until the clock reaches `until`, then exits with `code`, 0 by default. */
  | {
      readonly kind: 'sleeping';
      readonly until: number;
      readonly code?: number;
      /** What has ended it. */
      readonly signal?: string;
    }
  /** A server: runs until a signal it handles ends it. */
  | {
      readonly kind: 'serving';
      readonly server: string;
      /** The numbers of the processes that do the work for it. */
      readonly workers?: readonly number[];
    }
  /** Reads a standard input that stays open: `order` runs it again with what was typed (`given`); without, nothing that is typed reaches it. */
  | { readonly kind: 'reading'; readonly order?: LaunchOrder; readonly given?: string }
  | { readonly kind: 'shell'; readonly machine: ShellMachine }
  /** It has ended, and nobody has asked how: only its name and its number are left. */
  | { readonly kind: 'zombie' }
  /** A shell that waits for a line to be typed. */
  | { readonly kind: 'prompt'; readonly machine: ShellMachine }
  /** The docker command line in front of the learner's terminal, as the sandbox's session tells of it; in the background, `order` runs it again. */
  | {
      readonly kind: 'in-front';
      readonly order?: LaunchOrder;
      readonly printed?: { readonly stdout: number; readonly stderr: number };
      /** Its place among those that a script has left in the background. */
      readonly job?: number;
    };

/** One process of a container. */
export interface Process {
  /** The number inside the container; the main process is 1, or its child when `--init` is. */
  readonly pid: number;
  /** The number that the host sees. */
  readonly hostPid: number;
  /** Whether signals without a handler are ignored, as the kernel does for process 1 of a namespace. */
  readonly isInit: boolean;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly user: string;
  readonly startedAt: number;
  readonly activity: Activity;
  /** Where its output goes: the container's log, or the client that started it. */
  readonly output: 'log' | 'client';
  /** The id of the exec that began it; none: the main process, or an orphan. */
  readonly exec?: string;
  /** The number of the main process where it is not the first of its namespace (`--pid`). */
  readonly inside?: number;
  /** The process begun from outside whose output an orphan still holds. */
  readonly voice?: number;
  /** It has every capability, whatever the container may do (`exec --privileged`). */
  readonly privileged?: true;
}

/** What is told of a process that goes on when who began it has ended, or has let go of it. */
export type Orphan = Pick<Process, 'pid' | 'argv' | 'env' | 'cwd' | 'user' | 'activity'> & {
  /** Neither of its outputs leads to who began it. */
  readonly silent: boolean;
};

/** A place to return to, or something to undo, when a construct ends. */
export type ShellFrame =
  | {
      readonly kind: 'call';
      readonly returnTo: number;
      readonly positional: readonly string[];
      /** The function's name. */
      readonly name: string;
      /** What the variables that are `local` were before; null: unset. */
      readonly outer?: Readonly<Record<string, string | null>>;
      /** The same of arrays. */
      readonly outerArrays?: Readonly<Record<string, Elements | null>>;
    }
  /** `reads`: what is read is the text of an `eval`, or a file. */
  | {
      readonly kind: 'trap';
      readonly returnTo: number;
      readonly status: number;
      readonly reads?: 'eval' | 'file';
    }
  | { readonly kind: 'time'; readonly since: number }
  | { readonly kind: 'for'; readonly items: readonly string[]; readonly next: number }
  /** A `while` or a `for ((…))`, and what its body has ended with. */
  | { readonly kind: 'loop'; readonly status: number }
  /** The streams `before` a redirection, and `within` as it has begun. */
  | { readonly kind: 'redirect'; readonly before: ShellStreams; readonly within: ShellStreams }
  | ({ readonly kind: 'subshell'; readonly leave: number } & SubshellState);

/** What a subshell may change and its shell keeps. */
type SubshellState = Pick<
  ShellMachine,
  | 'streams'
  | 'variables'
  | 'cwd'
  | 'traps'
  | 'functions'
  | 'positional'
  | 'options'
  | 'exitOnError'
  | 'exported'
> & {
  readonly [K in 'arrays' | 'umask' | 'modes' | 'fixed' | 'traits' | 'aliases']:
    ShellMachine[K] | undefined;
};

/** Where the two outputs go and where input comes from. */
export interface ShellStreams {
  readonly stdout: StreamTarget;
  readonly stderr: StreamTarget;
  /** null: an open input that stays silent. */
  readonly stdin: string | null;
  /** The descriptor that the input is a copy of: what is read of the one is read of the other. */
  readonly from?: number;
  /** What else is open, by the number of its descriptor, from 3. */
  readonly others?: Readonly<Record<number, Descriptor>>;
}

/** What an open descriptor leads to: an output, or what is left of an input. */
export type Descriptor = StreamTarget | { readonly kind: 'input'; readonly text: string | null };

export type StreamTarget =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'stderr' }
  | { readonly kind: 'null' }
  /** No output at all (`>&-`). */
  | { readonly kind: 'closed' }
  /** An output of the shell around one whose output is collected. */
  | { readonly kind: 'outer'; readonly of: StreamTarget }
  /** `/dev/full`: no room for anything. */
  | { readonly kind: 'full' }
  /** The output of the container's main process, reached as `/proc/1/fd/1`. */
  | { readonly kind: 'main'; readonly stream: 'stdout' | 'stderr' }
  | { readonly kind: 'file'; readonly path: string };

/** A background job; `activity` is null when it has ended. */
export interface ShellJob {
  readonly pid: number;
  readonly activity: Activity | null;
  readonly status: number;
  /** The signal that has ended it. */
  readonly signal?: string;
  /** Its end has been told, or nobody asks for it any more (`disown`): it is no job for `jobs`, `%1` and `wait -n`. */
  readonly listed?: true;
  /** Its number and its words, which only bash remembers. */
  readonly told?: { readonly number: number; readonly text: string };
}

export type { ShellFlavour } from '../shell/flavour';

/** A shell between two steps: which scripts, where in them, and what it remembers. Plain data. */
export interface ShellMachine {
  readonly flavour: ShellFlavour;
  /** The script, then the trap and eval scripts met so far; they are compiled as one. */
  readonly sources: readonly string[];
  /** The index of the next instruction, and where this shell ends (a background job ends before its script does). */
  readonly at: number;
  readonly end: number | null;
  readonly name: string;
  readonly pid: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly exported: readonly string[];
  readonly positional: readonly string[];
  readonly cwd: string;
  readonly user: string;
  readonly status: number;
  readonly traps: Readonly<Record<string, string>>;
  /** Signals caught and not yet handled. */
  readonly pending: readonly string[];
  readonly frames: readonly ShellFrame[];
  readonly functions: Readonly<Record<string, number>>;
  readonly streams: ShellStreams;
  /** The foreground program that it waits for. */
  readonly child: Activity | null;
  /** What `child` is, as `ps` shows it. */
  readonly childOf: {
    readonly pid: number;
    readonly argv: readonly string[];
    readonly startedAt: number;
    /** Neither of its outputs leads to who began the shell. */
    readonly silent?: true;
  } | null;
  readonly jobs: readonly ShellJob[];
  /** Waits for these jobs, for all or for the next that ends (`any`). */
  readonly waiting: readonly number[] | 'all' | 'any' | null;
  readonly exitOnError: boolean;
  /** The other letters that are set: `u` refuses unset parameters, `x` shows what runs. */
  readonly options: string;
  /** Lines are typed to it: at the end of one it waits for the next. */
  readonly interactive: boolean;
  /** The line of the script that runs, from 1. */
  readonly line: number;
  /** The command that it runs, as it is written; only bash remembers it. */
  readonly running?: string;
  /** Its script stands on the command line (`-c`). */
  readonly ordered: boolean;
  /** The words in front of its script's path, where the script's first line names them (`#!/bin/sh -e`): its process shows them. */
  readonly interpreter?: readonly string[];
  /** The statuses of the last pipeline (PIPESTATUS), until another command has ended. */
  readonly statuses?: readonly number[];
  /** What new files are not allowed, where it is not 022. */
  readonly umask?: number;
  /** Variables that are arrays. */
  readonly arrays?: Readonly<Record<string, Elements>>;
  /** What `alias` has told it. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Options that have no letter and are on: `pipefail`, `nullglob`. */
  readonly modes?: readonly string[];
  /** What `declare` has made of variables: `i` calculates what is assigned, `u` and `l` change its letters. */
  readonly traits?: Readonly<Record<string, string>>;
  /** How many substitutions stand around it, which bash shows after `set -x`. */
  readonly level?: number;
  /** Variables that may not change (`readonly`). */
  readonly fixed?: readonly string[];
  /** What was typed so far of a command that goes on in the next line. */
  readonly unfinished?: string;
  /** It runs a job in the background. */
  readonly background?: true;
  /** The number that `$$` tells: of the shell that it is a part of. */
  readonly shellPid?: number;
  /** The folders of `pushd`, without the one it is in. */
  readonly folders?: readonly string[];
  /** Its number is that of a process of its own, not of the shell that it is a part of. */
  readonly ownNumber?: boolean;
  /** It is a part of a shell that lines are typed to. */
  readonly typed?: true;
  /** A busy loop gives way and goes on at this moment. */
  readonly resumeAt: number | null;
}

/** When an activity next does something by itself; Infinity when nothing but a signal moves it. */
export function dueAt(activity: Activity): number {
  switch (activity.kind) {
    case 'sleeping':
      return activity.until;
    case 'serving':
    case 'reading':
    case 'prompt':
    case 'zombie':
    case 'in-front':
      return Infinity;
    case 'shell': {
      const { machine } = activity;
      let due = machine.resumeAt ?? Infinity;
      if (machine.child) due = Math.min(due, dueAt(machine.child));
      for (const job of machine.jobs) if (job.activity) due = Math.min(due, dueAt(job.activity));
      return due;
    }
  }
}
