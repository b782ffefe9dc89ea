import 'server-only';
import { worldOf, type World } from '@/lib/engine';
import { questionContext } from '@/lib/server/content/question-context';

let made: Promise<World> | undefined;

/**
 * The world of every stored sandbox: the true rules with the content's catalogue. One object for the whole process.
 * @throws AppError 'unavailable' before any content has been loaded
 */
export function sandboxWorld(): Promise<World> {
  made ??= questionContext().then(
    ({ catalogue, manual }) => worldOf(catalogue, manual),
    (error: unknown) => {
      made = undefined;
      throw error;
    },
  );
  return made;
}
