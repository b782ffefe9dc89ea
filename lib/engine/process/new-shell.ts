import type { OpenShell } from './open-shell';
import type { ShellFlavour, ShellMachine, ShellStreams } from './process';

/** What a new shell begins with. */
export interface ShellStart {
  readonly flavour: ShellFlavour;
  readonly name: string;
  readonly source: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly user: string;
  readonly pid: number;
  readonly streams: ShellStreams;
  readonly exitOnError?: boolean | undefined;
  readonly options?: string | undefined;
  readonly interactive?: boolean | undefined;
  readonly ordered?: boolean | undefined;
  readonly umask?: number | undefined;
  readonly interpreter?: readonly string[] | undefined;
}

/** A copy of a shell that may be changed, every member written out as in lib/engine/draft.ts. */
export function openMachine(machine: ShellMachine): OpenShell['m'] {
  const open: OpenShell['m'] = {
    flavour: machine.flavour,
    sources: machine.sources,
    at: machine.at,
    end: machine.end,
    name: machine.name,
    pid: machine.pid,
    variables: machine.variables,
    exported: machine.exported,
    positional: machine.positional,
    cwd: machine.cwd,
    user: machine.user,
    status: machine.status,
    traps: machine.traps,
    pending: machine.pending,
    frames: machine.frames,
    functions: machine.functions,
    streams: machine.streams,
    child: machine.child,
    childOf: machine.childOf,
    jobs: machine.jobs,
    waiting: machine.waiting,
    exitOnError: machine.exitOnError,
    options: machine.options,
    interactive: machine.interactive,
    resumeAt: machine.resumeAt,
    line: machine.line,
    ordered: machine.ordered,
  };
  // What most shells lack: a spread for each would take as long as all the rest.
  if (machine.background) open.background = true;
  if (machine.ownNumber) open.ownNumber = true;
  if (machine.typed) open.typed = true;
  if (machine.running !== undefined) open.running = machine.running;
  if (machine.statuses) open.statuses = machine.statuses;
  if (machine.umask !== undefined) open.umask = machine.umask;
  if (machine.interpreter !== undefined) open.interpreter = machine.interpreter;
  if (machine.arrays) open.arrays = machine.arrays;
  if (machine.aliases) open.aliases = machine.aliases;
  if (machine.modes) open.modes = machine.modes;
  if (machine.fixed) open.fixed = machine.fixed;
  if (machine.traits) open.traits = machine.traits;
  if (machine.shellPid !== undefined) open.shellPid = machine.shellPid;
  if (machine.folders) open.folders = machine.folders;
  if (machine.level !== undefined) open.level = machine.level;
  return open;
}

/** A shell before its first instruction. */
export function newShell(start: ShellStart): ShellMachine {
  const machine: OpenShell['m'] = {
    flavour: start.flavour,
    sources: [start.source],
    at: 0,
    end: null,
    name: start.name,
    pid: start.pid,
    variables: start.env,
    exported: Object.keys(start.env),
    positional: start.args,
    cwd: start.cwd,
    user: start.user,
    status: 0,
    traps: {},
    pending: [],
    frames: [],
    functions: {},
    streams: start.streams,
    child: null,
    childOf: null,
    jobs: [],
    waiting: null,
    exitOnError: start.exitOnError ?? false,
    options: start.options ?? '',
    interactive: start.interactive ?? false,
    resumeAt: null,
    line: 1,
    ordered: start.ordered ?? false,
  };
  if (start.umask !== undefined) machine.umask = start.umask;
  if (start.interpreter !== undefined) machine.interpreter = start.interpreter;
  return machine;
}
