import { draftContainer, inState, type Draft } from '../draft';
import { EngineError, refuse } from '../errors';
import { findExecutable } from '../process/kernel';
import { deliver } from '../process/kernel';
import type { ProcessHost, Step } from '../process/host';
import { dueAt, type Activity, type Process } from '../process/process';
import { UNDER_INIT } from '../process/process-tree';
import { signalBelow } from '../process/signal-below';
import { attachNetworks, emitNetworks } from '../network/attach';
import { linkEnvironment } from '../network/links';
import { publishPorts } from '../network/ports';
import type { Container, ContainerState, Ending, LastRun, Running } from '../state';
import { change, containerOf, emitContainer, putContainer, type Turn } from '../turn';
import { emitMounts } from '../volume/mount-events';
import { checkDevices } from './devices';
import { discard } from './discard';
import { exitDelay, launchTime } from './exit-delay';
import { isProbe, startedHealth } from './health';
import { probeOutput, settleProbe } from './health-result';
import { ContainerHost } from './process-host';
import { passingLayers, rootFiles } from './container-files';
import { makeMountPoints } from './mount-points';
import { makeBindSources } from './mounts';
import { putWritableLayer, writableKey } from './root-files';
import { resolvePath } from '../files/path';
import { memoryLimit } from './resources';
import { usageOf } from './usage';
import { findUser } from './user';

/* This file is longer than most: a start, an exit and a restart call each other and stand together. */

/** Docker's restart back-off: 100 ms, doubled each time up to a minute, begun again after ten seconds up (moby restartmanager). */
const FIRST_BACKOFF = 100;
const LONGEST_BACKOFF = 60_000;
const RESET_AFTER = 10_000;

const OCI =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ';

export function lastRunOf(container: Container): LastRun {
  const { state } = container;
  switch (state.kind) {
    case 'created':
    case 'exited':
    case 'restarting':
      return state.last;
    case 'running':
    case 'paused':
      return {
        startedAt: state.run.startedAt,
        finishedAt: state.run.finishedAt,
        exitCode: 0,
        error: '',
      };
  }
}

/** The words that run: the entry point, then the command. */
export function commandLine(container: Container): readonly string[] {
  return [...(container.config.Entrypoint ?? []), ...(container.config.Cmd ?? [])];
}

/** The environment of the main process. */
function environment(container: Container): Record<string, string> {
  const env: Record<string, string> = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOSTNAME: container.config.Hostname || container.id.slice(0, 12),
  };
  if (container.config.Tty) env['TERM'] = 'xterm';
  for (const [name, value] of pairsOf(container.config.Env ?? [])) env[name] = value;
  return env;
}

const pairs = new WeakMap<readonly string[], readonly (readonly [string, string])[]>();

/** `NAME=value` taken apart, once a list; anything else is left out. */
function pairsOf(entries: readonly string[]): readonly (readonly [string, string])[] {
  const known = pairs.get(entries);
  if (known) return known;
  const found = entries.flatMap((entry) => {
    const equals = entry.indexOf('=');
    return equals > 0 ? [[entry.slice(0, equals), entry.slice(equals + 1)] as const] : [];
  });
  pairs.set(entries, found);
  return found;
}

export function processEnvironment(
  container: Container,
  home: string,
  extra: readonly string[] = [],
): Readonly<Record<string, string>> {
  const env = environment(container);
  if (extra.length > 0) for (const [name, value] of pairsOf(extra)) env[name] = value;
  env['HOME'] ??= home;
  return env;
}

/** The simulated kernel for one process, able to signal the others. */
export function hostOf(turn: Turn, id: string, pid: number, output: 'log' | 'client'): ProcessHost {
  return new ContainerHost(turn, id, pid, output, signalFromInside);
}

/** The kernel drops what process 1 of a namespace does not handle when it comes from inside, SIGKILL too. */
function signalFromInside(turn: Turn, id: string, target: number, signal: string): boolean {
  return target === 1 && signal === 'KILL'
    ? runningOf(turn, id) !== null
    : signalProcess(turn, id, target, signal);
}

