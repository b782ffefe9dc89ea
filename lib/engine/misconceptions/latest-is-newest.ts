import type { Misconception } from './misconception';

/** `latest` is whatever was made last. */
export const latestIsNewest: Misconception<'latest-is-newest'> = {
  id: 'latest-is-newest',
  override: (rules) => ({
    ...rules,
    latestMeans: (tags) =>
      tags().reduce((newest, tag) => (tag.created > newest.created ? tag : newest), {
        tag: 'latest',
        created: '',
      }).tag,
  }),
};
