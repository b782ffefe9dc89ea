import type { ApiAnswer } from '../../api/types';
import { dockerRelease } from '../../docker-release';

const LEAST = '1.24';

/** -1, 0 or 1, as Docker orders versions: `1.9` is before `1.24`. */
function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  for (let i = 0; i < Math.max(a?.length ?? 0, b?.length ?? 0); i++) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** The version of the API that the environment asks for, as the client uses it. */
export function askedVersion(env: Readonly<Record<string, string>>): string {
  return env['DOCKER_API_VERSION']?.replace(/^v/, '') || dockerRelease.apiVersion;
}

/** How the engine refuses a version that it does not speak (moby api/server/middleware/version.go); null when it speaks it. */
export function refusedVersion(typed: string): ApiAnswer | null {
  const version = typed.replace(/^v/, '');
  if (version === '') return null;
  const refused = (status: number, message: string): ApiAnswer => ({
    status,
    body: { kind: 'json', json: { message } },
  });
  if (!/^[0-9.]+$/.test(version)) return refused(404, 'page not found');
  if (compare(version, dockerRelease.apiVersion) > 0)
    return refused(
      400,
      `client version ${version} is too new. Maximum supported API version is ${dockerRelease.apiVersion}`,
    );
  return compare(version, LEAST) < 0
    ? refused(
        400,
        `client version ${version} is too old. Minimum supported API version is ${LEAST}, please upgrade your client to a newer version`,
      )
    : null;
}
