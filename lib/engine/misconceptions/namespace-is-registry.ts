import type { Misconception } from './misconception';

/** What stands before the slash is a registry. */
export const namespaceIsRegistry: Misconception<'namespace-is-registry'> = {
  id: 'namespace-is-registry',
  override: (rules) => ({
    ...rules,
    remoteOf: ({ domain, path }) => {
      const slash = path.indexOf('/');
      return domain === 'docker.io' && !path.startsWith('library/')
        ? { domain: path.slice(0, slash), path: path.slice(slash + 1) }
        : { domain, path };
    },
  }),
};
