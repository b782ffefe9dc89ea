import type { Manifest, RegistryData } from '../catalogue';
import { EngineError, refuse } from '../errors';
import { familiarName, type Reference } from '../reference';
import type { Turn } from '../turn';

/** The credentials that a request to a registry carries. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A repository of a registry that answered. */
export interface Remote {
  readonly registry: RegistryData;
  readonly path: string;
  readonly account: string | null;
}

/** Docker's words for a registry that asks for an account. */
export function deniedPull(reference: Reference): EngineError {
  return new EngineError(
    'not-found',
    `pull access denied for ${familiarName(reference)}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
  );
}

/** Reaches the registry that a name points to, as the rules have it; a host that does not exist gives the resolver's words. */
export function reach(
  turn: Turn,
  reference: Reference,
  credentials: Credentials | null,
): Remote | null {
  const remote = turn.world.rules.remoteOf({ domain: reference.domain, path: reference.path });
  if (!remote) return null;
  const registry = turn.world.catalogue.registries[remote.domain];
  if (!registry) return unreachable(remote.domain);
  const account =
    credentials && registry.accounts[credentials.username] === credentials.password
      ? credentials.username
      : null;
  return { registry, path: remote.path, account };
}

/** Nothing answers there. */
export function unreachable(host: string): never {
  const [name = host, port] = host.split(':');
  const isAddress = /^[\d.]+$/.test(name) || name === 'localhost';
  const address = name === 'localhost' ? `127.0.0.1:${port ?? '443'}` : `${name}:${port ?? '443'}`;
  return refuse(
    'internal',
    isAddress
      ? `Get "http${name === 'localhost' || name.startsWith('127.') ? '' : 's'}://${host}/v2/": dial tcp ${address}: connect: connection refused`
      : `Get "https://${host}/v2/": dial tcp: lookup ${name}: no such host`,
  );
}

/** The tags of a repository: what was pushed in this sandbox lies over what the catalogue holds. */
export function tagsOf(turn: Turn, host: string, path: string): Readonly<Record<string, Manifest>> {
  return { ...turn.world.catalogue.contents[host]?.[path], ...turn.state.pushed[host]?.[path] };
}
