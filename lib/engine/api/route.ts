import type { Turn } from '../turn';
import type { ApiAnswer, ApiRequest } from './types';

/** A request matched to a route: what stood in the path's open places, and the query. */
export interface RouteCall {
  readonly turn: Turn;
  readonly request: ApiRequest;
  readonly query: Readonly<Record<string, string>>;
  /** The path's open part: a container's name, an image's name with its slashes. */
  readonly name: string;
}

/** A route: `{name}` stands for one part of the path, `{name...}` for several. */
export interface Route {
  readonly method: ApiRequest['method'];
  readonly path: string;
  readonly answer: (call: RouteCall) => ApiAnswer;
}

/** A route with an open part, its path taken apart once. */
export interface OpenRoute {
  readonly route: Route;
  readonly before: string;
  readonly after: string;
  /** Whether the open part may hold slashes. */
  readonly many: boolean;
}

/** Takes a route's path apart; null when nothing in it is open. */
export function openRoute(route: Route): OpenRoute | null {
  const { path } = route;
  const open = path.indexOf('{');
  if (open < 0) return null;
  const close = path.indexOf('}');
  return {
    route,
    before: path.slice(0, open),
    after: path.slice(close + 1),
    many: path.slice(open, close).endsWith('...'),
  };
}

/** The open part of a path that fits a route, null when it does not fit. */
export function matchPath({ before, after, many }: OpenRoute, path: string): string | null {
  if (
    path.length <= before.length + after.length ||
    !path.startsWith(before) ||
    !path.endsWith(after)
  )
    return null;
  const inner = path.slice(before.length, path.length - after.length);
  return !many && inner.includes('/') ? null : decodeURIComponent(inner);
}
