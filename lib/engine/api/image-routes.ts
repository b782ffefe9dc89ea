import { commitContainer } from '../image/commit';
import { getImage } from '../image/find';
import { pruneImages } from '../image/prune';
import { removeImage } from '../image/remove';
import { tagImage } from '../image/tag';
import {
  parseNormalizedNamed,
  tagNameOnly,
  withDigest,
  withTag,
  type Reference,
} from '../reference';
import { pullImage } from '../registry/pull';
import { pushImage } from '../registry/push';
import { logIn } from '../registry/login';
import type { Credentials } from '../registry/remote';
import { refuse } from '../errors';
import { emptyAnswer, jsonAnswer } from './answers';
import { historyJson, imageJson } from './image-json';
import { listImages } from './list-images';
import { flagOf, membersOf, textOf } from './read-json';
import type { Route } from './route';
import type { ApiRequest } from './types';

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

export const imageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/images/json',
    answer: ({ turn, query }) => jsonAnswer(listImages(turn, query)),
  },
  {
    method: 'POST',
    path: '/images/create',
    answer: ({ turn, query, request }) => {
      const name = qualified(query['fromImage'] ?? '', query['tag']);
      const all = (query['tag'] ?? '') === '' && name.digest === null && name.tag === null;
      const messages = pullImage(turn, all ? name : tagNameOnly(name), all, credentialsOf(request));
      return { status: 200, body: { kind: 'messages', messages } };
    },
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
    answer: ({ turn, name }) => jsonAnswer(historyJson(turn, getImage(turn, name))),
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
      const { messages, error } = pushImage(turn, reference, credentialsOf(request));
      const last = error === null ? [] : [{ errorDetail: { message: error }, error }];
      return { status: 200, body: { kind: 'messages', messages: [...messages, ...last] } };
    },
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
