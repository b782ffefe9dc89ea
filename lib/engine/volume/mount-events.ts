import type { Container } from '../state';
import { emit, type Turn } from '../turn';

/** Tells that a container that starts has its volumes mounted, or that one that has ended has left them (moby daemon/volumes_unix.go). */
export function emitMounts(turn: Turn, action: 'mount' | 'unmount', container: Container): void {
  for (const mount of container.mounts) {
    if (mount.kind !== 'volume') continue;
    emit(turn, 'volume', action, mount.name, {
      container: container.id,
      ...(action === 'mount' ? { destination: mount.path } : {}),
      driver: 'local',
      ...(action === 'mount' ? { propagation: '', 'read/write': String(!mount.readonly) } : {}),
    });
  }
}
