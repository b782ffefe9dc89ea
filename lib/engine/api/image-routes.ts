import { commitContainer } from '../image/commit';
import { getImage } from '../image/find';
import { exportContainer } from '../image/export';
import { importImage } from '../image/import';
import { loadImages } from '../image/load';
import { parsePlatform, PLATFORM } from '../image/platform';
import { pruneImages } from '../image/prune';
import { removeImage } from '../image/remove';
import { saveImages } from '../image/save';
import { tagImage } from '../image/tag';
import {
  familiarString,
  format,
  parseNormalizedNamed,
  withDigest,
  withTag,
  type Reference,
} from '../reference';
import { pullImage } from '../registry/pull';
import { pushImage } from '../registry/push';
import { connectionError } from '../registry/connect';
import { logIn } from '../registry/login';
import { searchRegistry } from '../registry/search';
import type { Credentials } from '../registry/remote';
import { refuse } from '../errors';
import type { Turn } from '../turn';
import { emptyAnswer, jsonAnswer } from './answers';
import { historyJson, imageJson } from './image-json';
import { listImages } from './list-images';
import { readFilters } from './filters';
import { flagOf, membersOf, textOf, textsOf } from './read-json';
import type { Route, RouteCall } from './route';
import type { ApiAnswer, ApiRequest } from './types';

/** The account in `X-Registry-Auth`, which the client sends as JSON (in base64 on the wire; the HTTP door decodes it). */
function credentialsOf(request: ApiRequest): Credentials | null {
  const header = request.headers?.['X-Registry-Auth'];
  if (header === undefined || header === '') return null;
  const json = membersOf(JSON.parse(header));
  const username = textOf(json['username']);
  return username === '' ? null : { username, password: textOf(json['password']) };
}

function named(text: string): Reference {
  const reference = parseNormalizedNamed(text);
  return reference.ok ? reference.value : refuse('invalid-parameter', reference.error);
}

function qualified(text: string, tag: string | undefined): Reference {
  const reference = named(text);
  if (tag === undefined || tag === '') return reference;
  const full = tag.includes(':') ? withDigest(reference, tag) : withTag(reference, tag);
  return full.ok ? full.value : refuse('invalid-parameter', full.error);
}

/** The text that stands for a tar. */
function textAnswer(text: string): ApiAnswer {
  return { status: 200, body: { kind: 'text', text } };
}

/** A stream of messages; an error in it comes last and leaves the status as it is. */
function messagesAnswer(messages: readonly unknown[], error: string | null): ApiAnswer {
  const last = error === null ? [] : [{ errorDetail: { message: error }, error }];
  return { status: 200, body: { kind: 'messages', messages: [...messages, ...last] } };
}

function pull({ turn, query, request }: RouteCall): ApiAnswer {
  const name = qualified(query['fromImage'] ?? '', query['tag']);
  const platform = readPlatform(query['platform']);
  const messages = pullImage(turn, name, credentialsOf(request));
  const mismatch = platform === null ? null : platformMismatch(name, platform);
  const warning = mismatch === null ? [] : [{ status: `WARNING: ${mismatch}` }];
  return messagesAnswer([...messages, ...warning], null);
}

/** The platform that was asked for; null when none was. */
function readPlatform(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const platform = parsePlatform(text);
  return platform.ok ? platform.value : refuse('invalid-parameter', platform.error);
}

function isForeign(platform: string | null): platform is string {
  return platform !== null && platform !== PLATFORM;
}

/** `save` packs what is made for the platform that was asked for, which here is the machine's alone (moby image/tarexport/save.go). */
function refuseExport(text: string | undefined): void {
  const platform = readPlatform(text);
  if (isForeign(platform))
    refuse('internal', `no suitable export target found for platform ${platform}`);
}

/** What is said of an image that is not made for the platform that was asked for (moby daemon/images/image_pull.go). */
function platformMismatch(name: Reference, platform: string): string | null {
  return platform === PLATFORM ? null : mismatchOf(familiarString(name), platform);
}

function mismatchOf(name: string, platform: string): string {
  return `image with reference ${name} was found but its platform (${PLATFORM}) does not match the specified platform (${platform})`;
}

function importTar({ turn, query, request }: RouteCall): ApiAnswer {
  const platform = readPlatform(query['platform']);
  const source = query['fromSrc'] ?? '';
  const { repo = '', tag = '' } = query;
  if (source !== '-') refuseSource(turn, source);
  const body = membersOf(request.body);
  const image = importImage(turn, {
    tar: textOf(body['tar']),
    name: repo === '' || tag === '' ? repo : `${repo}:${tag}`,
    platform,
    message: query['message'] ? query['message'] : `Imported from ${source}`,
    changes: textsOf(body['changes']),
  });
  return messagesAnswer([{ status: image.id }], null);
}

