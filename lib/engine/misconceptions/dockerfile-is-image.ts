import type { Misconception } from './misconception';

/** A Dockerfile is the image itself: whoever edits it changes the image, whoever deletes it has the image no more. */
export const dockerfileIsImage: Misconception<'dockerfile-is-image'> = {
  id: 'dockerfile-is-image',
  override: (rules) => ({
    ...rules,
    builtImageStandsAlone: () => false,
  }),
};
