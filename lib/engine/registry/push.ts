import { own } from '../../kernel/own';
import { containersOf } from '../container/list';
import type { Image, Manifest } from '../catalogue';
import { layerOf } from '../container/root-files';
import { keyReference, storeKey } from '../image/find';
import { commitContainer } from '../image/commit';
import { manifestOf } from '../image/manifest';
import { familiarName, familiarString, fullName, type Reference } from '../reference';
import type { Turn } from '../turn';
import { emitImage } from '../image/emit-image';
import type { Progress } from './pull';
import { ownerOf, reach, tagsOf, type Credentials, type Remote } from './remote';

/** How many layers the engine sends at a time (moby daemon/config DefaultMaxConcurrentUploads). */
const MOST_UPLOADS = 5;

/** Sends the images named by a reference to its registry. The error, when there is one, comes after the messages. */
export interface PushResult {
  readonly messages: readonly (Progress | PushAux)[];
  readonly error: string | null;
}

/** What a program reads of a push, which the command line does not show. */
export interface PushAux {
  readonly progressDetail: Readonly<Record<string, never>>;
  readonly aux: { readonly Tag: string; readonly Digest: string; readonly Size: number };
}

/** A reference without a tag: every tag of the repository (`-a`). Nothing is refused before the first message (moby distribution/push.go). */
export function pushImage(
  turn: Turn,
  reference: Reference,
  credentials: Credentials | null,
): PushResult {
  const name = fullName(reference);
  const messages: (Progress | PushAux)[] = [{ status: `The push refers to repository [${name}]` }];
  const failed = (error: string): PushResult => ({ messages, error });
  const known = turn.state.references.keys().filter((key) => keyReference(key).name === name);
  const tags = known.filter((key) => keyReference(key).tag !== null).sort();
  const unknown = `An image does not exist locally with the tag: ${familiarName(reference)}`;
  if (known.length === 0) return failed(unknown);
  const reached = reach(turn, reference, credentials);
  if (reached.kind === 'nowhere') return failed(unknown);
  if (reached.kind === 'unreachable') return failed(reached.error);
  if (reference.digest !== null) return failed('cannot push a digest reference');
  const keys = tags.filter(
    (key) => reference.tag === null || keyReference(key).tag === reference.tag,
  );
  if (keys.length === 0)
    return failed(
      reference.tag === null
        ? `no tags to push for ${familiarName(reference)}`
        : `tag does not exist: ${familiarString(reference)}`,
    );
  for (const key of keys) {
    const image = imageSent(turn, key);
    if (!image) continue;
    const error = denial(turn, reached.remote, image);
    if (error) {
      messages.push(...error.messages);
      return failed(error.words);
    }
    const { tag } = keyReference(key);
    const manifest = manifestOf(image, (diffId) => layerOf(turn.state, turn.world, diffId));
    messages.push(...send(turn, reached.remote, tag ?? 'latest', manifest));
    const digestKey = storeKey({ ...reference, tag: null, digest: manifest.digest });
    if (turn.state.references.get(digestKey) === undefined)
      turn.state = {
        ...turn.state,
        references: turn.state.references.set(
          digestKey,
          turn.state.references.get(key) ?? image.id,
        ),
      };
  }
  emitImage(turn, 'push', familiarString(reference), familiarName(reference));
  return { messages, error: null };
}

function imageSent(turn: Turn, key: string): Image | undefined {
  const id = turn.state.references.get(key) ?? '';
  if (turn.world.rules.pushSendsImageOnly()) return turn.state.images.get(id);
  const container = containersOf(turn.state)
    .filter((own) => own.image === id)
    .at(-1);
  if (!container) return turn.state.images.get(id);
  return commitContainer(turn, {
    container: container.id,
    repository: '',
    tag: '',
    author: '',
    comment: '',
    pause: false,
    changes: [],
  });
}

function mayPush(turn: Turn, { registry, path, account }: Remote): boolean {
  if (registry.push === 'anyone') return true;
  if (account !== null && (registry.push === 'account' || ownerOf(path) === account)) return true;
  return !turn.world.rules.pushNeedsLogin();
}

function denial(
  turn: Turn,
  remote: Remote,
  image: Image,
): { readonly messages: readonly Progress[]; readonly words: string } | null {
  if (mayPush(turn, remote)) return null;
  if (remote.registry.push === 'account')
    return { messages: preparing(image), words: 'no basic auth credentials' };
  const held = layersOf(turn, remote);
  const all = image.layers.every((layer) => held.has(layer));
  if (!all || held.size === 0)
    return {
      messages: preparing(image),
      words: 'denied: requested access to the resource is denied',
    };
  return {
    messages: [
      ...preparing(image),
      ...[...image.layers]
        .reverse()
        .map((layer) => ({ id: shortLayer(layer), status: 'Layer already exists' })),
    ],
    words: 'errors:\ndenied: requested access to the resource is denied\nunauthorized\n',
  };
}

/** What is said of every layer first; so many at a time are looked at, the others wait. */
function preparing(image: Image): readonly Progress[] {
  const ids = [...image.layers].reverse().map(shortLayer);
  return [
    ...ids.map((id) => ({ id, status: 'Preparing' })),
    ...ids.slice(MOST_UPLOADS).map((id) => ({ id, status: 'Waiting' })),
  ];
}

const shortLayer = (diffId: string): string =>
  diffId.slice('sha256:'.length, 'sha256:'.length + 12);

/** The layers that the repository holds already. */
function layersOf(turn: Turn, remote: Remote): ReadonlySet<string> {
  return new Set(Object.values(tagsOf(turn, remote)).flatMap((manifest) => manifest.image.layers));
}

/** Another repository of the same registry that holds a layer, from which it is mounted. */
function mountSource(turn: Turn, { registry, store }: Remote, layer: string): string | null {
  const paths = new Set([
    ...Object.keys(own(turn.world.catalogue.contents, store) ?? {}),
    ...Object.keys(own(turn.state.pushed, store) ?? {}),
  ]);
  for (const path of paths)
    if (
      Object.values(tagsOf(turn, { store, path })).some((manifest) =>
        manifest.image.layers.includes(layer),
      ) &&
      isKnownHere(turn, registry.host, path)
    )
      return path;
  return null;
}

/** Docker mounts only from repositories that it has pulled from or pushed to: those of which it holds a digest. */
function isKnownHere(turn: Turn, host: string, path: string): boolean {
  const prefix = `${host}/${path}@`;
  return turn.state.references.keys().some((key) => key.startsWith(prefix));
}

function send(
  turn: Turn,
  remote: Remote,
  tag: string,
  manifest: Manifest,
): readonly (Progress | PushAux)[] {
  const { store, path } = remote;
  const { image } = manifest;
  const held = layersOf(turn, remote);
  const messages: Progress[] = [...preparing(image)];
  for (const layer of [...image.layers].reverse()) {
    const id = shortLayer(layer);
    const source = held.has(layer) ? null : mountSource(turn, remote, layer);
    messages.push({
      id,
      status: held.has(layer)
        ? 'Layer already exists'
        : source === null
          ? 'Pushed'
          : `Mounted from ${source}`,
    });
  }
  const kept = own(turn.state.pushed, store) ?? {};
  turn.state = {
    ...turn.state,
    pushed: {
      ...turn.state.pushed,
      [store]: { ...kept, [path]: { ...own(kept, path), [tag]: manifest } },
    },
  };
  return [
    ...messages,
    { status: `${tag}: digest: ${manifest.digest} size: ${manifest.size}` },
    {
      progressDetail: {},
      aux: { Tag: tag, Digest: manifest.digest, Size: manifest.size },
    },
  ];
}