/** The engine fetches a tar from an address itself; nothing but registries answers in the simulated network. */
function refuseSource(turn: Turn, source: string): never {
  const address = source.includes('://') ? source : `http://${source}`;
  const [, scheme = 'http', host = ''] = /^(\w+):\/\/([^/?#]*)/.exec(address) ?? [];
  return refuse('internal', `Get "${address}": ${connectionError(host, scheme, undefined)}`);
}

export const imageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/images/json',
    answer: ({ turn, query }) => jsonAnswer(listImages(turn, query)),
  },
  {
    method: 'GET',
    path: '/images/search',
    answer: ({ turn, query }) =>
      jsonAnswer(
        searchRegistry(
          turn,
          query['term'] ?? '',
          Number(query['limit'] ?? 0),
          readFilters(query['filters']),
        ),
      ),
  },
  {
    method: 'GET',
    path: '/images/get',
    answer: ({ turn, query }) => {
      refuseExport(query['platform']);
      return textAnswer(saveImages(turn, (query['names'] ?? '').split('\n')));
    },
  },
  {
    method: 'GET',
    path: '/images/{name...}/get',
    answer: ({ turn, name, query }) => {
      refuseExport(query['platform']);
      return textAnswer(saveImages(turn, [name]));
    },
  },
  {
    method: 'POST',
    path: '/images/load',
    answer: ({ turn, query, request }) => {
      // Images for other machines are passed over.
      if (isForeign(readPlatform(query['platform'])))
        return messagesAnswer([{ stream: '\n' }], null);
      const { lines, error } = loadImages(turn, textOf(request.body));
      return messagesAnswer(
        lines.map((line) => ({ stream: `${line}\n` })),
        error,
      );
    },
  },
  {
    method: 'GET',
    path: '/containers/{name}/export',
    answer: ({ turn, name }) => textAnswer(exportContainer(turn, name)),
  },
  {
    method: 'POST',
    path: '/images/create',
    answer: (call) => (call.query['fromImage'] ? pull(call) : importTar(call)),
  },
  {
    method: 'POST',
    path: '/images/prune',
    answer: ({ turn, query }) => jsonAnswer(pruneImages(turn, query['filters'] ?? '{}')),
  },
  {
    method: 'GET',
    path: '/images/{name...}/json',
    answer: ({ turn, name }) => jsonAnswer(imageJson(turn, getImage(turn, name))),
  },
  {
    method: 'GET',
    path: '/images/{name...}/history',
    answer: ({ turn, name, query }) => {
      const image = getImage(turn, name);
      const platform = readPlatform(query['platform']);
      if (isForeign(platform)) refuse('not-found', mismatchOf(name, platform));
      return jsonAnswer(historyJson(turn, image));
    },
  },
  {
    method: 'POST',
    path: '/images/{name...}/tag',
    answer: ({ turn, name, query }) => {
      tagImage(turn, name, query['repo'] ?? '', query['tag'] ?? '');
      return emptyAnswer(201);
    },
  },
  {
    method: 'POST',
    path: '/images/{name...}/push',
    answer: ({ turn, name, query, request }) => {
      const reference = qualified(name, query['tag']);
      const platform = readPlatform(query['platform']);
      if (platform !== null) {
        getImage(turn, format(reference));
        const mismatch = platformMismatch(reference, platform);
        if (mismatch !== null) refuse('not-found', mismatch);
      }
      const { messages, error } = pushImage(turn, reference, credentialsOf(request));
      return messagesAnswer(messages, error);
    },
  },
  {
    method: 'DELETE',
    path: '/images/',
    answer: () => refuse('not-found', 'page not found'),
  },
  {
    method: 'DELETE',
    path: '/images/{name...}',
    answer: ({ turn, name, query }) =>
      jsonAnswer(
        removeImage(turn, name, {
          force: flagOf(query['force']),
          prune: !flagOf(query['noprune']),
        }),
      ),
  },
  {
    method: 'POST',
    path: '/commit',
    answer: ({ turn, query, request }) => {
      const changes = membersOf(request.body)['changes'];
      const image = commitContainer(turn, {
        container: query['container'] ?? '',
        repository: query['repo'] ?? '',
        tag: query['tag'] ?? '',
        author: query['author'] ?? '',
        comment: query['comment'] ?? '',
        pause: query['pause'] === undefined || flagOf(query['pause']),
        changes: Array.isArray(changes)
          ? changes.filter((line): line is string => typeof line === 'string')
          : (query['changes'] ?? '').split('\n').filter((line) => line.trim() !== ''),
      });
      return jsonAnswer({ Id: image.id }, 201);
    },
  },
  {
    method: 'POST',
    path: '/auth',
    answer: ({ turn, request }) => {
      const json = membersOf(request.body);
      logIn(turn, textOf(json['serveraddress']), {
        username: textOf(json['username']),
        password: textOf(json['password']),
      });
      return jsonAnswer({ Status: 'Login Succeeded', IdentityToken: '' });
    },
  },
];
