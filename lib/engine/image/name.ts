import { refuse } from '../errors';
import type { Turn } from '../turn';

/** Gives a name of the store to an image; an image that had it keeps its other names. */
export function nameImage(turn: Turn, key: string, id: string): void {
  if (/^docker\.io\/library\/sha256[:@]/.test(key))
    refuse(
      'invalid-parameter',
      'refusing to create an ambiguous tag using digest algorithm as name',
    );
  const { state } = turn;
  turn.state = {
    ...state,
    references: state.references.set(key, id),
    tagged: state.tagged.set(id, state.now),
  };
}
