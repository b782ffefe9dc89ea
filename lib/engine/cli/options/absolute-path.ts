import { resolvePath } from '../../files/path';

/** A path of the learner's machine that may be relative to the home folder, where the command line stands. */
export function absolutePath(path: string): string {
  return resolvePath('/home/learner', path);
}
