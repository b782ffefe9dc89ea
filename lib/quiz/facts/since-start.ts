import { z } from 'zod';
import { inspectContainer, inspectImage, inspectVolume, type EngineQuery } from '../engine-query';
import { canonicalImage } from '../image-name';
import type { FactScene } from './fact-scene';

/** What a name stood for: a thing that stays the same when it is renamed and another when it is made anew. */
export interface Identity {
  readonly kind: 'container' | 'image' | 'volume';
  /** An id, or a volume's name. */
  readonly id: string;
}

/** What a name stands for: a container, else an image of the local store, else a volume, or only the kind asked for; null for nothing. */
export function identityOf(
  name: string,
  query: EngineQuery,
  kind?: Identity['kind'],
): Identity | null {
  const asked = (other: Identity['kind']): boolean => kind === undefined || kind === other;
  const container = asked('container') ? inspectContainer(query, name) : null;
  if (container !== null) return { kind: 'container', id: container.Id };
  const image = asked('image') ? inspectImage(query, name) : null;
  if (image !== null) return { kind: 'image', id: image.Id };
  const volume = asked('volume') ? inspectVolume(query, name) : null;
  return volume === null ? null : { kind: 'volume', id: volume.Name };
}

const eventSchema = z.object({ Action: z.string(), Actor: z.object({ ID: z.string() }) });

/** Whether something has happened since the start, as `docker events` tells. */
function hasHappened(
  { query, start }: FactScene,
  type: string,
  action: string,
  isActor: (id: string) => boolean,
): boolean {
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
  // Every command takes some time, so that nothing of what was given bears this moment.
  const since = seconds(start.now + 1);
  if (query.sandbox.now <= start.now) return false;
  const until = seconds(query.sandbox.now);
  const filters = JSON.stringify({ type: [type], event: [action] });
  return query.messages('/events', { since, until, filters }).some((message) => {
    const event = eventSchema.safeParse(message);
    return event.success && event.data.Action === action && isActor(event.data.Actor.ID);
  });
}

/** Whether a thing of the start was removed since, whatever bears its name now. */
export function isGone({ kind, id }: Identity, scene: FactScene): boolean {
  const { query } = scene;
  const isIt = (actor: string): boolean => actor === id;
  switch (kind) {
    case 'container':
      return inspectContainer(query, id) === null;
    case 'image':
      return inspectImage(query, id) === null || hasHappened(scene, 'image', 'delete', isIt);
    case 'volume':
      return inspectVolume(query, id) === null || hasHappened(scene, 'volume', 'destroy', isIt);
  }
}

/** Whether a container's main process ended at any moment since the start. */
export function hasEnded({ id }: Identity, scene: FactScene): boolean {
  return hasHappened(scene, 'container', 'die', (actor) => actor === id);
}

/** Whether an image of this name was pulled since the start. */
export function wasPulled(name: string, scene: FactScene): boolean {
  const wanted = canonicalImage(name);
  return hasHappened(scene, 'image', 'pull', (actor) => canonicalImage(actor) === wanted);
}
