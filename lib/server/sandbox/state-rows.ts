import 'server-only';
import type { EngineEvent, Image, Layer, LogFrame, Sandbox } from '@/lib/engine';
import { AppendList } from '@/lib/kernel/append-list';
import { SortedMap } from '@/lib/kernel/sorted-map';
import { containerRows } from './container-rows';
import { imageDigest, imageLayerRows, imageRow, layerDigest, layerRow } from './image-contents';
import type { Row } from './stored-text';
import { tables, type ContentName, type Table, type TableName } from './tables';

/** What a statement must write, by table. */
export interface Changes {
  readonly put: ReadonlyMap<TableName, readonly Row[]>;
  /** Keys of rows that go. */
  readonly drop: ReadonlyMap<TableName, readonly Row[]>;
  readonly contents: ReadonlyMap<ContentName, readonly Row[]>;
  /** Logs that go or begin anew: all their pieces go, but for the first where there is a new one. */
  readonly cutLogs: readonly { readonly container_id: string; readonly keep_first: boolean }[];
  /** The same for the events; null: they go on, or stay. */
  readonly cutEvents: { readonly keep_first: boolean } | null;
}

/** The state of a sandbox that is not stored yet, as far as rows are made of it. */
const nothing: Pick<
  Sandbox,
  | 'images'
  | 'held'
  | 'references'
  | 'tagged'
  | 'layers'
  | 'containers'
  | 'logs'
  | 'writable'
  | 'volumes'
  | 'networks'
  | 'execs'
  | 'pulls'
  | 'history'
  | 'pushed'
> & { readonly client: Pick<Sandbox['client'], 'logins'> } = {
  images: SortedMap.empty(),
  held: SortedMap.empty(),
  references: SortedMap.empty(),
  tagged: SortedMap.empty(),
  layers: SortedMap.empty(),
  containers: SortedMap.empty(),
  logs: SortedMap.empty(),
  writable: SortedMap.empty(),
  volumes: SortedMap.empty(),
  networks: SortedMap.empty(),
  execs: SortedMap.empty(),
  pulls: SortedMap.empty(),
  history: AppendList.of([]),
  pushed: {},
  client: { logins: {} },
};

/** The rows by which a state differs from the one that is stored; null: nothing is. Looks only at what has changed. */
export function changesBetween(stored: Sandbox | null, after: Sandbox): Changes {
  const before = stored ?? nothing;
  const changes = new Collector();

  const imageIds = new Set<string>();
  for (const name of ['images', 'held', 'tagged'] as const)
    for (const { key } of changesOf<unknown>(before[name], after[name])) imageIds.add(key);
  for (const id of imageIds) {
    changes.compare('sandbox_images', storedImage(before, id), storedImage(after, id));
    for (const image of [after.images.get(id), after.held.get(id)]) changes.image(image);
  }
  for (const { key, before: was, after: is } of after.references.changesSince(before.references))
    changes.compare('sandbox_image_names', nameRow(key, was), nameRow(key, is));
  for (const { key, before: was, after: is } of after.layers.changesSince(before.layers)) {
    changes.compare('sandbox_layers', ownLayer(key, was), ownLayer(key, is));
    if (is) changes.content('layer_contents', layerDigest(is), [layerRow(is)]);
  }

  for (const { before: was, after: is } of after.containers.changesSince(before.containers)) {
    const [old, own] = [containerRows(was), containerRows(is)];
    for (const table of Object.keys(own) as (keyof typeof own)[])
      changes.compare(table, old[table], own[table]);
  }
  for (const { key, before: was, after: is } of after.writable.changesSince(before.writable))
    changes.compare('sandbox_container_files', filesRow(key, was), filesRow(key, is));
  for (const { key, before: was, after: is } of after.logs.changesSince(before.logs))
    changes.log(key, was, is);

  for (const { before: was, after: is } of after.volumes.changesSince(before.volumes))
    changes.compare(
      'sandbox_volumes',
      was && [{ options: null, ...was }],
      is && [{ options: null, ...is }],
    );
  for (const { before: was, after: is } of after.networks.changesSince(before.networks))
    changes.compare('sandbox_networks', was && [networkRow(was)], is && [networkRow(is)]);
  for (const { before: was, after: is } of after.execs.changesSince(before.execs))
    changes.compare('sandbox_execs', was && [execRow(was)], is && [execRow(is)]);
  for (const { key, before: was, after: is } of after.pulls.changesSince(before.pulls))
    changes.compare(
      'sandbox_registry_pulls',
      was && [{ meter: key, times: was }],
      is && [{ meter: key, times: is }],
    );
  if (before.pushed !== after.pushed) {
    const own = manifestsOf(after.pushed);
    changes.compare(
      'sandbox_registry_contents',
      manifestsOf(before.pushed).map(({ row }) => row),
      own.map(({ row }) => row),
    );
    for (const { image } of own) changes.image(image);
  }
  if (before.client.logins !== after.client.logins)
    changes.compare(
      'sandbox_registry_logins',
      loginRows(before.client.logins),
      loginRows(after.client.logins),
    );
  changes.events(before.history, after.history);
  return changes;
}

/** `changesSince` of maps whose kinds of values play no part. */
function changesOf<T>(
  before: SortedMap<T>,
  after: SortedMap<T>,
): readonly { readonly key: string }[] {
  return after.changesSince(before);
}

class Collector implements Changes {
  readonly put = new Map<TableName, Row[]>();
  readonly drop = new Map<TableName, Row[]>();
  readonly contents = new Map<ContentName, Row[]>();
  readonly cutLogs: { container_id: string; keep_first: boolean }[] = [];
  cutEvents: { keep_first: boolean } | null = null;
  readonly #collected = new Set<string>();

