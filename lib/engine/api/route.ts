import type { Turn } from '../turn';
import type { ApiAnswer, ApiRequest } from './types';

/** A request matched to a route: what stood in the path's open places, and the query. */
export interface RouteCall {
  readonly turn: Turn;
  readonly request: ApiRequest;
  readonly query: Readonly<Record<string, string>>;
  /** The path's open part: a container's name, an image's name with its slashes. */
  readonly name: string;
  /** False: nobody reads the answer's body, only whether the request succeeds. */
  readonly read: boolean;
}

/** A route: `{name}` stands for one part of the path, `{name...}` for several. */
export interface Route {
  readonly method: ApiRequest['method'];
  readonly path: string;
  readonly answer: (call: RouteCall) => ApiAnswer;
}

/** What follows the open part (`/start`, or nothing) → the route, and whether the open part may hold slashes. */
type Endings = Map<string, { readonly route: Route; readonly many: boolean }>;

/** Routes by method and fixed path, and by method, beginning and end of the path when a part of it is open. */
export interface RouteTable {
  readonly fixed: ReadonlyMap<string, ReadonlyMap<string, Route>>;
  readonly open: ReadonlyMap<string, ReadonlyMap<string, Endings>>;
  /** What was found before, by method and path. */
  readonly known: Map<string, Map<string, FoundRoute | null>>;
}

/** Orders routes. An open part must be the second of the path, with at most one part behind it. */
export function routeTable(routes: readonly Route[]): RouteTable {
  const fixed = new Map<string, Map<string, Route>>();
  const open = new Map<string, Map<string, Endings>>();
  for (const route of routes) {
    const parts = /^(\/[^/{]+\/)\{\w+(\.\.\.)?\}(\/[^/{]+)?$/.exec(route.path);
    if (parts) {
      const [, beginning = '', many, ending = ''] = parts;
      const beginnings = entryOf(open, route.method, () => new Map<string, Endings>());
      const endings = entryOf(beginnings, beginning, (): Endings => new Map());
      endings.set(ending, { route, many: many !== undefined });
    } else if (route.path.includes('{')) throw new Error(`no place for the route ${route.path}`);
    else entryOf(fixed, route.method, () => new Map<string, Route>()).set(route.path, route);
  }
  return { fixed, open, known: new Map() };
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** A request's route and the open part of its path, decoded. */
interface FoundRoute {
  readonly route: Route;
  readonly name: string;
}

const MOST_PATHS = 500;
/** Paths longer than this hold an id and are hardly asked for again. */
const LONGEST_REMEMBERED = 64;

/** The route of a request and the open part of its path, decoded; null when there is none. The latest few hundred paths are remembered. */
export function findRoute(
  table: RouteTable,
  method: ApiRequest['method'],
  path: string,
): FoundRoute | null {
  if (path.length > LONGEST_REMEMBERED) return lookUp(table, method, path);
  const known = entryOf(table.known, method, () => new Map<string, FoundRoute | null>());
  const found = known.get(path);
  if (found !== undefined) return found;
  if (known.size >= MOST_PATHS) known.clear();
  const route = lookUp(table, method, path);
  known.set(path, route);
  return route;
}

function lookUp(
  { fixed, open }: RouteTable,
  method: ApiRequest['method'],
  path: string,
): FoundRoute | null {
  const exact = fixed.get(method)?.get(path);
  if (exact) return { route: exact, name: '' };
  const start = path.indexOf('/', 1) + 1;
  const endings = open.get(method)?.get(path.slice(0, start));
  if (!endings) return null;
  const last = path.indexOf('/', start) < 0 ? path.length : path.lastIndexOf('/');
  for (const end of last === path.length ? [last] : [last, path.length]) {
    const found = endings.get(path.slice(end));
    if (!found || end === start) continue;
    const inner = path.slice(start, end);
    if (found.many || !inner.includes('/'))
      return {
        route: found.route,
        name: inner.includes('%') ? decodeURIComponent(inner) : inner,
      };
  }
  return null;
}
