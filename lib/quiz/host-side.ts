import type { FileEntry, Sandbox } from '../engine';
import type { EngineQuery } from './engine-query';

/*
 * What lies on the learner's side of the Engine API: the files of the home folder and what the command line keeps of its logins. No request
 * of the API tells of them, so they are read from the sandbox.
 */

/** A file of the host, by absolute path or by path in the home folder; null when there is none. */
export function hostFile(
  path: string,
  { sandbox, world }: Pick<EngineQuery, 'sandbox' | 'world'>,
): FileEntry | null {
  const at = path.startsWith('/') ? path : `${world.catalogue.host.user.home}/${path}`;
  const entry = sandbox.client.files[at];
  return entry === undefined || entry.kind === 'whiteout' ? null : entry;
}

/** Docker Hub's address as the command line keeps its login (docker/cli registry.IndexServer). */
const HUB_ADDRESS = 'https://index.docker.io/v1/';

/** Whether the command line holds a login for a registry: `docker.io`, `registry.example.com`. */
export function isLoggedIn(registry: string, sandbox: Sandbox): boolean {
  const address = registry === 'docker.io' ? HUB_ADDRESS : registry;
  return Object.hasOwn(sandbox.client.logins, address);
}
