import { draftContainer, inState, withProcesses, type Draft } from '../draft';
import { emitNetworks } from '../network/attach';
import type { Step } from '../process/host';
import { isOrphan } from '../process/process-tree';
import type { Container, Ending, LastRun, Running } from '../state';
import { change, containerOf, emitContainer, putContainer, type Turn } from '../turn';
import { emitMounts } from '../volume/mount-events';
import { volumeUsers } from '../volume/volumes';
import { discard } from './discard';
import { exitDelay, launchTime } from './exit-delay';
import { isProbe } from './health';
import { probeOutput, settleProbe } from './health-result';
import { remainsOf } from './orphans';
import { putProcesses, setActivity } from './processes';

/** Docker's restart back-off: 100 ms, doubled each time up to a minute, begun again after ten seconds up (moby restartmanager). */
const FIRST_BACKOFF = 100;
const LONGEST_BACKOFF = 60_000;
const RESET_AFTER = 10_000;

/** How what shares a namespace with a main process ends with it. A process of it may be at work this moment: it is still to be found. */
const KILLED = 137;

/** Takes what a step of a process led to into the state. */
export function settleStep(turn: Turn, id: string, pid: number, step: Step): void {
  if (step.kind === 'blocked') return setActivity(turn, id, pid, step.activity);
  if (pid === 1) return mainEnded(turn, id, step.code);
  execEnded(turn, id, pid, step.code);
}

/** An exec'd process has ended. */
export function execEnded(turn: Turn, id: string, pid: number, code: number): void {
  turn.exits.set(`${id}/${pid}`, code);
  const container = turn.state.containers.get(id);
  if (!container) return;
  const { state } = container;
  if (state.kind !== 'running' && state.kind !== 'paused') return;
  const { processes } = state.run;
  const ended = processes.find((process) => process.pid === pid);
  const execID = ended?.exec ?? '';
  const exec = execID === '' ? undefined : turn.state.execs.get(execID);
  if (exec) change(turn).execs = turn.state.execs.set(execID, { ...exec, pid, exitCode: code });
  const others = processes.filter((process) => process.pid !== pid);
  const orphan = ended && isOrphan(ended) ? remainsOf(turn.state, id, ended) : null;
  putProcesses(turn, container, state, orphan ? [...others, ...orphan] : others);
  if (orphan) return;
  emitContainer(turn, 'exec_die', container, { execID, exitCode: String(code) });
  if (container.health?.probe?.pid === pid) settleProbe(turn, id, code, probeOutput(turn, id, pid));
  else if (!isProbe(container, pid) && turn.world.rules.execExitEndsContainer())
    mainEnded(turn, id, code);
}

/**
 * The main process has ended: the container ends, is restarted, or is removed, as soon as the engine knows of it, `least` milliseconds from now at the
 * soonest.
 */
export function mainEnded(
  turn: Turn,
  id: string,
  code: number,
  oomKilled = false,
  least = 0,
): void {
  const container = containerOf(turn, id);
  const { state } = container;
  const { rules } = turn.world;
  if ((state.kind !== 'running' && state.kind !== 'paused') || state.run.ending) return;
  const detached = container.config.AttachStdout !== true;
  if (!container.stoppedByHand && !rules.containerEndsWithMainProcess({ detached }))
    return setActivity(turn, id, 1, { kind: 'reading' });
  for (const joined of state.run.joined ?? [])
    if (joined !== id && turn.state.containers.has(joined))
      mainEnded(turn, joined, KILLED, false, 1);
  const { now } = turn.state;
  const delay = state.kind === 'running' ? Math.max(least, exitDelay(turn, container)) : 0;
  const ending: Ending = { at: now, exitCode: code, oomKilled, noticedAt: now + delay };
  if (delay === 0) return exitNoticed(turn, container, state.run, ending);
  const run: Draft<Running> = withProcesses(state.run, []);
  run.ending = ending;
  putContainer(turn, inState(container, { kind: 'running', run }));
}

/** The engine has noticed that the main process has ended. */
export function exitNoticed(
  turn: Turn,
  container: Container,
  { startedAt }: Running,
  { at, exitCode, oomKilled }: Ending,
): void {
  const { id, hostConfig } = container;
  const last: Draft<LastRun> = { startedAt, finishedAt: at, exitCode, error: '' };
  if (oomKilled) last.oomKilled = true;
  turn.exits.set(id, exitCode);
  emitNetworks(turn, 'disconnect', container);
  emitMounts(turn, 'unmount', container);
  emitContainer(turn, 'die', container, {
    execDuration: String(Math.floor((at - startedAt) / 1000)),
    exitCode: String(exitCode),
  });
  clearPassing(turn, container);
  if (container.mounts.length > 0) clearVolumes(turn, container);
  if (willRestart(container, exitCode)) {
    const backoff =
      at - startedAt >= RESET_AFTER || container.backoff === 0
        ? FIRST_BACKOFF
        : Math.min(container.backoff * 2, LONGEST_BACKOFF);
    const nextAt = turn.state.now + backoff + launchTime(turn);
    const restarting = draftContainer(container);
    restarting.state = { kind: 'restarting', last, nextAt };
    restarting.backoff = backoff;
    putContainer(turn, restarting);
  } else {
    const exited = inState(container, { kind: 'exited', last });
    putContainer(turn, exited);
    if (hostConfig.AutoRemove || !turn.world.rules.exitedContainerIsKept()) discard(turn, exited);
  }
}

/** What lasts as long as a run goes with it: tmpfs mounts, changes to `/dev` and to the files that Docker mounts. */
function clearPassing(turn: Turn, container: Container): void {
  if (turn.state.writable.size === 0) return;
  for (const [key] of turn.state.writable.startingWith(`${container.id}#`))
    change(turn).writable = turn.state.writable.delete(key);
}

/** A volume that is memory is empty again when the last container that ran with it has ended. */
function clearVolumes(turn: Turn, container: Container): void {
  for (const mount of container.mounts) {
    const volume = mount.kind === 'volume' ? turn.state.volumes.get(mount.name) : undefined;
    if (volume?.options?.['type'] !== 'tmpfs') continue;
    const inUse = volumeUsers(turn, volume.name).some(
      ({ id, state }) =>
        id !== container.id && (state.kind === 'running' || state.kind === 'paused'),
    );
    if (!inUse)
      change(turn).volumes = turn.state.volumes.set(volume.name, { ...volume, files: {} });
  }
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
