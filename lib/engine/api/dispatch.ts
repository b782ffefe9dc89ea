import { awaitExits } from '../container/await-exit';
import { EngineError, refuse } from '../errors';
import { tooMany } from '../limits';
import { keptState, type Turn } from '../turn';
import { errorAnswer } from './answers';
import { buildRoutes } from './build-routes';
import { containerRoutes } from './container-routes';
import { copyRoutes } from './copy-routes';
import { eventRoutes } from './event-routes';
import { execRoutes } from './exec-routes';
import { imageRoutes } from './image-routes';
import { inputRoutes } from './input-routes';
import { findRoute, type Route, routeTable } from './route';
import { networkRoutes } from './network-routes';
import { pluginRoutes } from './plugin-routes';
import { swarmRoutes } from './swarm-routes';
import { systemRoutes } from './system-routes';
import { volumeRoutes } from './volume-routes';
import type { ApiAnswer, ApiRequest } from './types';

const routes: readonly Route[] = [
  ...systemRoutes,
  ...containerRoutes,
  ...copyRoutes,
  ...eventRoutes,
  ...execRoutes,
  ...imageRoutes,
  ...inputRoutes,
  ...buildRoutes,
  ...networkRoutes,
  ...pluginRoutes,
  ...swarmRoutes,
  ...volumeRoutes,
];
const table = routeTable(routes);
const nothing = {};

/**
 * One request to the Engine API within a command. A refusal gives Docker's status and message and takes back what the operation had changed; a start
 * that failed keeps what Docker records of it. `read`: false when nobody reads the body of an answer that succeeds; it may then be empty.
 */
export function dispatch(turn: Turn, request: ApiRequest, read = true): ApiAnswer {
  const finish = turn.state.client.terminal ? null : awaitExits(turn, request);
  if (finish === null) return carryOut(turn, request, read);
  const answered = carryOut(turn, request, read);
  finish();
  return answered;
}

function carryOut(turn: Turn, request: ApiRequest, read: boolean): ApiAnswer {
  const before = keptState(turn);
  const events = turn.events.length;
  const output = turn.output.length;
  const { logged } = turn;
  try {
    const answered = answer(turn, request, read);
    const full = tooMany(before, turn.state);
    if (full !== null) refuse('internal', full);
    return answered;
  } catch (refusal) {
    if (!(refusal instanceof EngineError)) throw refusal;
    if (!refusal.keepsChanges) {
      turn.state = before;
      turn.events.length = events;
      turn.output.length = output;
      turn.logged = logged;
    }
    return errorAnswer(refusal.status, refusal.message);
  }
}

function answer(turn: Turn, request: ApiRequest, read: boolean): ApiAnswer {
  const found = findRoute(table, request.method, request.path);
  if (!found) return errorAnswer(404, 'page not found');
  const { route, name } = found;
  return route.answer({ turn, request, query: request.query ?? nothing, name, read });
}
