import { AppendList } from '../kernel/append-list';
import { SortedMap } from '../kernel/sorted-map';
import { agendaOf } from './container/agenda';
import { holdingsOf } from './container/holdings';
import { canonicalJson } from './digest';
import type { EngineEvent } from './events';
import type { LogFrame, Sandbox } from './state';

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

/** What `serialise` writes. */
type Stored = Omit<Sandbox, MapName | 'agenda' | 'holdings' | 'history'> &
  Readonly<Record<MapName, Readonly<Record<string, unknown>>>> & {
    readonly logs: Readonly<Record<string, readonly LogFrame[]>>;
    readonly history: readonly EngineEvent[];
  };

/** Everything of a sandbox that is stored: the rest follows from it. */
export type SandboxParts = Omit<Sandbox, 'agenda' | 'holdings'>;

/** A sandbox from its parts. They must come from a sandbox of this version of the engine: they are not checked again. */
export function assemble(parts: SandboxParts): Sandbox {
  const { containers } = parts;
  return { ...parts, agenda: agendaOf(containers), holdings: holdingsOf(containers) };
}

/** The sandbox that `serialise` wrote. The text must come from there, and from this version of the engine: it is not checked again. */
export function deserialise(text: string): Sandbox {
  const stored = JSON.parse(text) as Stored;
  const maps = Object.fromEntries(
    mapNames.map((name) => [name, SortedMap.of(Object.entries(stored[name]))]),
  ) as unknown as Pick<Sandbox, MapName>;
  const logs = Object.entries(stored.logs);
  return assemble({
    ...stored,
    ...maps,
    logs: SortedMap.of(logs.map(([id, frames]) => [id, AppendList.of(frames)])),
    history: AppendList.of(stored.history),
  });
}
