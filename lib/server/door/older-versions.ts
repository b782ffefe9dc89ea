import 'server-only';
import { compareVersions } from '@/lib/engine';
import type { RequestPath } from './request-path';

/** A request of an older version of the API as the newest has it, where the two mean the same in other words. */
export function asNewest(target: RequestPath): RequestPath {
  const { version, path, query } = target;
  // moby api/server/router/image/image_routes.go getImagesJSON
  if (path === '/images/json' && query['filter'] && isOlder(version, '1.41'))
    return { ...target, query: { ...query, filters: withReference(query) } };
  return target;
}

const isOlder = (version: string | null, than: string): boolean =>
  version !== null && compareVersions(version, than) < 0;

/** The name that `filter` asks for, as one of the filters; what cannot be read is left for the engine to refuse. */
function withReference({ filter = '', filters = '' }: RequestPath['query']): string {
  if (filters === '' || filters === '{}') return JSON.stringify({ reference: [filter] });
  return filters.replace(/^\s*\{/, `{"reference":[${JSON.stringify(filter)}],`);
}
