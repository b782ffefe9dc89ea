import type { Misconception } from './misconception';

/** Deleting a file in a later layer makes the image smaller. */
export const laterRmShrinks: Misconception<'later-rm-shrinks'> = {
  id: 'later-rm-shrinks',
  override: (rules) => ({
    ...rules,
    deletingShrinksImage: () => true,
  }),
};
