import 'server-only';
import {
  assemble,
  type Container,
  type EngineEvent,
  type Exec,
  type Image,
  type Layer,
  type LogFrame,
  type Network,
  type Sandbox,
  type Volume,
} from '@/lib/engine';
import { AppendList } from '@/lib/kernel/append-list';
import { SortedMap } from '@/lib/kernel/sorted-map';
import { containerOf } from './container-rows';
import { imageOf, layerOf, type StoredImage, type StoredLayer } from './image-contents';
import { decodeRows, type Row } from './stored-text';
import { ownColumns, tableNames, tables, type TableName } from './tables';

/** The tables whose rows come apart; events come as text. */
type Given = Exclude<TableName, 'sandbox_events'>;

/** A sandbox's state as the one statement gives it: its own row, its rows by table, and the contents that were not known. */
export type StoredState = { readonly own: Row } & Readonly<Record<Given, readonly Row[] | null>> & {
    readonly image_contents: readonly StoredImage[] | null;
    readonly layer_contents: readonly StoredLayer[] | null;
    /** The pieces of JSON that hold the events, in order with commas between them, and how many events there are. Null: none. */
    readonly events: string | null;
    readonly event_count: number | null;
  };

const given = tableNames.filter((name): name is Given => name !== 'sandbox_events');

/** The state that rows hold. `known` are images that the statement was told not to give. */
export function stateOfRows(stored: StoredState, known: ReadonlyMap<string, Image>): Sandbox {
  const { events, event_count: count } = stored;
  const rows = Object.fromEntries(
    given.map((name) => [name, decodeRows(stored[name] ?? [], tables[name].columns)]),
  ) as unknown as Readonly<Record<Given, readonly Row[]>>;
  const images = new Map(
    (stored.image_contents ?? []).map((image) => [image.digest, imageOf(image)]),
  );
  const imageBy = (digest: unknown): Image => {
    const image = images.get(digest as string) ?? known.get(digest as string);
    if (!image) throw new Error(`no image ${String(digest)} was read`);
    return image;
  };
  const layers = new Map(
    (stored.layer_contents ?? []).map((layer) => [layer.digest, layerOf(layer)]),
  );
  const [own = stored.own] = decodeRows([stored.own], ownColumns);
  const stand = rows.sandbox_images;
  const containers = containersOf(rows);
  return assemble({
    seed: own['seed'] as string,
    now: own['now'] as number,
    commands: own['commands'] as number,
    made: own['made'] as number,
    images: mapOf(stand, 'image_id', ({ digest }) =>
      digest === null ? undefined : imageBy(digest),
    ),
    held: mapOf(stand, 'image_id', ({ held_digest: held }) =>
      held === null ? undefined : imageBy(held),
    ),
    tagged: mapOf(stand, 'image_id', ({ tagged_at: at }) => (at as number | null) ?? undefined),
    references: mapOf(rows.sandbox_image_names, 'name', (row) => row['image_id'] as string),
    layers: mapOf(
      rows.sandbox_layers,
      'diff_id',
      ({ digest }) => layers.get(digest as string) as Layer,
    ),
    containers,
    names: SortedMap.of([...containers].map(([id, { name }]) => [name, id])),
    logs: logsOf(rows.sandbox_container_logs),
    writable: SortedMap.of(
      rows.sandbox_container_files.map((row) => [
        `${String(row['container_id'])}${String(row['part'])}`,
        row['files'] as Volume['files'],
      ]),
    ),
    volumes: mapOf(rows.sandbox_volumes, 'name', volumeOf),
    networks: mapOf(rows.sandbox_networks, 'id', networkOf),
    execs: mapOf(rows.sandbox_execs, 'id', execOf),
    history:
      events === null || count === null
        ? AppendList.of([])
        : AppendList.later(count, () => eventsOf(events)),
    pushed: pushedOf(rows.sandbox_registry_contents, imageBy),
    pulls: mapOf(rows.sandbox_registry_pulls, 'meter', (row) => row['times'] as readonly number[]),
    client: {
      ...(own['client'] as Omit<Sandbox['client'], 'logins' | 'files'>),
      logins: loginsOf(rows.sandbox_registry_logins),
      files: own['home_files'] as Sandbox['client']['files'],
    },
    session: own['session'] as Sandbox['session'],
  });
}