function runningOf(turn: Turn, id: string): Running | null {
  const state = turn.state.containers.get(id)?.state;
  return state?.kind === 'running' || state?.kind === 'paused' ? state.run : null;
}

/** The state of a container with other processes. */
function withProcesses(
  state: Extract<ContainerState, { readonly run: Running }>,
  processes: readonly Process[],
): ContainerState {
  const run: Draft<Running> = { ...state.run };
  run.processes = processes;
  return state.kind === 'running'
    ? { kind: 'running', run }
    : { kind: 'paused', run, signals: state.signals };
}

function putProcess(turn: Turn, id: string, process: Process): void {
  const container = containerOf(turn, id);
  const { state } = container;
  if (state.kind !== 'running' && state.kind !== 'paused') return;
  const others = state.run.processes.filter((other) => other.pid !== process.pid);
  const processes = process.pid === 1 ? [process, ...others] : [...others, process];
  putContainer(turn, inState(container, withProcesses(state, processes)));
}

/**
 * Starts a container that is not running: network, ports, process. What fails is recorded on the container, as Docker does, and ends the operation;
 * the container then stays in the state it was in.
 */
export function launchContainer(turn: Turn, id: string): void {
  try {
    begin(turn, id);
  } catch (failure) {
    if (!(failure instanceof EngineError)) throw failure;
    const container = containerOf(turn, id);
    const exitCode = /executable file not found|no such file or directory/.test(failure.message)
      ? 127
      : /permission denied/.test(failure.message)
        ? 126
        : 128;
    const last = { ...lastRunOf(container), exitCode, error: failure.message };
    const kind =
      container.state.kind === 'exited' || container.state.kind === 'restarting'
        ? 'exited'
        : 'created';
    const unlaunched: Container = {
      ...container,
      state:
        kind === 'created'
          ? { kind, last }
          : { kind, last: { ...last, finishedAt: turn.state.now } },
    };
    putContainer(turn, unlaunched);
    if (container.hostConfig.AutoRemove) discard(turn, unlaunched);
    throw new EngineError(failure.kind, failure.message, true);
  }
}

function begin(turn: Turn, id: string): void {
  const container = containerOf(turn, id);
  checkDevices(container.hostConfig);
  if (!turn.world.rules.startKeepsFiles()) putWritableLayer(turn, writableKey(turn, container), {});
  const before = lastRunOf(container);
  const user = findUser(turn, id, container.config.User ?? '');
  const cwd = resolvePath('/', container.config.WorkingDir || '/');
  const files = rootFiles(turn, id);
  if (!files.get(cwd)) files.put(cwd, { kind: 'directory' });
  makeBindSources(turn, container);
  makeMountPoints(turn, containerOf(turn, id));
  const argv = commandLine(container);
  const env = processEnvironment(container, user.home, linkEnvironment(turn.state, container));
  const check = findExecutable(argv[0] ?? '', env, cwd, hostOf(turn, id, 1, 'log'));
  if (check.kind === 'refused')
    refuse('invalid-parameter', OCI + executableRefusal(argv[0] ?? '', check.reason));
  const { address, endpoints, networks, hostname, publishes } = attachNetworks(turn, container);
  const ports = publishPorts(turn, container, publishes);
  const pid = container.hostConfig.Init ? UNDER_INIT : 1;
  const main: Process = {
    pid: 1,
    hostPid: hostPid(container, 1),
    isInit: !container.hostConfig.Init,
    argv,
    env,
    cwd,
    user: user.name,
    startedAt: turn.state.now,
    activity: { kind: 'reading' },
    output: 'log',
  };
  const run: Running = {
    startedAt: turn.state.now,
    finishedAt: before.finishedAt,
    processes: [main],
    address,
    endpoints,
    ports,
  };
  const begun = draftContainer(containerOf(turn, id));
  begun.state = { kind: 'running', run };
  begun.stoppedByHand = false;
  begun.networks = networks;
  begun.health = startedHealth(container, turn.state.now);
  if (hostname !== null) begun.config = { ...begun.config, Hostname: hostname };
  putContainer(turn, begun);
  emitMounts(turn, 'mount', container);
  emitNetworks(turn, 'connect', begun);
  emitContainer(turn, 'start', container);
  const host = hostOf(turn, id, 1, 'log');
  const stdin = standardInput(turn, container);
  const streams = { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin } as const;
  const order = { argv, env, cwd, user: user.name, pid, streams, depth: 0 };
  const launched = host.launch(order, host);
  if (launched.kind === 'blocked') {
    setActivity(turn, id, 1, launched.activity);
    if (container.hostConfig.Memory) endIfTooBig(turn, id);
  } else mainEnded(turn, id, launched.code);
}

