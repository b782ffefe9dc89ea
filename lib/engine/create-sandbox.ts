import { AppendList } from '../kernel/append-list';
import { SortedMap } from '../kernel/sorted-map';
import { own } from '../kernel/own';
import { agendaOf } from './container/agenda';
import { holdingsOf } from './container/holdings';
import { storeKey } from './image/find';
import { predefinedNetworks } from './network/network';
import { parseNormalizedNamed, tagNameOnly } from './reference';
import type { FileEntry } from './filesystem';
import type { Catalogue, Image } from './catalogue';
import type { Sandbox } from './state';
import type { World } from './world';
import { parentOf, resolvePath } from './files/path';

/** What a new sandbox begins with. */
export interface SandboxOptions {
  readonly world: World;
  readonly seed: string;
  /** The virtual clock, milliseconds since the epoch. */
  readonly now: number;
  /** Names of the images that lie in the local store: `nginx`, `quay.io/team/app:1`. Throws on one that the catalogue does not hold. */
  readonly images: readonly string[];
  /** Files of the home folder, by path relative to it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether the command line stands on a terminal, so that `-t` works. */
  readonly terminal?: boolean;
}

/** The latest sandboxes made from each catalogue: the true engine and a believer's begin with the very same one. */
const latest = new WeakMap<Catalogue, Map<string, Sandbox>>();
const MOST_SANDBOXES = 64;

/** A Docker host with nothing but images. Equal options give the same sandbox; the rules of the world play no part. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { world, ...described } = options;
  const made = latest.get(world.catalogue) ?? new Map<string, Sandbox>();
  latest.set(world.catalogue, made);
  const key = JSON.stringify(described);
  const known = made.get(key);
  if (known) return known;
  const sandbox = makeSandbox(options);
  const [oldest] = made.keys();
  if (made.size >= MOST_SANDBOXES && oldest !== undefined) made.delete(oldest);
  made.set(key, sandbox);
  return sandbox;
}

function makeSandbox(options: SandboxOptions): Sandbox {
  const { catalogue } = options.world;
  const { uid, home } = catalogue.host.user;
  let images = SortedMap.empty<Image>();
  let references = SortedMap.empty<string>();
  for (const name of options.images) {
    const named = parseNormalizedNamed(name);
    if (!named.ok) throw new Error(`${name}: ${named.error}`);
    const reference = tagNameOnly(named.value);
    const manifest = own(
      own(own(catalogue.contents, reference.domain) ?? {}, reference.path) ?? {},
      reference.tag ?? 'latest',
    );
    if (!manifest) throw new Error(`the catalogue has no image ${name}`);
    const { image, digest } = manifest;
    images = images.set(image.id, image);
    references = references
      .set(storeKey(reference), image.id)
      .set(storeKey({ ...reference, tag: null, digest }), image.id);
  }
  const mine = { uid, gid: uid, mtime: options.now };
  const files: Record<string, FileEntry> = {};
  for (const [path, text] of Object.entries(options.files ?? {})) {
    const at = resolvePath(home, path);
    for (let folder = parentOf(at); folder.startsWith(`${home}/`); folder = parentOf(folder))
      files[folder] = { kind: 'directory', ...mine };
    files[at] = { kind: 'text', text, ...mine };
  }
  return {
    seed: options.seed,
    now: options.now,
    commands: 0,
    made: 0,
    images,
    held: SortedMap.empty(),
    references,
    tagged: SortedMap.empty(),
    layers: SortedMap.empty(),
    containers: SortedMap.empty(),
    logs: SortedMap.empty(),
    writable: SortedMap.empty(),
    names: SortedMap.empty(),
    volumes: SortedMap.empty(),
    networks: SortedMap.of(predefinedNetworks(options.now).map((each) => [each.id, each])),
    execs: SortedMap.empty(),
    history: AppendList.of([]),
    pushed: {},
    pulls: SortedMap.empty(),
    client: { logins: {}, files, terminal: options.terminal ?? true },
    session: null,
    agenda: agendaOf([]),
    holdings: holdingsOf([]),
  };
}
