import { AppendList } from '../kernel/append-list';
import { SortedMap } from '../kernel/sorted-map';
import { agendaOf } from './container/agenda';
import { holdingsOf } from './container/holdings';
import { canonicalJson } from './digest';
import type { EngineEvent } from './events';
import type { Container, LogFrame, Sandbox, Session } from './state';

/** The members of a sandbox that are sorted maps. */
type MapName = {
  [Name in keyof Sandbox]-?: Sandbox[Name] extends SortedMap<unknown> ? Name : never;
}[keyof Sandbox];

/** All of them; the type sees to it that none is forgotten. */
const mapNames = Object.keys({
  images: true,
  held: true,
  references: true,
  tagged: true,
  layers: true,
  containers: true,
  logs: true,
  writable: true,
  names: true,
  volumes: true,
  networks: true,
  execs: true,
  pulls: true,
} satisfies Record<MapName, true>) as readonly MapName[];

/** A sandbox as JSON with sorted keys: equal states give equal texts. What follows from the rest is left out. */
export function serialise(sandbox: Sandbox): string {
  return canonicalJson({ ...sandbox, agenda: undefined, holdings: undefined });
}

/** The sandbox that `serialise` wrote. The text must come from there: it is not checked again. A map that was unknown when it was written is empty. */
export function deserialise(text: string): Sandbox {
  const stored = JSON.parse(text) as Omit<Sandbox, MapName | 'agenda' | 'holdings'> &
    Partial<Record<MapName, Readonly<Record<string, unknown>>>>;
  const maps = Object.fromEntries(
    mapNames.map((name) => [name, SortedMap.of(Object.entries(stored[name] ?? {}))]),
  );
  const containers = maps['containers'] as SortedMap<Container>;
  const logs = Object.entries((stored.logs ?? {}) as Readonly<Record<string, readonly LogFrame[]>>);
  return {
    ...(stored as unknown as Sandbox),
    session: (stored as { readonly session?: Session | null }).session ?? null,
    ...maps,
    logs: SortedMap.of(logs.map(([id, frames]) => [id, AppendList.of(frames)])),
    history: AppendList.of((stored.history ?? []) as unknown as readonly EngineEvent[]),
    agenda: agendaOf(containers),
    holdings: holdingsOf(containers),
  };
}
