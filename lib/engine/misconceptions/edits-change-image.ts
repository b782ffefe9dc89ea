import type { Misconception } from './misconception';

/** What a container writes goes into its image. */
export const editsChangeImage: Misconception<'edits-change-image'> = {
  id: 'edits-change-image',
  override: (rules) => ({
    ...rules,
    writableLayerKey: ({ imageId }) => `image:${imageId}`,
    writesChangeImage: () => true,
  }),
};
