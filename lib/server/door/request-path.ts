import 'server-only';

/** Where a request goes. `path` is that of the Engine API, without key and version, as it was sent; a parameter given several times has its values one a line. */
export interface RequestPath {
  readonly key: string;
  /** `1.50`; null when none is named. */
  readonly version: string | null;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** The address has more than a browser or a docker client ever sends, or is no address. */
const LONGEST = 16_384;

/**
 * Takes the target of a request apart: `/<key>/v1.50/containers/json?all=1`. Nothing is normalised: `..` and `//` name no route and lead nowhere.
 * Null when it is no address.
 */
export function readRequestPath(target: string, keyed: boolean): RequestPath | null {
  if (target.length > LONGEST || !target.startsWith('/')) return null;
  const mark = target.indexOf('?');
  const whole = mark < 0 ? target : target.slice(0, mark);
  const [, key = '', afterKey = ''] = keyed
    ? (/^\/([^/]*)(.*)$/s.exec(whole) ?? [])
    : ['', '', whole];
  const [, version = null, path = ''] = /^(?:\/v([0-9.]+)(?=\/))?(.*)$/s.exec(afterKey) ?? [];
  if (!isDecodable(path)) return null;
  const query = mark < 0 ? {} : readQuery(target.slice(mark + 1));
  return { key, version, path, query };
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

function readQuery(text: string): Readonly<Record<string, string>> {
  const query: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(text))
    query[name] = name in query ? `${query[name] ?? ''}\n${value}` : value;
  return query;
}

/** The oldest and the newest version of the API that the simulated engine speaks (moby api/common.go). */
export const OLDEST = '1.24';

/** Why a client's version of the API is refused (moby api/server/middleware/version.go); null when it is not. */
export function versionRefusal(version: string | null, newest: string): string | null {
  if (version === null) return null;
  if (compareVersions(version, OLDEST) < 0)
    return `client version ${version} is too old. Minimum supported API version is ${OLDEST}, please upgrade your client to a newer version`;
  if (compareVersions(version, newest) > 0)
    return `client version ${version} is too new. Maximum supported API version is ${newest}`;
  return null;
}

/** Below, at or above zero as `left` is older, the same or newer (moby api/types/versions/compare.go). */
export function compareVersions(left: string, right: string): number {
  const [one, other] = [left.split('.'), right.split('.')];
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const difference = Number(one[i] ?? 0) - Number(other[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
