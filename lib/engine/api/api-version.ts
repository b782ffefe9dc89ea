import { dockerRelease } from '../docker-release';

/** The oldest version of the API that the engine speaks (moby api/common.go). */
const OLDEST = '1.24';

/** Why a client's version of the API is refused (moby api/server/middleware/version.go); null when it is not. */
export function versionRefusal(version: string | null): string | null {
  const newest = dockerRelease.apiVersion;
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
