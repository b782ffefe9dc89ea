import { changesOf } from '../container/changes';
import { areDetachKeys } from '../container/detach-keys';
import { createContainer } from '../container/create';
import { findContainer, getContainer } from '../container/find';
import { killContainer } from '../container/kill';
import { giveStream } from '../container/launch';
import { pauseContainer } from '../container/pause';
import { pruneContainers } from '../container/prune';
import { readHostConfig } from './read-config';
import { readCreate } from './read-create';
import { limitWarnings, warningsOf } from '../container/warnings';
import { removeContainer, removeLink } from '../container/remove';
import { renameContainer } from '../container/rename';
import { restartContainer } from '../container/restart';
import { startContainer } from '../container/start';
import { beginStop, stopContainer, type StopOptions } from '../container/stop';
import { unpauseContainer } from '../container/unpause';
import { updateContainer } from '../container/update';
import { refuse } from '../errors';
import { emitContainer } from '../turn';
import { emptyAnswer, jsonAnswer, subscriptionAnswer } from './answers';
import { containerJson } from './container-json';
import { listContainers } from './list-containers';
import { logsAnswer } from './logs';
import { flagOf, membersOf } from './read-json';
import type { Route, RouteCall } from './route';
import type { ApiAnswer } from './types';
import { statsJson } from './stats-json';
import { checkTerminalSize } from './terminal-size';
import { topJson } from './top';

function timeoutOf(query: RouteCall['query']): number | null {
  const { t } = query;
  return t === undefined ? null : Number(t) * 1000;
}

/** The header of a door that holds the wait of a stop itself: `begin` or `finish`. */
export const WAIT_HALF = 'X-Drydock-Half';

function stopOptions({ query, request }: RouteCall): StopOptions {
  const half = request.headers?.[WAIT_HALF];
  return {
    timeout: timeoutOf(query),
    signal: query['signal'] ?? null,
    half: half === 'begin' || half === 'finish' ? half : undefined,
  };
}

/** The answer to the first half of a stop or a restart; null when the whole is to be done at once. */
function beginning(call: RouteCall, startsAgain: boolean): ApiAnswer | null {
  const options = stopOptions(call);
  if (options.half !== 'begin') return null;
  const wait = beginStop(call.turn, call.name, options, startsAgain);
  return wait && subscriptionAnswer({ kind: 'stop', ...wait }, 200);
}

