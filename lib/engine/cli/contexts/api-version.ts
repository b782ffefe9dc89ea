import { versionRefusal } from '../../api/api-version';
import type { ApiAnswer } from '../../api/types';
import { dockerRelease } from '../../docker-release';

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
  const words = versionRefusal(version);
  return words === null ? null : refused(400, words);
}
