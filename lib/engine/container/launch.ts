import { draftContainer } from '../draft';
import { EngineError, refuse } from '../errors';
import { resolvePath } from '../files/path';
import { attachNetworks, emitNetworks } from '../network/attach';
import { linkEnvironment } from '../network/links';
import { publishPorts } from '../network/ports';
import { findExecutable } from '../process/executable';
import type { LaunchOrder, Process, StreamTarget } from '../process/process';
import { numberOf } from '../process/process-tree';
import type { Container } from '../state';
import { containerOf, emitContainer, putContainer, type Turn } from '../turn';
import { emitMounts } from '../volume/mount-events';
import { commandLine } from './command-line';
import { discard } from './discard';
import { processEnvironment } from './environment';
import { executableRefusal } from './executable-refusal';
import { execEnded, mainEnded } from './exit';
import { startedHealth } from './health';
import { lastRunOf } from './last-run';
import { makeMountPoints } from './mount-points';
import { verifyMountTargets } from './mount-targets';
import { makeBindSources } from './mounts';
import { joinPids } from './pid-space';
import { RUNTIME_THREADS, takePid } from './pids';
import { hostPid, setActivity } from './processes';
import { memoryLimit } from './resources';
import { hasWritten, putWritableLayer, writableKey } from './root-files';
import { hostOf } from './signal';
import { typeIntoContainer } from './type-into';
import { usageOf } from './usage';
import { checkGroups, findUser } from './user';
import { verifyStart } from './verify-start';
import { makeWorkingFolder } from './working-folder';

const OCI =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ';

const stdout: StreamTarget = { kind: 'stdout' };
const stderr: StreamTarget = { kind: 'stderr' };

/**
 * Starts a container that is not running: network, ports, process. What fails is recorded on the container, as Docker does, and ends the operation;
 * the container then stays in the state it was in.
 */
export function launchContainer(turn: Turn, id: string): void {
  try {
    begin(turn, id);
  } catch (failure) {
    if (!(failure instanceof EngineError)) throw failure;
    const unlaunched = afterFailure(containerOf(turn, id), failure.message, turn.state.now);
    putContainer(turn, unlaunched);
    if (unlaunched.hostConfig.AutoRemove) discard(turn, unlaunched);
    throw new EngineError(failure.kind, failure.message, true);
  }
}

/** How a container counts as ended when its program did not start; 0: no program was looked for (moby daemon/errors.go setExitCodeFromError). */
function codeOf(error: string): number {
  if (!error.startsWith('failed to create task')) return 0;
  if (/executable file not found|no such file or directory|not a directory/.test(error)) return 127;
  return /permission denied/.test(error) ? 126 : UNKNOWN;
}

const UNKNOWN = 128;

/** The container with the reason why it did not start. */
function afterFailure(container: Container, error: string, now: number): Container {
  const before = lastRunOf(container);
  const last = { ...before, exitCode: codeOf(error) || before.exitCode || UNKNOWN, error };
  const hasRun = container.state.kind === 'exited' || container.state.kind === 'restarting';
  const unlaunched = draftContainer(container);
  unlaunched.state = hasRun
    ? { kind: 'exited', last: { ...last, finishedAt: now } }
    : { kind: 'created', last };
  return unlaunched;
}

