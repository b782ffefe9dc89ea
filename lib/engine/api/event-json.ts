import type { EngineEvent } from '../events';

/** An event as `GET /events` sends it (moby api/types/events Message). */
export function eventJson(event: EngineEvent): Readonly<Record<string, unknown>> {
  const { at, type, action, actor, attributes } = event;
  const image = attributes['image'];
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  const old = type === 'container' || type === 'image';
  return Object.assign(
    {},
    old ? { status: action, id: actor } : null,
    type === 'container' && image ? { from: image } : null,
    {
      Type: type,
      Action: action,
      Actor: { ID: actor, Attributes: Object.fromEntries(sorted) },
      scope: 'local',
      time: Math.floor(at / 1000),
      timeNano: at * 1_000_000,
    },
  );
}
