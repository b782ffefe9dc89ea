import { refuse } from '../errors';
import { buildImage, type BuildContext } from '../build/build-image';
import type { BuildOptions } from '../build/build-options';
import type { Credentials } from '../registry/remote';
import { jsonAnswer } from './answers';
import { flagOf, membersOf, textOf, textsOf } from './read-json';
import type { Route } from './route';
import type { ApiRequest } from './types';

type Query = Readonly<Record<string, string>>;

/** The hub's logins stand under the address of its old index. */
const HUB = 'https://index.docker.io/v1/';

/** A parameter that may be given several times: its values stand one a line. */
function listOf(query: Query, name: string): readonly string[] {
  return (query[name] ?? '').split('\n').filter((value) => value !== '');
}

/** A parameter that is JSON; anything else counts as absent. */
function jsonOf(query: Query, name: string): unknown {
  try {
    return JSON.parse(query[name] ?? 'null') as unknown;
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
}

function numberOf(query: Query, name: string): number {
  const number = Number(query[name] ?? '0');
  return Number.isFinite(number) ? number : 0;
}

/** The logins in `X-Registry-Config`, which the client sends as JSON (in base64 on the wire; the HTTP door decodes it). */
function loginsOf(request: ApiRequest): ReadonlyMap<string, Credentials> {
  const header = jsonOf(request.headers ?? {}, 'X-Registry-Config');
  return new Map(
    Object.entries(membersOf(header)).map(([address, login]) => {
      const { username, password } = membersOf(login);
      const host = address === HUB ? 'docker.io' : address;
      return [host, { username: textOf(username), password: textOf(password) }];
    }),
  );
}

function hostConfigOf(query: Query): BuildOptions['hostConfig'] {
  const network = query['networkmode'] ?? '';
  return {
    NetworkMode: network === '' || network === 'default' ? 'bridge' : network,
    LogConfig: { Type: 'none', Config: {} },
    Memory: numberOf(query, 'memory'),
    MemorySwap: numberOf(query, 'memswap'),
    CpuShares: numberOf(query, 'cpushares'),
    ExtraHosts: listOf(query, 'extrahosts'),
  };
}

/** The parameters of `POST /build` (moby api/server/router/build/build_routes.go newImageBuildOptions). */
function optionsOf(query: Query, request: ApiRequest): BuildOptions {
  const args = Object.entries(membersOf(jsonOf(query, 'buildargs')));
  const labels = Object.entries(membersOf(jsonOf(query, 'labels')));
  const isolation = query['isolation'] ?? '';
  if (listOf(query, 'securityopt').length > 0)
    refuse('invalid-parameter', 'security options are not supported on linux');
  if (!['', 'default'].includes(isolation.toLowerCase()))
    refuse('invalid-parameter', `unsupported isolation: ${JSON.stringify(isolation)}`);
  return {
    dockerfile: query['dockerfile'] ?? '',
    tags: listOf(query, 't'),
    args: new Map(args.map(([name, value]) => [name, typeof value === 'string' ? value : null])),
    labels: new Map(labels.map(([name, value]) => [name, textOf(value)])),
    target: query['target'] ?? '',
    platform: query['platform'] ?? '',
    quiet: flagOf(query['q']),
    noCache: flagOf(query['nocache']),
    cacheFrom: textsOf(jsonOf(query, 'cachefrom')),
    pull: flagOf(query['pull']),
    remove: (query['rm'] ?? '') === '' || flagOf(query['rm']) || flagOf(query['forcerm']),
    forceRemove: flagOf(query['forcerm']),
    hostConfig: hostConfigOf(query),
    logins: loginsOf(request),
  };
}

export const buildRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/build',
    answer: ({ turn, query, request }) => {
      const files = membersOf(membersOf(request.body)['files']) as BuildContext;
      const told = buildImage(turn, optionsOf(query, request), files);
      return { status: 200, body: { kind: 'messages', ...told } };
    },
  },
  {
    // The classic builder keeps no cache of its own: its images are the cache. This one is BuildKit's and always empty.
    method: 'POST',
    path: '/build/prune',
    answer: () => jsonAnswer({ CachesDeleted: null, SpaceReclaimed: 0 }),
  },
];
