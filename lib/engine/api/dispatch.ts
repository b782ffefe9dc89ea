import { EngineError } from '../errors';
import type { Turn } from '../turn';
import { errorAnswer } from './answers';
import { containerRoutes } from './container-routes';
import { imageRoutes } from './image-routes';
import { matchPath, openRoute, type Route } from './route';
import { systemRoutes } from './system-routes';
import { volumeRoutes } from './volume-routes';
import type { ApiAnswer, ApiRequest } from './types';

/** Fixed paths are kept apart, so that the common ones are found without trying patterns. */
const routes: readonly Route[] = [
  ...systemRoutes,
  ...containerRoutes,
  ...imageRoutes,
  ...volumeRoutes,
];
const fixed: ReadonlyMap<string, Route> = new Map(
  routes
    .filter((route) => !route.path.includes('{'))
    .map((route) => [`${route.method} ${route.path}`, route]),
);
const open = routes.map(openRoute).filter((route) => route !== null);

/**
 * One request to the Engine API within a command. A refusal gives Docker's status and message and takes back what the operation had changed; a start
 * that failed keeps what Docker records of it.
 */
export function dispatch(turn: Turn, request: ApiRequest): ApiAnswer {
  const before = turn.state;
  const events = turn.events.length;
  const output = turn.output.length;
  const { logged } = turn;
  try {
    return answer(turn, request);
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

function answer(turn: Turn, request: ApiRequest): ApiAnswer {
  const query = request.query ?? {};
  const exact = fixed.get(`${request.method} ${request.path}`);
  if (exact) return exact.answer({ turn, request, query, name: '' });
  for (const candidate of open) {
    if (candidate.route.method !== request.method) continue;
    const name = matchPath(candidate, request.path);
    if (name !== null) return candidate.route.answer({ turn, request, query, name });
  }
  return errorAnswer(404, 'page not found');
}
