import type { Misconception } from './misconception';

/** A name without a slash is a local image and in no registry. */
export const noSlashMeansLocal: Misconception<'no-slash-means-local'> = {
  id: 'no-slash-means-local',
  override: (rules) => ({
    ...rules,
    remoteOf: (name) =>
      name.domain === 'docker.io' && name.path.startsWith('library/') ? null : rules.remoteOf(name),
  }),
};
