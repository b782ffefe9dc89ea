import type { Catalogue } from '@/lib/engine';

/** What can be put into the store, as it is typed: official images by their short names. */
export function imageNames(catalogue: Catalogue): readonly string[] {
  return Object.entries(catalogue.contents).flatMap(([host, repositories]) =>
    Object.entries(repositories).flatMap(([repository, tags]) =>
      Object.keys(tags).map((tag) => {
        const name =
          host === 'docker.io' ? repository.replace(/^library\//, '') : `${host}/${repository}`;
        return tag === 'latest' ? name : `${name}:${tag}`;
      }),
    ),
  );
}
