import { SortedMap } from '@/lib/kernel/sorted-map';

/**
 * The floor: a reducer that makes the state changes of a container's life and nothing else. No checks, no texts, no processes, no ids but a counter;
 * the state is as persistent as the engine's.
 */
interface Bare {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly state: 'created' | 'running' | 'paused' | 'exited';
}

export interface BareState {
  readonly made: number;
  readonly containers: SortedMap<Bare>;
  readonly names: SortedMap<string>;
}

export type Verb = 'create' | 'start' | 'pause' | 'unpause' | 'stop' | 'remove';

export const noContainers: BareState = {
  made: 0,
  containers: SortedMap.empty(),
  names: SortedMap.empty(),
};

const after = { start: 'running', pause: 'paused', unpause: 'running', stop: 'exited' } as const;

export function reduce(state: BareState, verb: Verb, name: string): BareState {
  const { made, containers, names } = state;
  if (verb === 'create') {
    const id = made.toString(16).padStart(64, '0');
    const container: Bare = { id, name, image: 'nginx', state: 'created' };
    return {
      made: made + 1,
      containers: containers.set(id, container),
      names: names.set(name, id),
    };
  }
  const id = names.get(name) ?? '';
  if (verb === 'remove')
    return { made, containers: containers.delete(id), names: names.delete(name) };
  const before = containers.get(id);
  const image = before?.image ?? '';
  return { made, containers: containers.set(id, { id, name, image, state: after[verb] }), names };
}
