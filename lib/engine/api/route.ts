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

/** The open part of a path that fits a route's pattern, `''` when the pattern has none, null when it does not fit. */
export function matchPath(pattern: string, path: string): string | null {
  const open = pattern.indexOf('{');
  if (open < 0) return pattern === path ? '' : null;
  const close = pattern.indexOf('}');
  const before = pattern.slice(0, open);
  const after = pattern.slice(close + 1);
  if (
    !path.startsWith(before) ||
    !path.endsWith(after) ||
    path.length <= before.length + after.length
  )
    return null;
  const inner = path.slice(before.length, path.length - after.length);
  const many = pattern.slice(open, close).endsWith('...');
  return !many && inner.includes('/') ? null : decodeURIComponent(inner);
}
