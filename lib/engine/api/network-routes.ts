import { connectContainer } from '../network/connect';
import { createNetwork } from '../network/create-network';
import { disconnectContainer } from '../network/disconnect';
import { membersOf as containersOn } from '../network/endpoints';
import { getNetwork } from '../network/find-network';
import { PREDEFINED, type Network } from '../network/network';
import { pruneNetworks } from '../network/prune-networks';
import { removeNetwork } from '../network/remove-network';
import { refuse } from '../errors';
import { emptyAnswer, jsonAnswer } from './answers';
import { checkFilters, matchesLabels, matchesText, readFilters, type Filters } from './filters';
import { networkJson, networkSummaryJson } from './network-json';
import { membersOf, textOf } from './read-json';
import { readEndpoint, readNetworkOrder } from './read-network';
import type { Route, RouteCall } from './route';

const KNOWN = ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type'];

function isOneOf(words: readonly string[] | undefined, text: string): boolean {
  return words === undefined || words.length === 0 || words.includes(text);
}

/** Whether only unused networks, or only used ones, are wanted; null: both. */
function danglingOf(filters: Filters): boolean | null {
  const [value, ...more] = filters.get('dangling') ?? [];
  if (more.length > 0)
    refuse('invalid-parameter', 'got more than one value for filter key "dangling"');
  if (value === undefined) return null;
  if (value === '1' || value === 'true') return true;
  if (value === '0' || value === 'false') return false;
  return refuse(
    'invalid-parameter',
    `invalid value for filter 'dangling', must be "true" (or "1"), or "false" (or "0")`,
  );
}

/** `GET /networks` (moby daemon/network/filter.go). */
function list({ turn, query }: RouteCall): readonly Network[] {
  const filters = readFilters(query['filters']);
  checkFilters(filters, KNOWN);
  const dangling = danglingOf(filters);
  for (const type of filters.get('type') ?? [])
    if (type !== 'builtin' && type !== 'custom')
      refuse('internal', `invalid filter: 'type'='${type}'`);
  return turn.state.networks.values().filter((network) => {
    const { id, name, driver, labels } = network;
    const builtin = PREDEFINED.includes(name);
    return (
      isOneOf(filters.get('driver'), driver) &&
      matchesText(filters.get('name'), name) &&
      matchesText(filters.get('id'), id) &&
      matchesLabels(labels, filters.get('label') ?? []) &&
      isOneOf(filters.get('scope'), 'local') &&
      isOneOf(filters.get('type'), builtin ? 'builtin' : 'custom') &&
      (dangling === null ||
        dangling === (!builtin && containersOn(turn.state, network).length === 0))
    );
  });
}

export const networkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/networks',
    answer: (call) => jsonAnswer(list(call).map(networkSummaryJson)),
  },
  {
    method: 'POST',
    path: '/networks/create',
    answer: ({ turn, request }) => {
      const { id } = createNetwork(turn, readNetworkOrder(request.body));
      return jsonAnswer({ Id: id, Warning: '' }, 201);
    },
  },
  {
    method: 'POST',
    path: '/networks/prune',
    answer: ({ turn, query }) => jsonAnswer(pruneNetworks(turn, query['filters'])),
  },
  {
    method: 'GET',
    path: '/networks/{name}',
    answer: ({ turn, name }) => jsonAnswer(networkJson(turn, getNetwork(turn.state, name))),
  },
  {
    method: 'DELETE',
    path: '/networks/{name}',
    answer: ({ turn, name }) => {
      removeNetwork(turn, name);
      return emptyAnswer();
    },
  },
  {
    method: 'POST',
    path: '/networks/{name}/connect',
    answer: ({ turn, name, request }) => {
      const json = membersOf(request.body);
      connectContainer(turn, name, textOf(json['Container']), readEndpoint(json['EndpointConfig']));
      return emptyAnswer(200);
    },
  },
  {
    method: 'POST',
    path: '/networks/{name}/disconnect',
    answer: ({ turn, name, request }) => {
      const json = membersOf(request.body);
      disconnectContainer(turn, name, textOf(json['Container']), json['Force'] === true);
      return emptyAnswer(200);
    },
  },
];
