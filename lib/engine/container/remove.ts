import { draftContainer } from '../draft';
import { refuse } from '../errors';
import { emitContainer, putContainer, type Turn } from '../turn';
import { discard } from './discard';
import { getContainer } from './find';
import { signalProcess } from './signal';

export interface RemoveOptions {
  readonly force: boolean;
  /** Anonymous volumes too. */
  readonly volumes: boolean;
}

/** Removes a container with its writable layer. */
export function removeContainer(turn: Turn, word: string, { force, volumes }: RemoveOptions): void {
  const container = getContainer(turn.state, word);
  const { id, state } = container;
  const cannot = `cannot remove container "${word}": container is`;
  if (!force) {
    if (state.kind === 'paused') refuse('conflict', `${cannot} paused and must be unpaused first`);
    if (state.kind === 'running' || state.kind === 'restarting')
      refuse(
        'conflict',
        `${cannot} ${state.kind}: stop the container before removing or force remove`,
      );
  }
  if (state.kind === 'running' || state.kind === 'paused') {
    const killed = draftContainer(container);
    killed.stoppedByHand = true;
    killed.state = { kind: 'running', run: state.run };
    putContainer(turn, killed);
    emitContainer(turn, 'kill', container, { signal: '9' });
    signalProcess(turn, id, 1, 'KILL');
  }
  const left = turn.state.containers.get(id);
  if (left) discard(turn, left, volumes);
}

/** `rm --link NAME`: a name without a parent is the container's own (moby daemon/delete.go rmLink). */
export function removeLink(turn: Turn, word: string): never {
  getContainer(turn.state, word);
  return refuse('conflict', 'Conflict, cannot remove the default link name of the container');
}
