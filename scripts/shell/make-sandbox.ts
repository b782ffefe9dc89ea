import { createSandbox, type Sandbox } from '@/lib/engine';
import { Problem } from '../support/problem.mjs';
import { imageNames } from './image-names';

/** A sandbox as it was asked for. @throws Problem for an image that the catalogue does not hold, with those that there are */
export function makeSandbox(options: Parameters<typeof createSandbox>[0]): Sandbox {
  try {
    return createSandbox(options);
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new Problem(`${reason}.`, `There are: ${imageNames(options.world.catalogue).join(', ')}`);
  }
}
