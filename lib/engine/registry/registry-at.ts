import { own } from '../../kernel/own';
import type { RegistryData } from '../catalogue';
import { serverAtHostPort } from '../network/connection';
import type { Turn } from '../turn';
import { storeOf } from './registry-store';

/** A registry that answers at an address. */
interface FoundRegistry {
  readonly registry: RegistryData;
  /** Under which word its images are kept: its host, or that of a container's storage. */
  readonly store: string;
}

/** The registry behind a host: one of the world (`localhost` is 127.0.0.1), or one that runs in a container and is published on this machine; null when there is none. */
export function registryAt(turn: Turn, host: string): FoundRegistry | null {
  const store = host.replace(/^localhost:/, '127.0.0.1:');
  const { registries } = turn.world.catalogue;
  const registry = own(registries, host);
  if (registry) return { registry, store: host };
  const local = own(registries, store);
  if (local) return { registry: { ...local, host }, store };
  const port = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]):(\d+)$/.exec(host)?.[1];
  if (port === undefined) return null;
  const found = serverAtHostPort(turn, Number(port));
  if (found?.server.serves?.kind !== 'registry') return null;
  const { container } = found;
  const open: RegistryData = { host, pull: 'anyone', push: 'anyone', accounts: {} };
  return {
    registry: container.state.kind === 'paused' ? { ...open, down: 'timeout' } : open,
    store: storeOf(container),
  };
}
