import { inState } from '../draft';
import { isContainerMode } from '../network/network';
import type { Process } from '../process/process';
import type { Running, Sandbox } from '../state';
import { containerOf, putContainer, type Turn } from '../turn';

/** The run of a running or paused container; null for any other. */
export function runOf(state: Sandbox, id: string): Running | null {
  const own = state.containers.get(id)?.state;
  return own?.kind === 'running' || own?.kind === 'paused' ? own.run : null;
}

/** The container in whose process namespace a container is: itself, or the one that `--pid container:NAME` named, or that one's. */
export function pidOwner(state: Sandbox, id: string): string {
  let owner = id;
  for (let depth = 0; depth < 16; depth++) {
    const mode = state.containers.get(owner)?.hostConfig['PidMode'];
    if (typeof mode !== 'string' || !isContainerMode(mode)) return owner;
    owner = mode.slice('container:'.length);
  }
  return owner;
}

/** The containers that run in the process namespace of a container, its owner first. */
export function pidSharers(state: Sandbox, id: string): readonly string[] {
  const owner = pidOwner(state, id);
  const joined = runOf(state, owner)?.joined ?? [];
  return [owner, ...joined.filter((other) => isUp(state, other))];
}

/** All processes in a container's process namespace, each under the number that it has there. */
export function processesAround(state: Sandbox, id: string): readonly Process[] {
  const [owner = id, ...others] = pidSharers(state, id);
  const own = runOf(state, owner)?.processes ?? [];
  if (others.length === 0) return own;
  const joined = others.flatMap((other) => runOf(state, other)?.processes ?? []);
  return [...own, ...joined.map((process) => ({ ...process, pid: process.inside ?? process.pid }))];
}

/** Notes that a container runs among the processes of another. */
export function joinPids(turn: Turn, id: string): void {
  const owner = pidOwner(turn.state, id);
  const others = (runOf(turn.state, owner)?.joined ?? []).filter(
    (other) => other !== id && isUp(turn.state, other),
  );
  putRun(turn, owner, { joined: [...others, id] });
}

/** Changes what is kept of a container's run. */
export function putRun(
  turn: Turn,
  id: string,
  change: Partial<Pick<Running, 'joined' | 'lastPid'>>,
): void {
  const container = containerOf(turn, id);
  const { state } = container;
  if (state.kind !== 'running' && state.kind !== 'paused') return;
  const run = { ...state.run, ...change };
  putContainer(turn, inState(container, { ...state, run }));
}

function isUp(state: Sandbox, id: string): boolean {
  const run = runOf(state, id);
  return run !== null && run.ending === undefined;
}
