import { containersOf } from './list';
import type { Container } from '../state';
import { emit, emitContainer, without, type Turn } from '../turn';
import { writableKey } from './root-files';

/** Takes a container out of the state with its writable layer. `volumes`: its anonymous volumes too (`--rm` and `rm -v`). */
export function discard(turn: Turn, container: Container, volumes = true): void {
  const { rules } = turn.world;
  const key = writableKey(turn, container);
  const { state } = turn;
  turn.state = {
    ...state,
    containers: without(state.containers, container.id),
    names: without(state.names, container.name),
    writable:
      rules.removeDeletesFiles() && key === container.id
        ? without(state.writable, key)
        : state.writable,
  };
  for (const mount of container.mounts) {
    if (mount.kind !== 'volume') continue;
    const goes = (volumes && mount.anonymous) || !rules.removingContainerKeepsNamedVolumes();
    if (!goes || isUsed(turn, mount.name)) continue;
    turn.state = { ...turn.state, volumes: without(turn.state.volumes, mount.name) };
    emit(turn, 'volume', 'destroy', mount.name, { driver: 'local' });
  }
  emitContainer(turn, 'destroy', container);
  if (!rules.removingContainerKeepsImage()) {
    const references = { ...turn.state.references };
    for (const [name, id] of Object.entries(references))
      if (id === container.image) delete references[name];
    turn.state = { ...turn.state, references, images: without(turn.state.images, container.image) };
  }
}

/** Is a volume mounted by any container that exists? */
export function isUsed(turn: Turn, volume: string): boolean {
  return containersOf(turn.state).some((container) =>
    container.mounts.some((mount) => mount.kind === 'volume' && mount.name === volume),
  );
}
