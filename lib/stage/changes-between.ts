import type { ContainerPicture, ContainerStateName, ImagePicture, Picture } from './picture';

/** One thing that is different between two pictures. `container` and `image` are short ids, `name` what a reader calls it. */
export type Change =
  | {
      readonly kind: 'image-pulled';
      readonly image: string;
      readonly name: string;
      readonly registry: string;
    }
  /** Committed, built, loaded or imported. `name` is null when it has none. */
  | { readonly kind: 'image-made'; readonly image: string; readonly name: string | null }
  | { readonly kind: 'image-named'; readonly image: string; readonly name: string }
  /** The image is still there. */
  | { readonly kind: 'image-unnamed'; readonly image: string; readonly name: string }
  /** To another image, and the one it was taken from is still there. */
  | {
      readonly kind: 'name-moved';
      readonly name: string;
      readonly from: string;
      readonly image: string;
    }
  | { readonly kind: 'image-removed'; readonly image: string; readonly name: string }
  /** Taken from the store while containers stand on its layers. */
  | { readonly kind: 'image-held'; readonly image: string; readonly name: string }
  | { readonly kind: 'image-pushed'; readonly registry: string; readonly name: string }
  | {
      readonly kind: 'container-made';
      readonly container: string;
      readonly name: string;
      readonly state: ContainerStateName;
      readonly exitCode: number | null;
    }
  | {
      readonly kind: 'container-state';
      readonly container: string;
      readonly name: string;
      readonly before: ContainerStateName;
      readonly state: ContainerStateName;
      readonly exitCode: number | null;
    }
  /** It was running before and is running now, with a new main process. */
  | { readonly kind: 'container-restarted'; readonly container: string; readonly name: string }
  | { readonly kind: 'container-removed'; readonly container: string; readonly name: string }
  | {
      readonly kind: 'container-renamed';
      readonly container: string;
      readonly before: string;
      readonly name: string;
    }
  | { readonly kind: 'container-wrote'; readonly container: string; readonly name: string }
  | { readonly kind: 'memory-grew'; readonly container: string; readonly name: string }
  | { readonly kind: 'memory-shrank'; readonly container: string; readonly name: string }
  | { readonly kind: 'cpu-given'; readonly container: string; readonly name: string }
  | { readonly kind: 'cpu-taken'; readonly container: string; readonly name: string }
  | { readonly kind: 'ports-changed'; readonly container: string; readonly name: string }
  /** `docker ps` shows its image differently: the id instead of a name that is gone. */
  | {
      readonly kind: 'image-shown';
      readonly container: string;
      readonly name: string;
      readonly shown: string;
    }
  | {
      readonly kind: 'network-joined';
      readonly container: string;
      readonly name: string;
      readonly network: string;
    }
  | {
      readonly kind: 'network-left';
      readonly container: string;
      readonly name: string;
      readonly network: string;
    }
  | { readonly kind: 'volume-made'; readonly name: string; readonly anonymous: boolean }
  | { readonly kind: 'volume-removed'; readonly name: string; readonly anonymous: boolean }
  | { readonly kind: 'network-made'; readonly name: string }
  | { readonly kind: 'network-removed'; readonly name: string }
  | { readonly kind: 'logged-in'; readonly registry: string; readonly name: string }
  | { readonly kind: 'logged-out'; readonly registry: string };

/** What is different between two moments of one host, in the order in which it is told: images, containers, the rest. Equal pictures give none. */
export function changesBetween(before: Picture, after: Picture): readonly Change[] {
  return [
    ...imageChanges(before, after),
    ...containerChanges(before, after),
    ...namedChanges(before, after),
    ...registryChanges(before, after),
  ];
}

const entryKey = (host: string, name: string): string =>
  host === 'docker.io' ? name : `${host}/${name}`;

/** The registry that holds an image under one of its local names, with that name. */
function originOf(image: ImagePicture, { registries }: Picture) {
  for (const { host, entries } of registries)
    for (const entry of entries) {
      const name = entryKey(host, entry.name);
      if (entry.image === image.id && image.names.includes(name)) return { registry: host, name };
    }
  return null;
}

function imageChanges(before: Picture, after: Picture): Change[] {
  const old = new Map(before.images.map((image) => [image.id, image]));
  const now = new Map(after.images.map((image) => [image.id, image]));
  const ownerBefore = new Map(
    before.images.flatMap(({ id, names }) => names.map((name) => [name, id] as const)),
  );
  const ownerNow = new Map(
    after.images.flatMap(({ id, names }) => names.map((name) => [name, id] as const)),
  );
  const changes = after.images.flatMap((image): Change[] => {
    const earlier = old.get(image.id);
    if (earlier === undefined || (earlier.held && !image.held)) return arrival(image, after);
    if (image.held && !earlier.held)
      return [{ kind: 'image-held', image: image.id, name: earlier.names[0] ?? image.id }];
    const added = image.names
      .filter((name) => !earlier.names.includes(name) && !now.has(ownerBefore.get(name) ?? ''))
      .map((name): Change => ({ kind: 'image-named', image: image.id, name }));
    const taken = earlier.names
      .filter((name) => !ownerNow.has(name))
      .map((name): Change => ({ kind: 'image-unnamed', image: image.id, name }));
    return [...added, ...taken];
  });
  const moved = [...ownerNow].flatMap(([name, image]): Change[] => {
    const from = ownerBefore.get(name);
    if (from === undefined || from === image || !now.has(from)) return [];
    return [{ kind: 'name-moved', name, from, image }];
  });
  const gone = before.images
    .filter(({ id, held }) => !now.has(id) && !held)
    .map(({ id, names }): Change => ({ kind: 'image-removed', image: id, name: names[0] ?? id }));
  return [...changes, ...moved, ...gone];
}

