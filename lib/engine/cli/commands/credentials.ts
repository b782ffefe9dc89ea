import type { Client } from '../client';

/** The address under which Docker keeps the login of a registry: Hub's is its old index. */
export function loginAddress(host: string): string {
  return host === '' || host === 'docker.io' || host === 'index.docker.io'
    ? 'https://index.docker.io/v1/'
    : host;
}

/** The header that carries the stored login of a registry; nothing when there is none. */
export function credentialsFor(client: Client, host: string): Readonly<Record<string, string>> {
  const login = client.settings.logins[loginAddress(host)];
  return login
    ? { 'X-Registry-Auth': JSON.stringify({ ...login, serveraddress: loginAddress(host) }) }
    : {};
}
