import { own } from '../../../kernel/own';
import type { Client } from '../client';

/** The address under which Docker keeps the login of Docker Hub: its old index. */
export const HUB = 'https://index.docker.io/v1/';

/** A registry's address without its scheme and path (docker/cli credentials ConvertToHostname). */
export function hostnameOf(address: string): string {
  return address.replace(/^https?:\/\//, '').split('/')[0] ?? address;
}

/** The header that carries the stored login of a registry; nothing when there is none. */
export function credentialsFor(client: Client, host: string): Readonly<Record<string, string>> {
  const address = host === 'docker.io' || host === 'index.docker.io' ? HUB : host;
  const login = own(client.settings.logins, address);
  return login ? { 'X-Registry-Auth': JSON.stringify({ ...login, serveraddress: address }) } : {};
}
