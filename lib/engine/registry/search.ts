import { own } from '../../kernel/own';
import { refuse } from '../errors';
import { readBoolean, type Filters } from '../api/filters';
import type { Turn } from '../turn';
import { endpointOf, isLoopback, pingError } from './connect';

/** One repository that was found, as the API tells it. */
export interface SearchResult {
  readonly star_count: number;
  readonly is_official: boolean;
  readonly name: string;
  readonly is_automated: false;
  readonly description: string;
}

const DEFAULT_LIMIT = 25;
const MOST = 100;

/** Searches a registry's index (moby registry/search.go). `limit` 0 is the default of 25. */
export function searchRegistry(
  turn: Turn,
  term: string,
  limit: number,
  filters: Filters,
): readonly SearchResult[] {
  for (const key of filters.keys())
    if (!['is-automated', 'is-official', 'stars'].includes(key))
      refuse('invalid-parameter', `invalid filter '${key}'`);
  if (readBoolean(filters, 'is-automated') === true) return [];
  const official = readBoolean(filters, 'is-official');
  const stars = Math.max(0, ...(filters.get('stars') ?? []).map(starsOf));
  const found = searchUnfiltered(turn, term, limit);
  return found.filter(
    (result) =>
      (official === null || result.is_official === official) && result.star_count >= stars,
  );
}

function starsOf(text: string): number {
  if (!/^[+-]?\d+$/.test(text))
    refuse(
      'invalid-parameter',
      `invalid filter 'stars=${text}': strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  return Number(text);
}

function searchUnfiltered(turn: Turn, term: string, limit: number): readonly SearchResult[] {
  if (/^https?:\/\//.test(term))
    refuse(
      'invalid-parameter',
      `invalid repository name: repository name (${term}) should not have a scheme`,
    );
  const [first = '', ...rest] = term.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const host = isHost && first !== 'index.docker.io' ? first : 'docker.io';
  const wanted = (isHost ? rest.join('/') : term).replace(
    host === 'docker.io' ? /^library\// : /^$/,
    '',
  );
  const error = pingError(turn, host);
  if (error !== null) refuseEndpoint(host, error);
  if (limit < 0 || limit > MOST)
    refuse('invalid-parameter', `limit ${limit} is outside the range of [1, ${MOST}]`);
  const registry = own(turn.world.catalogue.registries, host);
  const search = registry?.search ?? (host === 'docker.io' ? 'lists' : 404);
  if (search !== 'lists') refuse('internal', `Unexpected status code ${search}`);
  return list(turn, host, wanted)
    .sort((a, b) => rank(b, wanted) - rank(a, wanted) || (a.name < b.name ? -1 : 1))
    .slice(0, limit === 0 ? DEFAULT_LIMIT : limit);
}

/** Docker Hub's index is asked at once; others must first show that they have the old API. */
function refuseEndpoint(host: string, error: string): never {
  if (host === 'docker.io')
    return refuse(
      'internal',
      error.replace('registry-1.docker.io/v2/', 'index.docker.io/v1/search'),
    );
  const ping = error.replace(`${endpointOf(host)}/v2/`, `https://${host}/v1/_ping`);
  if (isLoopback(host))
    return refuse(
      'invalid-parameter',
      `invalid registry endpoint "http://${host}/v1/". HTTPS attempt: ${ping}. HTTP attempt: ${error.replace('/v2/', '/v1/_ping')}`,
    );
  return refuse(
    'invalid-parameter',
    `invalid registry endpoint https://${host}/v1/: ${ping}. If this private registry supports only HTTP or HTTPS with an unknown CA certificate, please add \`--insecure-registry ${host}\` to the daemon's arguments. In the case of HTTPS, if you have access to the registry's CA certificate, no need for the flag; simply place the CA certificate at /etc/docker/certs.d/${host}/ca.crt`,
  );
}

function list(turn: Turn, host: string, wanted: string): SearchResult[] {
  const { catalogue } = turn.world;
  const paths = new Set([
    ...Object.keys(own(catalogue.contents, host) ?? {}),
    ...Object.keys(own(turn.state.pushed, host) ?? {}),
    ...Object.values(catalogue.repositories)
      .filter((told) => told.registry === host)
      .map((told) => told.repository),
  ]);
  const results: SearchResult[] = [];
  for (const path of paths) {
    const told = catalogue.repositories[`${host}/${path}`];
    const isOfficial = host === 'docker.io' && path.startsWith('library/');
    const name = isOfficial ? path.slice('library/'.length) : path;
    const words = `${name} ${told?.description ?? ''}`.toLowerCase();
    if (told?.private === true || !words.includes(wanted.toLowerCase())) continue;
    results.push({
      star_count: told?.stars ?? 0,
      is_official: isOfficial,
      name,
      is_automated: false,
      description: told?.description ?? '',
    });
  }
  return results;
}

/** The very name first, then by stars. */
function rank(result: SearchResult, wanted: string): number {
  return (result.name === wanted ? 1e9 : 0) + result.star_count;
}