export const containerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/containers/json',
    answer: ({ turn, query }) => jsonAnswer(listContainers(turn, query)),
  },
  {
    method: 'POST',
    path: '/containers/create',
    answer: ({ turn, query, request }) => {
      const { config, hostConfig: asked, networks } = readCreate(request.body);
      const { id, hostConfig } = createContainer(turn, {
        name: query['name'] || null,
        platform: query['platform'] || null,
        config,
        hostConfig: asked,
        networks,
      });
      return jsonAnswer({ Id: id, Warnings: warningsOf(hostConfig) }, 201);
    },
  },
  {
    method: 'POST',
    path: '/containers/prune',
    answer: ({ turn, query }) => jsonAnswer(pruneContainers(turn, query['filters'] ?? '{}')),
  },
  {
    method: 'GET',
    path: '/containers/{name}/json',
    answer: ({ turn, name, query, read }) => {
      const container = getContainer(turn.state, name);
      return read
        ? jsonAnswer(containerJson(turn, container, flagOf(query['size'])))
        : emptyAnswer(200);
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/start',
    answer: ({ turn, name, request }) => {
      // A door that holds the input of a client that has attached before gives it here.
      const stdin = membersOf(request.body)['stdin'];
      const container = typeof stdin === 'string' ? findContainer(turn.state, name) : null;
      if (container && typeof stdin === 'string') turn.stdin.set(container.id, stdin);
      return emptyAnswer(startContainer(turn, name) ? 204 : 304);
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/stop',
    answer: (call) =>
      beginning(call, false) ??
      emptyAnswer(stopContainer(call.turn, call.name, stopOptions(call)) ? 204 : 304),
  },
  {
    method: 'POST',
    path: '/containers/{name}/restart',
    answer: (call) => {
      const wait = beginning(call, true);
      if (wait) return wait;
      restartContainer(call.turn, call.name, stopOptions(call));
      return emptyAnswer();
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/kill',
    answer: ({ turn, name, query }) => {
      killContainer(turn, name, query['signal'] || null);
      return emptyAnswer();
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/pause',
    answer: ({ turn, name }) => {
      pauseContainer(turn, name);
      return emptyAnswer();
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/unpause',
    answer: ({ turn, name }) => {
      unpauseContainer(turn, name);
      return emptyAnswer();
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/rename',
    answer: ({ turn, name, query }) => {
      renameContainer(turn, name, query['name'] ?? '');
      return emptyAnswer();
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/resize',
    answer: ({ turn, name, query }) => {
      checkTerminalSize(query);
      const { id, state } = getContainer(turn.state, name);
      if (state.kind !== 'running' && state.kind !== 'paused')
        refuse('conflict', `container ${id} is not running`);
      return emptyAnswer(200);
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/update',
    answer: ({ turn, name, request }) => {
      const json = membersOf(request.body);
      const own = readHostConfig(json);
      const change = Object.fromEntries(
        Object.entries(own).filter(
          ([key, value]) => key in json && value !== 0 && value !== '' && value !== null,
        ),
      );
      if (own.RestartPolicy?.Name === '') delete change['RestartPolicy'];
      updateContainer(turn, name, change);
      const warnings = limitWarnings(change);
      return jsonAnswer({ Warnings: warnings.length === 0 ? null : warnings });
    },
  },
  {
    method: 'DELETE',
    path: '/containers/{name}',
    answer: ({ turn, name, query }) => {
      if (flagOf(query['link'])) return removeLink(turn, name);
      removeContainer(turn, name, { force: flagOf(query['force']), volumes: flagOf(query['v']) });
      return emptyAnswer();
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/wait',
    answer: ({ turn, name, query }) => {
      const { id } = getContainer(turn.state, name);
      const condition = query['condition'] ?? 'not-running';
      if (condition !== 'not-running' && condition !== 'next-exit' && condition !== 'removed')
        return refuse('invalid-parameter', `invalid condition: "${condition}"`);
      return subscriptionAnswer({ kind: 'wait', container: id, condition }, 200);
    },
  },
  {
    method: 'POST',
    path: '/containers/{name}/attach',
    answer: ({ turn, name, query, request }) => {
      const keys = query['detachKeys'] ?? '';
      if (!areDetachKeys(keys))
        refuse('invalid-parameter', `Invalid detach keys (${keys}) provided`);
      const container = getContainer(turn.state, name);
      if (container.state.kind === 'paused')
        refuse('conflict', `container ${name} is paused, unpause the container before attach`);
      const stdin = membersOf(request.body)['stdin'];
      if (typeof stdin === 'string') {
        turn.stdin.set(container.id, stdin);
        giveStream(turn, container, stdin);
      }
      emitContainer(turn, 'attach', container);
      return subscriptionAnswer({ kind: 'attach', container: container.id });
    },
  },
  { method: 'GET', path: '/containers/{name}/logs', answer: logsAnswer },
  {
    method: 'GET',
    path: '/containers/{name}/stats',
    answer: ({ turn, name }) => jsonAnswer(statsJson(turn, getContainer(turn.state, name))),
  },
  {
    method: 'GET',
    path: '/containers/{name}/top',
    answer: ({ turn, name, query }) => jsonAnswer(topJson(turn, name, query['ps_args'] ?? '')),
  },
  {
    method: 'GET',
    path: '/containers/{name}/changes',
    answer: ({ turn, name }) => {
      const changes = changesOf(turn, getContainer(turn.state, name));
      return jsonAnswer(
        changes.length === 0 ? null : changes.map(({ path, kind }) => ({ Path: path, Kind: kind })),
      );
    },
  },
];
