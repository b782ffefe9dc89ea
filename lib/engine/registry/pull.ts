import { containersOf } from '../container/list';
import type { Image, Manifest } from '../catalogue';
import { digestOf } from '../digest';
import { refuse } from '../errors';
import { createContainer } from '../container/create';
import { launchContainer } from '../container/run';
import { storeKey } from '../image/find';
import { nameImage } from '../image/name';
import { familiarName, familiarString, type Reference } from '../reference';
import { change, emit, putContainer, type Turn } from '../turn';
import { deniedPull, reach, tagsOf, type Credentials } from './remote';

/** One message of the stream that a pull or a push sends. */
export interface Progress {
  readonly status: string;
  readonly id?: string;
}

/** The short name of a layer as it travels: the digest of its compressed form. */
export function compressedId(diffId: string): string {
  return digestOf(`gzip ${diffId}`).slice('sha256:'.length, 'sha256:'.length + 12);
}

/** Brings an image from its registry into the local store; `all` brings every tag. Returns the messages on the way. */
export function pullImage(
  turn: Turn,
  reference: Reference,
  all: boolean,
  credentials: Credentials | null,
): readonly Progress[] {
  if (reference.domain === 'docker.io' && reference.path === 'library/scratch')
    refuse('invalid-parameter', "'scratch' is a reserved name");
  const remote = reach(turn, reference, credentials);
  if (!remote) throw deniedPull(reference);
  const { registry, path, account } = remote;
  const wanted = reference.tag ?? reference.digest ?? 'latest';
  if (registry.pull === 'account' && account === null)
    refuse(
      'internal',
      `Head "http://${registry.host}/v2/${path}/manifests/${wanted}": no basic auth credentials`,
    );
  const tags = tagsOf(turn, registry.host, path);
  if (Object.keys(tags).length === 0)
    throw registry.host === 'docker.io' ? deniedPull(reference) : unknownManifest(reference);
  if (all) {
    const messages: Progress[] = [];
    let news = false;
    for (const tag of Object.keys(tags).sort()) {
      const manifest = tags[tag];
      if (!manifest) continue;
      const pulled = store(turn, { ...reference, tag }, path, manifest);
      messages.push(...pulled.messages);
      news ||= pulled.news;
    }
    return [...messages, summary(news, familiarName(reference))];
  }
  const manifest = find(turn, reference, tags);
  if (!manifest) throw unknownManifest(reference);
  const { messages, news } = store(turn, reference, path, manifest);
  return [...messages, summary(news, familiarString(reference))];
}

function summary(news: boolean, name: string): Progress {
  return {
    status: `Status: ${news ? 'Downloaded newer image' : 'Image is up to date'} for ${name}`,
  };
}

function unknownManifest(reference: Reference): Error {
  return refuse(
    'not-found',
    `manifest for ${familiarString(reference)} not found: manifest unknown: manifest unknown`,
  );
}

function find(
  turn: Turn,
  reference: Reference,
  tags: Readonly<Record<string, Manifest>>,
): Manifest | undefined {
  if (reference.digest !== null)
    return Object.values(tags).find((manifest) => manifest.digest === reference.digest);
  if (reference.tag !== 'latest') return tags[reference.tag ?? 'latest'];
  const made = Object.entries(tags).map(([tag, manifest]) => ({
    tag,
    created: manifest.image.created,
  }));
  return tags[turn.world.rules.latestMeans(made)];
}

function store(
  turn: Turn,
  reference: Reference,
  path: string,
  manifest: Manifest,
): { readonly messages: readonly Progress[]; readonly news: boolean } {
  const { image } = manifest;
  const key = storeKey(reference);
  const digestKey = storeKey({ ...reference, tag: null, digest: manifest.digest });
  const before = turn.state.references.get(key);
  const news = before !== image.id || turn.state.references.get(digestKey) !== image.id;
  const messages: Progress[] = [
    reference.digest === null
      ? { status: `Pulling from ${path}`, id: reference.tag ?? '' }
      : {
          status: `Pulling from ${path}`,
          id: `${reference.domain}/${reference.path}@${reference.digest}`,
        },
  ];
  if (!turn.state.images.get(image.id)) messages.push(...fetchLayers(turn, image));
  change(turn).images = turn.state.images.set(image.id, image);
  const { tagged } = turn.state;
  if (reference.digest === null) nameImage(turn, key, image.id);
  turn.state = {
    ...turn.state,
    tagged,
    references: turn.state.references.set(digestKey, image.id),
  };
  emit(turn, 'image', 'pull', familiarString(reference), { name: familiarName(reference) });
  messages.push({ status: `Digest: ${manifest.digest}` });
  followRules(turn, reference, before, image);
  return { messages, news };
}

/** What each layer reports; a layer that another local image stands on is not sent again. */
function fetchLayers(turn: Turn, image: Image): readonly Progress[] {
  const present = new Set<string>();
  for (const other of turn.state.images.values())
    other.layers.forEach((_, index) => present.add(other.layers.slice(0, index + 1).join(' ')));
  const exists = image.layers.map((_, index) =>
    present.has(image.layers.slice(0, index + 1).join(' ')),
  );
  const ids = image.layers.map(compressedId);
  const fresh = ids.filter((_, index) => !exists[index]);
  return [
    ...ids.map((id, index) => ({
      id,
      status: exists[index] ? 'Already exists' : 'Pulling fs layer',
    })),
    ...fresh.flatMap((id) => [
      { id, status: 'Verifying Checksum' },
      { id, status: 'Download complete' },
    ]),
    ...fresh.map((id) => ({ id, status: 'Pull complete' })),
  ];
}

function followRules(
  turn: Turn,
  reference: Reference,
  before: string | undefined,
  image: Image,
): void {
  const { rules } = turn.world;
  if (!rules.pullLeavesContainersAlone() && before !== undefined && before !== image.id)
    for (const container of containersOf(turn.state))
      if (container.image === before) putContainer(turn, { ...container, image: image.id });
  if (!rules.pullOnlyStores()) {
    const { id } = createContainer(turn, {
      name: null,
      config: { Image: familiarString(reference) },
      hostConfig: {},
    });
    launchContainer(turn, id);
  }
}
