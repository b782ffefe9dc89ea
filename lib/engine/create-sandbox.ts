import { storeKey } from './image/find';
import { parseNormalizedNamed, tagNameOnly } from './reference';
import type { FileEntry } from './filesystem';
import type { Image } from './catalogue';
import type { Sandbox } from './state';
import type { World } from './world';
import { resolvePath } from './container/root-files';

const HOME = '/home/learner';

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

/** A Docker host with nothing but images. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { catalogue } = options.world;
  const images: Record<string, Image> = {};
  const references: Record<string, string> = {};
  for (const name of options.images) {
    const named = parseNormalizedNamed(name);
    if (!named.ok) throw new Error(`${name}: ${named.error}`);
    const reference = tagNameOnly(named.value);
    const manifest =
      catalogue.contents[reference.domain]?.[reference.path]?.[reference.tag ?? 'latest'];
    if (!manifest) throw new Error(`the catalogue has no image ${name}`);
    images[manifest.image.id] = manifest.image;
    references[storeKey(reference)] = manifest.image.id;
    references[storeKey({ ...reference, tag: null, digest: manifest.digest })] = manifest.image.id;
  }
  const files: Record<string, FileEntry> = {};
  for (const [path, text] of Object.entries(options.files ?? {}))
    files[resolvePath(HOME, path)] = { kind: 'text', text };
  return {
    seed: options.seed,
    now: options.now,
    commands: 0,
    made: 0,
    images,
    references,
    tagged: {},
    layers: {},
    containers: {},
    writable: {},
    names: {},
    volumes: {},
    execs: {},
    pushed: {},
    client: { logins: {}, files, terminal: options.terminal ?? true },
  };
}
