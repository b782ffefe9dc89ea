import { containersOf } from '../container/list';
import type { Image, Manifest } from '../catalogue';
import { manifestOf } from '../build-catalogue';
import { refuse } from '../errors';
import { keyReference, storeKey } from '../image/find';
import { commitContainer } from '../image/commit';
import { familiarName, fullName, type Reference } from '../reference';
import { emit, type Turn } from '../turn';
import type { Progress } from './pull';
import { reach, tagsOf, type Credentials, type Remote } from './remote';

/** Sends the images named by a reference to its registry. The error, when there is one, comes after the messages. */
export interface PushResult {
  readonly messages: readonly (Progress | PushAux)[];
  readonly error: string | null;
}

/** What the client reads for its last line. */
export interface PushAux {
  readonly status: string;
  readonly aux: { readonly Tag: string; readonly Digest: string; readonly Size: number };
}

/** `tag` null: every tag of the repository (`-a`). */
export function pushImage(
  turn: Turn,
  reference: Reference,
  credentials: Credentials | null,
): PushResult {
  const name = fullName(reference);
  const keys = turn.state.references
    .keys()
    .filter((key) => {
      const parts = keyReference(key);
      return (
        parts.name === name &&
        parts.tag !== null &&
        (reference.tag === null || parts.tag === reference.tag)
      );
    })
    .sort();
  const refers: Progress = { status: `The push refers to repository [${name}]` };
  if (keys.length === 0)
    return {
      messages: [refers],
      error: `An image does not exist locally with the tag: ${familiarName(reference)}`,
    };
  const remote = reach(turn, reference, credentials);
  if (!remote)
    refuse('not-found', `An image does not exist locally with the tag: ${familiarName(reference)}`);
  const messages: (Progress | PushAux)[] = [refers];
  for (const key of keys) {
    const image = imageSent(turn, key);
    if (!image) continue;
    const error = denial(turn, remote, image);
    if (error) return { messages: [...messages, ...error.messages], error: error.words };
    const { tag } = keyReference(key);
    messages.push(...send(turn, remote, tag ?? 'latest', image));
    const manifest = manifestOf(image);
    const digestKey = storeKey({ ...reference, tag: null, digest: manifest.digest });
    turn.state = {
      ...turn.state,
      references: turn.state.references.set(digestKey, turn.state.references.get(key) ?? image.id),
    };
  }
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
  if (registry.push === 'anyone' || !turn.world.rules.pushNeedsLogin()) return true;
  if (account === null) return false;
  return registry.push === 'account' || path.startsWith(`${account}/`);
}

function denial(
  turn: Turn,
  remote: Remote,
  image: Image,
): { readonly messages: readonly Progress[]; readonly words: string } | null {
  if (mayPush(turn, remote)) return null;
  if (remote.registry.push === 'account')
    return { messages: [], words: 'no basic auth credentials' };
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

function preparing(image: Image): readonly Progress[] {
  return [...image.layers]
    .reverse()
    .map((layer) => ({ id: shortLayer(layer), status: 'Preparing' }));
}

const shortLayer = (diffId: string): string =>
  diffId.slice('sha256:'.length, 'sha256:'.length + 12);

/** The layers that the repository holds already. */
function layersOf(turn: Turn, { registry, path }: Remote): ReadonlySet<string> {
  return new Set(
    Object.values(tagsOf(turn, registry.host, path)).flatMap((manifest) => manifest.image.layers),
  );
}

/** Another repository of the same registry that holds a layer, from which it is mounted. */
function mountSource(turn: Turn, { registry }: Remote, layer: string): string | null {
  const paths = new Set([
    ...Object.keys(turn.world.catalogue.contents[registry.host] ?? {}),
    ...Object.keys(turn.state.pushed[registry.host] ?? {}),
  ]);
  for (const path of paths)
    if (
      Object.values(tagsOf(turn, registry.host, path)).some((manifest) =>
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
  image: Image,
): readonly (Progress | PushAux)[] {
  const { registry, path } = remote;
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
  const manifest: Manifest = manifestOf(image);
  const own = turn.state.pushed[registry.host] ?? {};
  turn.state = {
    ...turn.state,
    pushed: {
      ...turn.state.pushed,
      [registry.host]: { ...own, [path]: { ...own[path], [tag]: manifest } },
    },
  };
  emit(turn, 'image', 'push', `${registry.host}/${path}:${tag}`, {
    name: `${registry.host}/${path}`,
  });
  return [
    ...messages,
    {
      status: `${tag}: digest: ${manifest.digest} size: ${manifest.size}`,
      aux: { Tag: tag, Digest: manifest.digest, Size: manifest.size },
    },
  ];
}
