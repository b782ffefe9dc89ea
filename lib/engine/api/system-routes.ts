import { dockerRelease } from '../docker-release';
import { dataUsage } from './system-json';
import { emptyAnswer, jsonAnswer } from './answers';
import { infoJson } from './info-json';
import type { Route } from './route';
import { versionJson } from './version-json';

/** What a client learns of an engine before it asks for anything else (moby api/server/router/system pingHandler). */
const pingHeaders = {
  'Api-Version': dockerRelease.apiVersion,
  Ostype: 'linux',
  'Docker-Experimental': 'false',
  'Builder-Version': '2',
  Swarm: 'inactive',
  'Cache-Control': 'no-cache, no-store, must-revalidate',
  Pragma: 'no-cache',
};

export const systemRoutes: readonly Route[] = [
  {
    method: 'HEAD',
    path: '/_ping',
    answer: () => ({ ...emptyAnswer(200), headers: pingHeaders }),
  },
  {
    method: 'GET',
    path: '/_ping',
    answer: () => ({ status: 200, headers: pingHeaders, body: { kind: 'text', text: 'OK' } }),
  },
  {
    method: 'GET',
    path: '/version',
    answer: ({ turn }) => jsonAnswer(versionJson(turn.world.catalogue.host)),
  },
  { method: 'GET', path: '/info', answer: ({ turn }) => jsonAnswer(infoJson(turn)) },
  { method: 'GET', path: '/system/df', answer: ({ turn }) => jsonAnswer(dataUsage(turn)) },
];