/** A container that takes more than its memory and swap is ended by the kernel. */
function endIfTooBig(turn: Turn, id: string): void {
  const container = containerOf(turn, id);
  if (usageOf(turn, container).memory <= memoryLimit(container.hostConfig)) return;
  emitContainer(turn, 'oom', container);
  mainEnded(turn, id, 137, true);
}

/** What comes in: nothing, an open silence (`-i` while detached), or what the client gives when it attaches. */
function standardInput(turn: Turn, container: Container): string | null {
  if (!container.config.OpenStdin) return '';
  const given = turn.stdin.get(container.id);
  return given ?? null;
}

export function executableRefusal(
  word: string,
  reason: 'not found' | 'Permission denied' | 'Is a directory',
): string {
  if (reason !== 'not found') return `exec: "${word}": permission denied: unknown`;
  return word.includes('/')
    ? `exec: "${word}": stat ${word}: no such file or directory: unknown`
    : `exec: "${word}": executable file not found in $PATH: unknown`;
}

/** A number that the host could have given: stable for a container and process. */
export function hostPid(container: Container, pid: number): number {
  return 1_200 + container.ordinal * 64 + pid;
}

function setActivity(turn: Turn, id: string, pid: number, activity: Activity): void {
  const process = runningOf(turn, id)?.processes.find((candidate) => candidate.pid === pid);
  if (process) putProcess(turn, id, { ...process, activity });
}

/** Takes what a step of a process led to into the state. */
export function settleStep(turn: Turn, id: string, pid: number, step: Step): void {
  if (step.kind === 'blocked') return setActivity(turn, id, pid, step.activity);
  if (pid === 1) return mainEnded(turn, id, step.code);
  execEnded(turn, id, pid, step.code);
}

/** An exec'd process has ended. */
export function execEnded(turn: Turn, id: string, pid: number, code: number): void {
  const container = turn.state.containers.get(id);
  const run = runningOf(turn, id);
  turn.exits.set(`${id}/${pid}`, code);
  if (
    !container ||
    !run ||
    (container.state.kind !== 'running' && container.state.kind !== 'paused')
  )
    return;
  const processes = run.processes.filter((process) => process.pid !== pid);
  putContainer(turn, inState(container, withProcesses(container.state, processes)));
  const execID = run.processes.find((process) => process.pid === pid)?.exec ?? '';
  emitContainer(turn, 'exec_die', container, { execID, exitCode: String(code) });
  if (container.health?.probe?.pid === pid) settleProbe(turn, id, code, probeOutput(turn, id, pid));
  else if (!isProbe(container, pid) && turn.world.rules.execExitEndsContainer())
    mainEnded(turn, id, code);
}

/** The main process has ended: the container ends, is restarted, or is removed. */
export function mainEnded(turn: Turn, id: string, code: number, oomKilled = false): void {
  const container = containerOf(turn, id);
  const { state } = container;
  const { rules } = turn.world;
  if (state.kind !== 'running' && state.kind !== 'paused') return;
  const detached = container.config.AttachStdout !== true;
  if (!container.stoppedByHand && !rules.containerEndsWithMainProcess({ detached }))
    return setActivity(turn, id, 1, { kind: 'reading' });
  const { now } = turn.state;
  const delay = state.kind === 'running' ? exitDelay(turn, container) : 0;
  if (delay === 0)
    return exitNoticed(turn, container, state.run, { at: now, exitCode: code, oomKilled });
  const run: Draft<Running> = { ...state.run };
  run.processes = [];
  run.ending = { at: now, exitCode: code, oomKilled, noticedAt: now + delay };
  putContainer(turn, inState(container, { kind: 'running', run }));
}

