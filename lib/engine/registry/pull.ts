import { own } from '../../kernel/own';
import { containersOf } from '../container/list';
import type { Image, Manifest } from '../catalogue';
import { EngineError, refuse } from '../errors';
import { createContainer } from '../container/create';
import { launchContainer } from '../container/launch';
import { storeKey } from '../image/find';
import { compressedDigest } from '../image/manifest';
import { nameImage } from '../image/name';
import { familiarName, familiarString, type Reference } from '../reference';
import type { TagMade } from '../rules';
import { putContainer, type Turn } from '../turn';
import { emitImage } from '../image/emit-image';
import { endpointOf, unanswered } from './connect';
import { countPull, rateLimited } from './limit';
import { deniedPull, maySee, reach, tagsOf, type Credentials, type Remote } from './remote';

/** How many layers the engine fetches at a time (moby daemon/config DefaultMaxConcurrentDownloads). */
const MOST_DOWNLOADS = 3;

/** One message of the stream that a pull or a push sends. */
export interface Progress {
  readonly status: string;
  readonly id?: string;
}

/** The short name of a layer as it travels: the digest of its compressed form. */
function compressedId(diffId: string): string {
  return compressedDigest(diffId).slice('sha256:'.length, 'sha256:'.length + 12);
}

/**
 * Brings an image from its registry into the local store; a reference with neither a tag nor a digest brings every tag. Returns the messages on the way
 * (moby distribution/pull_v2.go).
 */
export function pullImage(
  turn: Turn,
  reference: Reference,
  credentials: Credentials | null,
): readonly Progress[] {
  if (familiarName(reference) === 'scratch') refuse('forbidden', "'scratch' is a reserved name");
  const reached = reach(turn, reference, credentials);
  if (reached.kind === 'nowhere') throw deniedPull(reference);
  if (reached.kind === 'unreachable') throw unanswered(reached.error);
  const { remote } = reached;
  const tags = readTags(turn, reference, remote);
  if (reference.tag === null && reference.digest === null) {
    const messages: Progress[] = [];
    let news = false;
    for (const tag of Object.keys(tags).sort()) {
      const manifest = own(tags, tag);
      if (!manifest) continue;
      const pulled = store(turn, { ...reference, tag }, remote, manifest);
      messages.push(...pulled.messages);
      news ||= pulled.news;
    }
    told(turn, reference);
    return [...messages, summary(news, familiarName(reference))];
  }
  const manifest = find(turn, reference, tags);
  if (!manifest) throw unknownManifest(reference);
  const { messages, news } = store(turn, reference, remote, manifest);
  told(turn, reference);
  return [...messages, summary(news, familiarString(reference))];
}

/** The tags of the repository, as far as the registry shows them to this account. */
function readTags(
  turn: Turn,
  reference: Reference,
  remote: Remote,
): Readonly<Record<string, Manifest>> {
  const { registry, path, account } = remote;
  const isAll = reference.tag === null && reference.digest === null;
  if (registry.pull === 'account' && account === null) {
    const what = isAll ? 'tags/list' : `manifests/${reference.digest ?? reference.tag ?? ''}`;
    const method = isAll || reference.digest !== null ? 'Get' : 'Head';
    refuse(
      'internal',
      `${method} "${endpointOf(registry.host)}/v2/${path}/${what}": no basic auth credentials`,
    );
  }
  const tags = maySee(turn, remote) ? tagsOf(turn, remote) : {};
  if (Object.keys(tags).length > 0) return tags;
  if (registry.push === 'own-namespace') throw deniedPull(reference);
  if (!isAll) throw unknownManifest(reference);
  return refuse(
    'not-found',
    `repository ${familiarName(reference)} not found: name unknown: repository name not known to registry`,
  );
}

function told(turn: Turn, reference: Reference): void {
  emitImage(turn, 'pull', familiarString(reference), familiarName(reference));
}

function summary(news: boolean, name: string): Progress {
  return {
    status: `Status: ${news ? 'Downloaded newer image' : 'Image is up to date'} for ${name}`,
  };
}

function unknownManifest(reference: Reference): EngineError {
  return new EngineError(
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
  if (reference.tag !== 'latest') return own(tags, reference.tag ?? 'latest');
  const made = (): TagMade[] =>
    Object.entries(tags).map(([tag, { image }]) => ({ tag, created: image.created }));
  return tags[turn.world.rules.latestMeans(made)];
}

/** Puts an image into the local store unless it is there. Which image it was made from does not travel: a pulled one has no parent (moby image/store.go). */
function store(
  turn: Turn,
  reference: Reference,
  remote: Remote,
  manifest: Manifest,
): { readonly messages: readonly Progress[]; readonly news: boolean } {
  const { image } = manifest;
  const isHere = turn.state.images.get(image.id) !== undefined;
  const refusal = isHere ? null : rateLimited(turn, remote);
  if (refusal) throw refusal;
  const key = storeKey(reference);
  const digestKey = storeKey({ ...reference, tag: null, digest: manifest.digest });
  const before = turn.state.references.get(key);
  const id = reference.digest === null ? (reference.tag ?? '') : digestKey;
  const messages: Progress[] = [{ status: `Pulling from ${remote.path}`, id }];
  if (!isHere) {
    messages.push(...fetchLayers(turn, image));
    countPull(turn, remote);
    const pulled = image.parent === '' ? image : { ...image, parent: '' };
    turn.state = { ...turn.state, images: turn.state.images.set(image.id, pulled) };
  }
  const { tagged } = turn.state;
  if (reference.digest === null && before !== image.id) nameImage(turn, key, image.id);
  turn.state = {
    ...turn.state,
    tagged,
    references: turn.state.references.set(digestKey, image.id),
  };
  messages.push({ status: `Digest: ${manifest.digest}` });
  followRules(turn, reference, before, image);
  return { messages, news: before !== image.id };
}

/** What each layer reports; a layer that another local image stands on is not sent again. */
function fetchLayers(turn: Turn, image: Image): readonly Progress[] {
  const present = new Set<string>();
  for (const other of [...turn.state.images.values(), ...turn.state.held.values()])
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
    ...fresh.slice(MOST_DOWNLOADS).map((id) => ({ id, status: 'Waiting' })),
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
  if (before !== undefined && before !== image.id && !rules.pullLeavesContainersAlone())
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
