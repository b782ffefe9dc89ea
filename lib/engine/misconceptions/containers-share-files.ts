import type { Misconception } from './misconception';

/** Containers of one image write to one and the same place. */
export const containersShareFiles: Misconception<'containers-share-files'> = {
  id: 'containers-share-files',
  override: (rules) => ({
    ...rules,
    writableLayerKey: ({ imageId }) => `shared:${imageId}`,
  }),
};
