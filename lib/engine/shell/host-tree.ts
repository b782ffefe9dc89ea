import type { Tree } from '../files/tree';
import type { Turn } from '../turn';

/** The machine's files: the learner's over the system's. */
export function hostTree({ state, world }: Turn): Tree {
  return { own: state.client.files, below: world.catalogue.host.files };
}
