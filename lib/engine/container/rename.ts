import { refuse } from '../errors';
import { change, emitContainer, putContainer, type Turn } from '../turn';
import { getContainer } from './find';
import { checkName } from './names';

/** Gives a container another name; it keeps everything else. */
export function renameContainer(turn: Turn, word: string, wanted: string): void {
  if (word === '' || wanted === '')
    refuse('invalid-parameter', 'Neither old nor new names may be empty');
  const container = getContainer(turn.state, word);
  const name = wanted.replace(/^\//, '');
  if (name === container.name)
    refuse('invalid-parameter', 'Renaming a container with the same name as its current name');
  checkName(turn, name, `/${name}`, 'Error when allocating new name: ');
  change(turn).names = turn.state.names.delete(container.name).set(name, container.id);
  putContainer(turn, { ...container, name });
  emitContainer(turn, 'rename', { ...container, name }, { oldName: `/${container.name}` });
}
