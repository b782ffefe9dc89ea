import { dataUsage } from './system-json';
import { emptyAnswer, errorAnswer, jsonAnswer } from './answers';
import { NETWORKS, volumeJson } from './volume-json';
import type { Route } from './route';

export const systemRoutes: readonly Route[] = [
  {
    method: 'HEAD',
    path: '/_ping',
    answer: () => ({
      ...emptyAnswer(200),
      headers: { 'Api-Version': '1.50', Ostype: 'linux', 'Docker-Experimental': 'false', 'Builder-Version': '2', Swarm: 'inactive' },
    }),
  },
  { method: 'GET', path: '/_ping', answer: () => ({ status: 200, body: { kind: 'text', text: 'OK' } }) },
  { method: 'GET', path: '/system/df', answer: ({ turn }) => jsonAnswer(dataUsage(turn)) },
  { method: 'GET', path: '/networks', answer: () => jsonAnswer(NETWORKS) },
  {
    method: 'GET',
    path: '/volumes',
    answer: ({ turn }) => jsonAnswer({ Volumes: Object.values(turn.state.volumes).map(volumeJson), Warnings: null }),
  },
  {
    method: 'GET',
    path: '/volumes/{name}',
    answer: ({ turn, name }) => {
      const volume = turn.state.volumes[name];
      return volume ? jsonAnswer(volumeJson(volume)) : errorAnswer(404, `get ${name}: no such volume`);
    },
  },
];