function arrival(image: ImagePicture, after: Picture): Change[] {
  const origin = originOf(image, after);
  if (origin !== null) {
    const others = image.names.filter((name) => name !== origin.name);
    return [
      { kind: 'image-pulled', image: image.id, ...origin },
      ...others.map((name): Change => ({ kind: 'image-named', image: image.id, name })),
    ];
  }
  const [name = null, ...others] = image.names;
  return [
    { kind: 'image-made', image: image.id, name },
    ...others.map((other): Change => ({ kind: 'image-named', image: image.id, name: other })),
  ];
}

function containerChanges(before: Picture, after: Picture): Change[] {
  const old = new Map(before.containers.map((container) => [container.id, container]));
  const now = new Set(after.containers.map(({ id }) => id));
  const changes = after.containers.flatMap((container): Change[] => {
    const earlier = old.get(container.id);
    if (earlier !== undefined) return changesOf(earlier, container);
    const { id, name, state, exitCode } = container;
    return [{ kind: 'container-made', container: id, name, state, exitCode }];
  });
  const gone = before.containers
    .filter(({ id }) => !now.has(id))
    .map(({ id, name }): Change => ({ kind: 'container-removed', container: id, name }));
  return [...changes, ...gone];
}

const portText = ({ ports }: ContainerPicture): string => JSON.stringify(ports);

function changesOf(before: ContainerPicture, after: ContainerPicture): Change[] {
  const { id: container, name, state, exitCode } = after;
  const changes: Change[] = [];
  if (before.name !== name)
    changes.push({ kind: 'container-renamed', container, before: before.name, name });
  if (before.state !== state) {
    changes.push({
      kind: 'container-state',
      container,
      name,
      before: before.state,
      state,
      exitCode,
    });
  } else if (before.startedAt !== after.startedAt && state === 'running') {
    changes.push({ kind: 'container-restarted', container, name });
  }
  for (const network of after.networks)
    if (!before.networks.includes(network))
      changes.push({ kind: 'network-joined', container, name, network });
  for (const network of before.networks)
    if (!after.networks.includes(network))
      changes.push({ kind: 'network-left', container, name, network });
  if (changes.length > 0) return changes;
  // What follows from a new state needs no words of its own.
  const { paths, size } = after.written;
  if (paths !== before.written.paths || size !== before.written.size)
    changes.push({ kind: 'container-wrote', container, name });
  if (portText(before) !== portText(after))
    changes.push({ kind: 'ports-changed', container, name });
  if (before.cpu !== after.cpu)
    changes.push({ kind: after.cpu ? 'cpu-given' : 'cpu-taken', container, name });
  if (before.memory !== after.memory)
    changes.push({
      kind: after.memory > before.memory ? 'memory-grew' : 'memory-shrank',
      container,
      name,
    });
  if (before.image !== after.image)
    changes.push({
      kind: 'image-shown',
      container,
      name,
      shown: after.image.replace(/^sha256:([0-9a-f]{12}).*/, '$1'),
    });
  return changes;
}

function namedChanges(before: Picture, after: Picture): Change[] {
  const [volumesBefore, volumesNow] = [before.volumes, after.volumes];
  const [networksBefore, networksNow] = [before.networks, after.networks];
  return [
    ...missingIn(volumesBefore, volumesNow).map((volume): Change => ({
      kind: 'volume-made',
      ...volume,
    })),
    ...missingIn(volumesNow, volumesBefore).map((volume): Change => ({
      kind: 'volume-removed',
      ...volume,
    })),
    ...missingIn(networksBefore, networksNow).map(({ name }): Change => ({
      kind: 'network-made',
      name,
    })),
    ...missingIn(networksNow, networksBefore).map(({ name }): Change => ({
      kind: 'network-removed',
      name,
    })),
  ];
}

/** Those of `all` whose name `some` does not have. */
function missingIn<T extends { readonly name: string }>(
  some: readonly T[],
  all: readonly T[],
): T[] {
  const names = new Set(some.map(({ name }) => name));
  return all.filter(({ name }) => !names.has(name));
}

function registryChanges(before: Picture, after: Picture): Change[] {
  const old = new Map(before.registries.map((registry) => [registry.host, registry]));
  const now = new Map(after.registries.map((registry) => [registry.host, registry]));
  const changes: Change[] = [];
  for (const { host: registry, user, entries } of after.registries) {
    const earlier = old.get(registry);
    for (const { name, image, pushed } of entries) {
      const same = earlier?.entries.find((entry) => entry.name === name);
      if (pushed && (same?.image !== image || !same.pushed))
        changes.push({ kind: 'image-pushed', registry, name });
    }
    if (user !== null && earlier?.user !== user)
      changes.push({ kind: 'logged-in', registry, name: user });
  }
  for (const { host: registry, user } of before.registries)
    if (user !== null && (now.get(registry)?.user ?? null) === null)
      changes.push({ kind: 'logged-out', registry });
  return changes;
}
