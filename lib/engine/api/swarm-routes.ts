import { errorAnswer } from './answers';
import type { Route } from './route';

/** What every request about a swarm is told by an engine that is in none (moby daemon/cluster/errors.go errNoSwarm). */
const NO_SWARM =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';

function refuses(method: Route['method'], path: string, message = NO_SWARM): Route {
  return { method, path, answer: () => errorAnswer(503, message) };
}

/** A swarm is not simulated: the engine is never part of one, and says so. */
export const swarmRoutes: readonly Route[] = [
  ...['nodes', 'services', 'tasks', 'secrets', 'configs'].flatMap((kind) => [
    refuses('GET', `/${kind}`),
    refuses('GET', `/${kind}/{name}`),
    refuses('POST', `/${kind}/create`),
    refuses('POST', `/${kind}/{name}/update`),
    refuses('DELETE', `/${kind}/{name}`),
  ]),
  refuses('GET', '/swarm'),
  refuses('GET', '/swarm/unlockkey'),
  refuses('POST', '/swarm/update'),
  refuses('POST', '/swarm/leave', 'This node is not part of a swarm'),
];
