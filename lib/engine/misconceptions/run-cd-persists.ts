import type { Misconception } from './misconception';

/** A `RUN cd` in a Dockerfile holds for the instructions after it. */
export const runCdPersists: Misconception<'run-cd-persists'> = {
  id: 'run-cd-persists',
  override: (rules) => ({
    ...rules,
    runKeepsFolder: () => true,
  }),
};
