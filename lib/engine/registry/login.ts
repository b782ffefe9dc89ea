import { own } from '../../kernel/own';
import { refuse } from '../errors';
import type { Turn } from '../turn';
import { endpointOf, pingError, unanswered } from './connect';
import { registryAt } from './registry-at';
import type { Credentials } from './remote';

/** Checks an account with a registry (`POST /auth`). `address` as the client sends it: a host, or Docker Hub's `https://index.docker.io/v1/`. */
export function logIn(turn: Turn, address: string, { username, password }: Credentials): void {
  const host = hostOf(address);
  const error = pingError(turn, host);
  if (error !== null) throw unanswered(error);
  const registry = registryAt(turn, host)?.registry;
  if (!registry || Object.keys(registry.accounts).length === 0) return;
  if (own(registry.accounts, username) === password) return;
  const endpoint = `${endpointOf(host)}/v2/`;
  if (registry.wrongPassword !== undefined)
    refuse('unauthorized', `Get "${endpoint}": unauthorized: ${registry.wrongPassword}`);
  refuse('internal', `login attempt to ${endpoint} failed with status: 401 Unauthorized`);
}

/** The registry's host behind the address that logins are kept under. */
function hostOf(address: string): string {
  const host = address.replace(/^https?:\/\//, '').split('/')[0] ?? address;
  return host === '' || host === 'index.docker.io' ? 'docker.io' : host;
}
