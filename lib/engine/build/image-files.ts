import type { Image } from '../catalogue';
import { filesOfImage } from '../container/root-files';
import { refuse } from '../errors';
import { mergeLayers } from '../files/merge';
import type { BuildRun } from './build-run';
import { StackedFiles } from './stacked-files';

/** How many files an image may hold that a step looks through. */
const MOST_FILES = 5_000;

/** The files of an image under a new layer; null: of an empty one. */
export function imageFiles({ turn }: BuildRun, image: Image | null): StackedFiles {
  const below = image ? filesOfImage(turn.state, turn.world, image) : mergeLayers([]);
  if (below.entries.size > MOST_FILES)
    refuse('invalid-parameter', `an image of more than ${MOST_FILES} files cannot be copied here`);
  return new StackedFiles(below, turn.state.now);
}
