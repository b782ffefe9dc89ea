import { own } from '../../kernel/own';
import type { Manifest, RegistryData } from '../catalogue';
import { EngineError } from '../errors';
import { familiarName, type Reference } from '../reference';
import type { Turn } from '../turn';
import { pingError } from './connect';
import { registryAt } from './registry-at';

/** The credentials that a request to a registry carries. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A repository of a registry that answered. */
export interface Remote {
  readonly registry: RegistryData;
  /** Under which word the registry's images are kept. */
  readonly store: string;
  readonly path: string;
  readonly account: string | null;
}

/** Where a name leads: to a repository, nowhere (the rules look in no registry), or to a registry that does not answer. */
export type Reached =
  | { readonly kind: 'repository'; readonly remote: Remote }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'unreachable'; readonly error: string };

/** Docker's words for a repository that is not there, or not for this account. */
export function deniedPull(reference: Reference): EngineError {
  return new EngineError(
    'not-found',
    `pull access denied for ${familiarName(reference)}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
  );
}

/** Reaches the registry that a name points to, as the rules have it. */
export function reach(turn: Turn, reference: Reference, credentials: Credentials | null): Reached {
  const target = turn.world.rules.remoteOf({ domain: reference.domain, path: reference.path });
  if (!target) return { kind: 'nowhere' };
  const error = pingError(turn, target.domain);
  const found = registryAt(turn, target.domain);
  if (error !== null || !found) return { kind: 'unreachable', error: error ?? '' };
  const { registry, store } = found;
  const account =
    credentials && Object.hasOwn(registry.accounts, credentials.username)
      ? own(registry.accounts, credentials.username) === credentials.password
      : false;
  return {
    kind: 'repository',
    remote: {
      registry,
      store,
      path: target.path,
      account: account && credentials ? credentials.username : null,
    },
  };
}

/** The tags of a repository: what was pushed in this sandbox lies over what the catalogue holds. */
export function tagsOf(
  turn: Turn,
  { store, path }: Pick<Remote, 'store' | 'path'>,
): Readonly<Record<string, Manifest>> {
  return {
    ...own(own(turn.world.catalogue.contents, store) ?? {}, path),
    ...own(own(turn.state.pushed, store) ?? {}, path),
  };
}

/** Whose repository it is. */
export function ownerOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** May the account see the repository? */
export function maySee(turn: Turn, { registry, path, account }: Remote): boolean {
  const told = turn.world.catalogue.repositories[`${registry.host}/${path}`];
  return told?.private !== true || account === ownerOf(path);
}
