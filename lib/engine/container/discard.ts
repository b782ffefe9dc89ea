import { containersOf } from './list';
import type { Container } from '../state';
import { imageMountOf, needsImage } from './image-mount';
import { change, dropContainer, emit, emitContainer, type Turn } from '../turn';
import { writableKey } from './root-files';

/** Takes a container out of the state with its writable layer. `volumes`: its anonymous volumes too (`--rm` and `rm -v`). */
export function discard(turn: Turn, container: Container, volumes = true): void {
  const { rules } = turn.world;
  const key = writableKey(turn, container);
  dropContainer(turn, container);
  if (rules.removeDeletesFiles() && key === container.id && turn.state.writable.has(key))
    change(turn).writable = turn.state.writable.delete(key);
  for (const mount of container.mounts) {
    if (mount.kind !== 'volume') continue;
    const goes = (volumes && mount.anonymous) || !rules.removingContainerKeepsNamedVolumes();
    if (!goes || isUsed(turn, mount.name)) continue;
    change(turn).volumes = turn.state.volumes.delete(mount.name);
    emit(turn, 'volume', 'destroy', mount.name, { driver: 'local' });
  }
  forgetHeld(turn, container.image);
  for (const mount of container.mounts) {
    const shown = imageMountOf(container, mount);
    if (shown !== null) forgetHeld(turn, shown.id);
  }
  emitContainer(turn, 'destroy', container);
  if (!rules.removingContainerKeepsImage()) {
    let { references } = turn.state;
    for (const [name, id] of references)
      if (id === container.image) references = references.delete(name);
    turn.state = { ...turn.state, references, images: turn.state.images.delete(container.image) };
  }
}

/** Layers that were kept for a container alone go with it. */
function forgetHeld(turn: Turn, image: string): void {
  if (turn.state.held.size === 0 || !turn.state.held.get(image)) return;
  if (containersOf(turn.state).some((other) => needsImage(other, image))) return;
  change(turn).held = turn.state.held.delete(image);
}

/** Is a volume mounted by any container that exists? */
export function isUsed(turn: Turn, volume: string): boolean {
  return containersOf(turn.state).some((container) =>
    container.mounts.some((mount) => mount.kind === 'volume' && mount.name === volume),
  );
}
