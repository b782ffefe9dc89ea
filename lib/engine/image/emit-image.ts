import type { EngineEvent } from '../events';
import { emit, type Turn } from '../turn';
import { findImage } from './find';

/** Records an image's event (moby daemon/images/image_events.go): `actor` is an id or a name, and while the image is there its labels go along. */
export function emitImage(
  turn: Turn,
  action: EngineEvent['action'],
  actor: string,
  name: string,
): void {
  emit(
    turn,
    'image',
    action,
    actor,
    Object.assign({}, findImage(turn, actor)?.config.Labels, { name }),
  );
}
