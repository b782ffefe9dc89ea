import 'server-only';
import { readTarget, type RequestTarget } from '@/lib/engine';

/** Where a request goes. */
export interface RequestPath extends RequestTarget {
  readonly key: string;
}

/** The address has more than a browser or a docker client ever sends, or is no address. */
const LONGEST = 16_384;

/** Takes the target of a request apart: `/<key>/v1.50/containers/json?all=1`. Null when it is no address. */
export function readRequestPath(target: string, keyed: boolean): RequestPath | null {
  if (target.length > LONGEST || !target.startsWith('/')) return null;
  const [, key = '', rest = ''] = keyed
    ? (/^\/([^/?]*)(.*)$/s.exec(target) ?? [])
    : ['', '', target];
  const asked = readTarget(rest);
  return isDecodable(asked.path) ? { key, ...asked } : null;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (failure) {
    if (failure instanceof URIError) return false;
    throw failure;
  }
}
