import { inState } from '../draft';
import { refuse } from '../errors';
import { emitContainer, putContainer, type Turn } from '../turn';
import { getContainer } from './find';
import { signalProcess } from './signal';

/** Freezes the processes of a running container. */
export function pauseContainer(turn: Turn, word: string): void {
  const container = getContainer(turn.state, word);
  const { id, state } = container;
  if (state.kind === 'restarting')
    refuse('conflict', `Container ${id} is restarting, wait until the container is running`);
  if (state.kind === 'paused') refuse('conflict', `Container ${id} is already paused`);
  if (state.kind !== 'running') refuse('conflict', `container ${id} is not running`);
  emitContainer(turn, 'pause', container);
  if (turn.world.rules.pauseFreezes())
    putContainer(turn, inState(container, { kind: 'paused', run: state.run, signals: [] }));
  else {
    putContainer(turn, { ...container, stoppedByHand: true });
    signalProcess(turn, id, 1, 'KILL');
  }
}
