import type { ContainerPicture, ImagePicture } from '@/lib/quiz/types';

/** What a row is against the picture one step before. */
export type RowChange = 'same' | 'changed' | 'added';

/** Compares a container with the previous picture, by name. A null `before` means there is nothing to compare with. */
export function containerChange(
  now: ContainerPicture,
  before: readonly ContainerPicture[] | null,
): RowChange {
  if (before === null) return 'same';
  const old = before.find((container) => container.name === now.name);
  if (old === undefined) return 'added';
  const same =
    old.state === now.state &&
    old.image === now.image &&
    old.ports === now.ports &&
    old.cpu === now.cpu &&
    old.memory === now.memory;
  return same ? 'same' : 'changed';
}

/** Compares an image with the previous picture, by id. */
export function imageChange(now: ImagePicture, before: readonly ImagePicture[] | null): RowChange {
  if (before === null) return 'same';
  const old = before.find((image) => image.id === now.id);
  if (old === undefined) return 'added';
  return old.names.join(' ') === now.names.join(' ') ? 'same' : 'changed';
}
