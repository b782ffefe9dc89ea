import type { Misconception } from './misconception';

/** `tag` takes the old name away. */
export const tagRenames: Misconception<'tag-renames'> = {
  id: 'tag-renames',
  override: (rules) => ({
    ...rules,
    tagKeepsOldName: () => false,
  }),
};