  /** Notes which rows of one entity go, come or differ. */
  compare(
    name: TableName,
    before: readonly Row[] | undefined,
    after: readonly Row[] | undefined,
  ): void {
    const { key, columns }: Table = tables[name];
    const nameOf = (row: Row) => JSON.stringify(key.map((column) => row[column]));
    const old = new Map(before?.map((row) => [nameOf(row), row]));
    for (const row of after ?? []) {
      const was = old.get(nameOf(row));
      old.delete(nameOf(row));
      if (was === undefined || differs(was, row, columns)) listIn(this.put, name).push(row);
    }
    for (const row of old.values())
      listIn(this.drop, name).push(Object.fromEntries(key.map((column) => [column, row[column]])));
  }

  content(name: ContentName, digest: string, rows: readonly Row[]): void {
    const once = `${name}/${digest}`;
    if (this.#collected.has(once)) return;
    this.#collected.add(once);
    listIn(this.contents, name).push(...rows);
  }

  image(image: Image | undefined): void {
    if (!image) return;
    const digest = imageDigest(image);
    this.content('image_contents', digest, [imageRow(image)]);
    this.content('image_content_layers', digest, imageLayerRows(image));
  }

  log(
    container: string,
    before: AppendList<LogFrame> | undefined,
    after: AppendList<LogFrame> | undefined,
  ): void {
    const { piece, cut } = pieceOf(before, after);
    if (cut) this.cutLogs.push({ container_id: container, keep_first: piece !== null });
    if (piece)
      listIn(this.put, 'sandbox_container_logs').push({
        container_id: container,
        position: piece.position,
        frames: piece.items,
      });
  }

  events(before: AppendList<EngineEvent>, after: AppendList<EngineEvent>): void {
    if (before === after) return;
    const { piece, cut } = pieceOf(before, after);
    if (cut) this.cutEvents = { keep_first: piece !== null };
    if (piece)
      listIn(this.put, 'sandbox_events').push({ position: piece.position, events: piece.items });
  }
}

/** What a list that is stored in pieces has got: the piece to add, and whether those before it go because the list has begun anew. */
function pieceOf<T>(
  before: AppendList<T> | undefined,
  after: AppendList<T> | undefined,
): { readonly piece: { position: number; items: readonly T[] } | null; readonly cut: boolean } {
  const goesOn = after !== undefined && before !== undefined && after.extends(before);
  const position = goesOn ? before.length : 0;
  const written = after !== undefined && after.length > position;
  return {
    piece: written ? { position, items: after.from(position) } : null,
    cut: before !== undefined && !goesOn,
  };
}

function listIn<K>(lists: Map<K, Row[]>, name: K): Row[] {
  const known = lists.get(name);
  if (known) return known;
  const made: Row[] = [];
  lists.set(name, made);
  return made;
}

function differs(before: Row, after: Row, columns: Table['columns']): boolean {
  for (const name in columns) {
    const [was, is] = [before[name], after[name]];
    if (was === is) continue;
    if (columns[name] !== 'json' || JSON.stringify(was) !== JSON.stringify(is)) return true;
  }
  return false;
}

function storedImage(
  state: Pick<Sandbox, 'images' | 'held' | 'tagged'>,
  id: string,
): readonly Row[] {
  const [image, held] = [state.images.get(id), state.held.get(id)];
  if (!image && !held) return [];
  return [
    {
      image_id: id,
      digest: image ? imageDigest(image) : null,
      held_digest: held ? imageDigest(held) : null,
      tagged_at: state.tagged.get(id) ?? null,
    },
  ];
}

function nameRow(name: string, imageId: string | undefined): readonly Row[] {
  return imageId === undefined ? [] : [{ name, image_id: imageId }];
}

function ownLayer(diffId: string, layer: Layer | undefined): readonly Row[] {
  return layer ? [{ diff_id: diffId, digest: layerDigest(layer) }] : [];
}

/** Writable layers lie under `container` or `container#part`. */
function filesRow(key: string, files: unknown): readonly Row[] {
  if (files === undefined) return [];
  const mark = key.indexOf('#');
  return mark < 0
    ? [{ container_id: key, part: '', files }]
    : [{ container_id: key.slice(0, mark), part: key.slice(mark), files }];
}

function networkRow({
  id,
  name,
  driver,
  created,
  ...about
}: NonNullable<ReturnType<Sandbox['networks']['get']>>): Row {
  return { id, name, driver, created, about };
}

function execRow({
  id,
  container,
  pid,
  exitCode,
  ...about
}: NonNullable<ReturnType<Sandbox['execs']['get']>>): Row {
  return { id, container_id: container, pid, exit_code: exitCode, about };
}

function manifestsOf(
  pushed: Sandbox['pushed'],
): readonly { readonly row: Row; readonly image: Image }[] {
  return Object.entries(pushed).flatMap(([registry, repositories]) =>
    Object.entries(repositories).flatMap(([repository, tags]) =>
      Object.entries(tags).map(([tag, { digest, size, image }]) => ({
        image,
        row: { registry, repository, tag, digest, size, image_digest: imageDigest(image) },
      })),
    ),
  );
}

function loginRows(logins: Sandbox['client']['logins']): readonly Row[] {
  return Object.entries(logins).map(([host, { username, password }]) => ({
    host,
    username,
    password,
  }));
}

/** What the sandbox's own row says of its state. */
export function ownRow(state: Sandbox): Row {
  const { logins: _rows, files, ...client } = state.client;
  return {
    seed: state.seed,
    now: state.now,
    commands: state.commands,
    made: state.made,
    client,
    home_files: files,
    session: state.session,
  };
}