/** The engine has noticed that the main process has ended. */
function exitNoticed(
  turn: Turn,
  container: Container,
  run: Running,
  { at, exitCode, oomKilled }: Omit<Ending, 'noticedAt'>,
): void {
  const { id, hostConfig } = container;
  const last: LastRun = {
    startedAt: run.startedAt,
    finishedAt: at,
    exitCode,
    error: '',
    ...(oomKilled ? { oomKilled } : {}),
  };
  const exited = inState(container, { kind: 'exited', last });
  turn.exits.set(id, exitCode);
  emitNetworks(turn, 'disconnect', container);
  emitMounts(turn, 'unmount', container);
  emitContainer(turn, 'die', container, {
    execDuration: String(Math.floor((at - run.startedAt) / 1000)),
    exitCode: String(exitCode),
  });
  clearPassing(turn, container);
  if (willRestart(container, exitCode)) {
    const backoff =
      at - run.startedAt >= RESET_AFTER || container.backoff === 0
        ? FIRST_BACKOFF
        : Math.min(container.backoff * 2, LONGEST_BACKOFF);
    putContainer(turn, {
      ...exited,
      state: { kind: 'restarting', last, nextAt: turn.state.now + backoff + launchTime(turn) },
      backoff,
    });
  } else {
    putContainer(turn, exited);
    if (hostConfig.AutoRemove || !turn.world.rules.exitedContainerIsKept()) discard(turn, exited);
  }
}

/** What lasts as long as a run goes with it: tmpfs mounts, changes to the files that Docker mounts. */
function clearPassing(turn: Turn, container: Container): void {
  for (const key of passingLayers(container))
    if (turn.state.writable.has(key)) change(turn).writable = turn.state.writable.delete(key);
}

function willRestart(container: Container, code: number): boolean {
  if (container.stoppedByHand) return false;
  const policy = container.hostConfig.RestartPolicy;
  switch (policy?.Name) {
    case 'always':
    case 'unless-stopped':
      return true;
    case 'on-failure':
      return (
        code !== 0 &&
        (policy.MaximumRetryCount === 0 || container.restartCount < policy.MaximumRetryCount)
      );
    default:
      return false;
  }
}

/** Sends a signal to one process of a container; false when there is none with that number. */
export function signalProcess(turn: Turn, id: string, pid: number, signal: string): boolean {
  const processes = runningOf(turn, id)?.processes ?? [];
  const process =
    processes.find((candidate) => candidate.pid === pid) ??
    (pid === UNDER_INIT ? processes.find((main) => main.pid === 1 && !main.isInit) : undefined);
  if (!process) return signalOther(turn, id, processes, pid, signal);
  const step = deliver(
    process.activity,
    signal,
    process.isInit,
    hostOf(turn, id, pid, process.output),
  );
  settleStep(turn, id, process.pid, step);
  return true;
}

/** Sends a signal to what a shell or a server has begun. */
function signalOther(
  turn: Turn,
  id: string,
  processes: readonly Process[],
  pid: number,
  signal: string,
): boolean {
  for (const process of processes) {
    const host = hostOf(turn, id, process.pid, process.output);
    const step = signalBelow(process.activity, pid, signal, host);
    if (!step) continue;
    settleStep(turn, id, process.pid, step);
    return true;
  }
  return false;
}

/** Runs what is due in one container at the present moment. */
export function runDue(turn: Turn, id: string): void {
  const container = containerOf(turn, id);
  const { state } = container;
  if (state.kind === 'restarting') {
    putContainer(turn, { ...container, restartCount: container.restartCount + 1 });
    try {
      launchContainer(turn, id);
    } catch (failure) {
      if (!(failure instanceof EngineError)) throw failure;
      emitContainer(turn, 'die', container, { error: failure.message });
    }
    return;
  }
  if (state.kind !== 'running' && state.kind !== 'paused') return;
  const { ending } = state.run;
  if (ending) return exitNoticed(turn, container, state.run, ending);
  for (const process of state.run.processes) {
    if (dueAt(process.activity) > turn.state.now) continue;
    const host = hostOf(turn, id, process.pid, process.output);
    settleStep(turn, id, process.pid, host.resume(process.activity, host));
  }
}