function begin(turn: Turn, id: string): void {
  const container = containerOf(turn, id);
  verifyStart(turn, container);
  if (hasWritten(turn, container) && !turn.world.rules.startKeepsFiles())
    putWritableLayer(turn, writableKey(turn, container), {});
  const host = hostOf(turn, id, 1, 'log');
  const { files } = host;
  const user = findUser(files, container.config.User ?? '');
  const groups = container.hostConfig['GroupAdd'];
  if (Array.isArray(groups)) checkGroups(files, groups.map(String));
  const cwd = resolvePath('/', container.config.WorkingDir || '/');
  makeWorkingFolder(turn, container, true);
  makeBindSources(turn, container);
  if (container.mounts.length > 0) verifyMountTargets(turn, container);
  makeMountPoints(turn, containerOf(turn, id));
  const argv = commandLine(container);
  const env = processEnvironment(container, user.home, linkEnvironment(turn.state, container));
  const check = findExecutable(argv[0] ?? '', env, cwd, host);
  if (check.kind === 'refused')
    refuse('invalid-parameter', OCI + executableRefusal(argv[0] ?? '', check.reason));
  const { address, endpoints, networks, hostname, publishes } = attachNetworks(turn, container);
  const ports = publishPorts(turn, container, publishes);
  const { now } = turn.state;
  const inside = container.hostConfig['PidMode'] ? sharedNumber(turn, container) : undefined;
  const main: Process = {
    pid: 1,
    hostPid: hostPid(container, inside ?? 1),
    isInit: inside === undefined && !container.hostConfig.Init,
    argv,
    env,
    cwd,
    user: user.name,
    startedAt: now,
    activity: { kind: 'reading' },
    output: 'log',
    ...(inside === undefined ? {} : { inside }),
  };
  const { finishedAt } = lastRunOf(container);
  const begun = draftContainer(containerOf(turn, id));
  begun.state = {
    kind: 'running',
    run: { startedAt: now, finishedAt, processes: [main], address, endpoints, ports },
  };
  begun.stoppedByHand = false;
  begun.networks = networks;
  begun.health = startedHealth(container, now);
  if (hostname !== null) begun.config = { ...begun.config, Hostname: hostname };
  putContainer(turn, begun);
  emitMounts(turn, 'mount', container);
  emitNetworks(turn, 'connect', begun);
  emitContainer(turn, 'start', container);
  const launched = host.launch(
    {
      argv,
      env,
      cwd,
      user: user.name,
      pid: numberOf(main),
      streams: { stdout, stderr, stdin: standardInput(turn, container) },
      depth: 0,
    } satisfies LaunchOrder,
    host,
  );
  if (launched.kind === 'blocked') {
    setActivity(turn, id, 1, launched.activity);
    if (container.hostConfig.Memory) endIfTooBig(turn, id);
  } else mainEnded(turn, id, launched.code);
}

/** The number of a main process that is not the first of its namespace: `--pid host` or `--pid container:NAME`. */
function sharedNumber(turn: Turn, container: Container): number {
  if (container.hostConfig['PidMode'] === 'host') return hostPid(container, 1);
  joinPids(turn, container.id);
  return takePid(turn, container.id, RUNTIME_THREADS);
}

/** A container that takes more than its memory and swap is ended by the kernel. */
function endIfTooBig(turn: Turn, id: string): void {
  const container = containerOf(turn, id);
  if (usageOf(turn, container).memory <= memoryLimit(container.hostConfig)) return;
  emitContainer(turn, 'oom', container);
  mainEnded(turn, id, 137, true);
}

/**
 * Gives a process of a container all its input, when it has waited for some since its start: it runs as if it had had it from then on.
 */
export function giveInput(turn: Turn, container: Container, stdin: string, number = 1): void {
  const { id, state } = container;
  const process =
    state.kind === 'running' ? state.run.processes.find(({ pid }) => pid === number) : undefined;
  if (!process || (process.activity.kind !== 'reading' && process.activity.kind !== 'prompt'))
    return;
  const { argv, env, cwd, user } = process;
  const pid = numberOf(process);
  const host = hostOf(turn, id, number, process.output);
  const order = { argv, env, cwd, user, pid, streams: { stdout, stderr, stdin }, depth: 0 };
  const launched = host.launch(order satisfies LaunchOrder, host);
  if (launched.kind === 'blocked') setActivity(turn, id, number, launched.activity);
  else if (number === 1) mainEnded(turn, id, launched.code);
  else execEnded(turn, id, number, launched.code);
}

/** Gives a container what a client that has attached sends in up to its end, which is an end for the process only where its input is closed with it. */
export function giveStream(turn: Turn, container: Container, stdin: string): void {
  if (container.config.StdinOnce) return giveInput(turn, container, stdin);
  if (!container.config.OpenStdin) return;
  const lines = stdin.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const text of lines) {
    if (turn.spent.over !== null) return;
    typeIntoContainer(turn, container.id, 1, { kind: 'line', text });
  }
}

/** What comes in: nothing, the silence of a terminal at which nobody sits, an open silence (`-i` while detached), or what the client gives when it attaches. */
function standardInput(turn: Turn, container: Container): string | null {
  if (!container.config.OpenStdin) return container.config.Tty ? null : '';
  return turn.stdin.get(container.id) ?? null;
}