function mapOf<T>(
  rows: readonly Row[],
  key: string,
  valueOf: (row: Row) => T | undefined,
): SortedMap<T> {
  let map = SortedMap.empty<T>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== undefined) map = map.set(row[key] as string, value);
  }
  return map;
}

/** Rows by the container that they belong to, in the order of their positions. */
function byContainer(rows: readonly Row[]): ReadonlyMap<unknown, readonly Row[]> {
  const lists = new Map<unknown, Row[]>();
  for (const row of rows) {
    const list = lists.get(row['container_id']);
    if (list) list.push(row);
    else lists.set(row['container_id'], [row]);
  }
  for (const list of lists.values())
    list.sort((a, b) => (a['position'] as number) - (b['position'] as number));
  return lists;
}

const none: readonly Row[] = [];

function containersOf(rows: Readonly<Record<Given, readonly Row[]>>): SortedMap<Container> {
  const ports = byContainer(rows.sandbox_ports);
  const mounts = byContainer(rows.sandbox_mounts);
  const endpoints = byContainer(rows.sandbox_endpoints);
  return mapOf(rows.sandbox_containers, 'id', (row) =>
    containerOf(row, {
      ports: ports.get(row['id']) ?? none,
      mounts: mounts.get(row['id']) ?? none,
      endpoints: endpoints.get(row['id']) ?? none,
    }),
  );
}

function logsOf(rows: readonly Row[]): SortedMap<AppendList<LogFrame>> {
  return SortedMap.of(
    [...byContainer(rows)].map(([container, pieces]) => [
      container as string,
      AppendList.of(pieces.flatMap((piece) => piece['frames'] as readonly LogFrame[])),
    ]),
  );
}

function volumeOf({ options, ...row }: Row): Volume {
  const volume = row as unknown as Volume;
  return options === null
    ? volume
    : { ...volume, options: options as Readonly<Record<string, string>> };
}

function networkOf({ id, name, driver, created, about }: Row): Network {
  return { ...(about as object), id, name, driver, created } as Network;
}

/** Member by member: there are hundreds of them, and copying the rest of an object costs more than reading it. */
function execOf({ id, container_id: container, pid, exit_code: exitCode, about }: Row): Exec {
  const { argv, env, cwd, user, tty, attachStdin } = about as Exec;
  return {
    id: id as string,
    container: container as string,
    argv,
    env,
    cwd,
    user,
    tty,
    attachStdin,
    pid: pid as number | null,
    exitCode: exitCode as number | null,
  };
}

function eventsOf(pieces: string): readonly EngineEvent[] {
  return (JSON.parse(`[${pieces}]`) as readonly (readonly EngineEvent[])[]).flat();
}

function pushedOf(rows: readonly Row[], imageBy: (digest: unknown) => Image): Sandbox['pushed'] {
  type Tags = Record<string, { digest: string; size: number; image: Image }>;
  // Names of repositories are the learner's: none may be found that was not stored, `constructor` for one.
  const pushed = Object.create(null) as Record<string, Record<string, Tags>>;
  for (const row of rows) {
    const repositories = (pushed[row['registry'] as string] ??= Object.create(null) as Record<
      string,
      Tags
    >);
    const tags = (repositories[row['repository'] as string] ??= Object.create(null) as Tags);
    tags[row['tag'] as string] = {
      digest: row['digest'] as string,
      size: row['size'] as number,
      image: imageBy(row['image_digest']),
    };
  }
  return pushed;
}

function loginsOf(rows: readonly Row[]): Sandbox['client']['logins'] {
  return Object.fromEntries(
    rows.map((row) => [
      row['host'] as string,
      { username: row['username'] as string, password: row['password'] as string },
    ]),
  );
}
