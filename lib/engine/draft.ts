import type { Process } from './process/process';
import type { Container, Running, Sandbox } from './state';

/**
 * Copies that are then changed and become the next value. Every member is written out, because a spread of an object with so many members costs ten
 * to twenty times as much (V8 11 to 13; `npm run bench -- engine`).
 */
export type Draft<T> = { -readonly [Name in keyof T]: T[Name] };

export function draftSandbox(state: Sandbox): Draft<Sandbox> {
  return {
    seed: state.seed,
    now: state.now,
    commands: state.commands,
    made: state.made,
    images: state.images,
    held: state.held,
    references: state.references,
    tagged: state.tagged,
    layers: state.layers,
    containers: state.containers,
    logs: state.logs,
    writable: state.writable,
    names: state.names,
    volumes: state.volumes,
    networks: state.networks,
    execs: state.execs,
    history: state.history,
    pushed: state.pushed,
    pulls: state.pulls,
    client: state.client,
    session: state.session,
    agenda: state.agenda,
    holdings: state.holdings,
  };
}

export function draftContainer(container: Container): Draft<Container> {
  return {
    id: container.id,
    name: container.name,
    created: container.created,
    ordinal: container.ordinal,
    image: container.image,
    config: container.config,
    hostConfig: container.hostConfig,
    mounts: container.mounts,
    state: container.state,
    restartCount: container.restartCount,
    stoppedByHand: container.stoppedByHand,
    backoff: container.backoff,
    networks: container.networks,
    health: container.health,
  };
}

/** A process at work on something else, or under other words. */
export function withProcess(
  process: Process,
  activity: Process['activity'],
  argv: Process['argv'] = process.argv,
): Process {
  const { exec, privileged, inside, voice } = process;
  const copy: Draft<Process> = {
    pid: process.pid,
    hostPid: process.hostPid,
    isInit: process.isInit,
    argv,
    env: process.env,
    cwd: process.cwd,
    user: process.user,
    startedAt: process.startedAt,
    activity,
    output: process.output,
  };
  if (exec !== undefined) copy.exec = exec;
  if (privileged !== undefined) copy.privileged = privileged;
  if (inside !== undefined) copy.inside = inside;
  if (voice !== undefined) copy.voice = voice;
  return copy;
}

/** A run with other processes. */
export function withProcesses(run: Running, processes: readonly Process[]): Draft<Running> {
  const copy: Draft<Running> = {
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    processes,
    address: run.address,
    endpoints: run.endpoints,
    ports: run.ports,
  };
  if (run.lastPid !== undefined) copy.lastPid = run.lastPid;
  if (run.joined !== undefined) copy.joined = run.joined;
  if (run.ending) copy.ending = run.ending;
  return copy;
}

/** A container in another state. */
export function inState(container: Container, state: Container['state']): Container {
  const draft = draftContainer(container);
  draft.state = state;
  return draft;
}
