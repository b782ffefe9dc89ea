import { draftContainer } from '../draft';
import { refuse } from '../errors';
import { emitContainer, putContainer, type Turn } from '../turn';
import { advance } from '../advance';
import { getContainer } from './find';
import { resumedHealth } from './health';
import { signalProcess } from './signal';

/** Lets the processes of a paused container go on; what fell due meanwhile happens at once. */
export function unpauseContainer(turn: Turn, word: string): void {
  const container = getContainer(turn.state, word);
  const { id, state } = container;
  if (state.kind !== 'paused') return refuse('internal', `Container ${id} is not paused`);
  const resumed = draftContainer(container);
  resumed.state = { kind: 'running', run: state.run };
  resumed.health = resumedHealth(container, turn.state.now);
  putContainer(turn, resumed);
  emitContainer(turn, 'unpause', container);
  for (const signal of state.signals) signalProcess(turn, id, 1, signal);
  advance(turn, turn.state.now);
}
