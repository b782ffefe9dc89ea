import { refuse } from '../errors';
import type { Turn } from '../turn';
import { unreachable, type Credentials } from './remote';

/** Checks an account with a registry (`POST /auth`). `address` as the client sends it: a host, or Docker Hub's `https://index.docker.io/v1/`. */
export function logIn(turn: Turn, address: string, { username, password }: Credentials): void {
  const host = hostOf(address);
  const registry = turn.world.catalogue.registries[host];
  if (!registry) unreachable(host);
  if (registry.accounts[username] === password && password !== '') return;
  if (host === 'docker.io')
    refuse(
      'unauthorized',
      'Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password',
    );
  if (Object.keys(registry.accounts).length === 0) return;
  refuse(
    'unauthorized',
    `login attempt to http://${host}/v2/ failed with status: 401 Unauthorized`,
  );
}

/** The registry's host behind the address that logins are kept under. */
export function hostOf(address: string): string {
  return address === 'https://index.docker.io/v1/' || address === ''
    ? 'docker.io'
    : (address.replace(/^https?:\/\//, '').split('/')[0] ?? address);
}
