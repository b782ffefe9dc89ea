import type { Misconception } from './misconception';

/** A restart reads the image and its configuration again. */
export const restartRereadsConfig: Misconception<'restart-rereads-config'> = {
  id: 'restart-rereads-config',
  override: (rules) => ({
    ...rules,
    restartReadsImageAgain: () => true,
  }),
};
