import type { Volume } from '../state';
import {
  createVolume,
  getVolume,
  pruneVolumes,
  removeVolume,
  volumeUsers,
} from '../volume/volumes';
import { emptyAnswer, jsonAnswer } from './answers';
import { checkFilters, matchesLabels, matchesText, readBoolean, readFilters } from './filters';
import { flagOf, membersOf, textOf } from './read-json';
import type { Route, RouteCall } from './route';
import { labelsOf, volumeJson } from './volume-json';

const KNOWN = ['dangling', 'driver', 'label', 'name'];

function pairsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(membersOf(value)).map(([key, member]) => [key, textOf(member)]),
  );
}

function list({ turn, query }: RouteCall): readonly Volume[] {
  const filters = readFilters(query['filters']);
  checkFilters(filters, KNOWN);
  const dangling = readBoolean(filters, 'dangling');
  return turn.state.volumes
    .keys()
    .sort()
    .flatMap((name) => turn.state.volumes.get(name) ?? [])
    .filter(
      (volume) =>
        (dangling === null || dangling === (volumeUsers(turn, volume.name).length === 0)) &&
        matchesText(filters.get('name'), volume.name) &&
        matchesLabels(labelsOf(volume), filters.get('label') ?? []),
    );
}

export const volumeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/volumes',
    answer: (call) => jsonAnswer({ Volumes: list(call).map(volumeJson), Warnings: null }),
  },
  {
    method: 'POST',
    path: '/volumes/create',
    answer: ({ turn, request }) => {
      const json = membersOf(request.body);
      const name = textOf(json['Name']);
      const volume = createVolume(
        turn,
        name,
        textOf(json['Driver']),
        pairsOf(json['Labels']),
        name === '',
        pairsOf(json['DriverOpts']),
      );
      return jsonAnswer(volumeJson(volume), 201);
    },
  },
  {
    method: 'POST',
    path: '/volumes/prune',
    answer: ({ turn, query }) => jsonAnswer(pruneVolumes(turn, query['filters'])),
  },
  {
    method: 'GET',
    path: '/volumes/{name}',
    answer: ({ turn, name }) => jsonAnswer(volumeJson(getVolume(turn, name))),
  },
  {
    method: 'DELETE',
    path: '/volumes/{name}',
    answer: ({ turn, name, query }) => {
      removeVolume(turn, name, flagOf(query['force']));
      return emptyAnswer();
    },
  },
];
