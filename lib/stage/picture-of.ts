import type { Sandbox, World } from '../engine';
import type { ContainerPicture, ImagePicture, MountPicture, Picture, PortPicture } from './picture';
import { readHost, type ListedContainer } from './read-host';
import { registriesOf } from './registries-of';

const shortId = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/** Each port once, without the IPv6 twin of a published one. */
function portsOf(ports: ListedContainer['Ports']): readonly PortPicture[] {
  const found = new Map<string, PortPicture>();
  for (const { IP, PublicPort, PrivatePort, Type } of ports) {
    if (IP?.includes(':') === true) continue;
    const inside = `${PrivatePort}/${Type}`;
    const outside =
      PublicPort === undefined ? null : { address: IP ?? '0.0.0.0', port: PublicPort };
    found.set(`${inside} ${outside?.address ?? ''} ${outside?.port ?? ''}`, { inside, outside });
  }
  return [...found.values()].sort(
    (a, b) =>
      Number.parseInt(a.inside) - Number.parseInt(b.inside) ||
      (a.outside?.port ?? 0) - (b.outside?.port ?? 0),
  );
}

function mountsOf(mounts: ListedContainer['Mounts']): readonly MountPicture[] {
  return mounts
    .flatMap(({ Type, Name, Source, Destination, RW }): MountPicture[] => {
      const common = { path: Destination, readonly: !RW };
      if (Type === 'volume') return [{ kind: 'volume', source: Name ?? Source, ...common }];
      return Type === 'bind' ? [{ kind: 'bind', source: Source, ...common }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Draws the host through the engine's API; the sandbox is not changed. The same sandbox gives the same picture. */
export function pictureOf(sandbox: Sandbox, world: World): Picture {
  const host = readHost(sandbox, world);
  const madeNetworks = host
    .networks()
    .filter(({ Name }) => !['bridge', 'host', 'none'].includes(Name))
    .map(({ Name, Driver }) => ({ name: Name, driver: Driver }))
    .sort(byName);
  const containers = host.containers().map((listed): ContainerPicture => {
    const { ExitCode, StartedAt } = host.lifeOf(listed.Id);
    const started = !StartedAt.startsWith('0001-');
    const ended = listed.State === 'exited' || listed.State === 'dead';
    return {
      id: shortId(listed.Id),
      name: (listed.Names[0] ?? '').replace(/^\//, ''),
      image: listed.Image,
      imageId: shortId(listed.ImageID),
      state: listed.State,
      exitCode: ended ? ExitCode : null,
      startedAt: started ? StartedAt : null,
      ...host.use(listed.Id),
      written: { paths: host.changedPaths(listed.Id), size: listed.SizeRw ?? 0 },
      ports: portsOf(listed.Ports),
      mounts: mountsOf(listed.Mounts),
      networks: Object.keys(listed.NetworkSettings.Networks ?? {})
        .filter((name) => madeNetworks.some((network) => network.name === name))
        .sort(),
    };
  });
  const listedImages = host.images();
  const localImages = listedImages.map(({ Id, RepoTags, Size }) =>
    imageOf(sandbox, world, Id, tagsOnly(RepoTags), Size),
  );
  // Parents without a name are not listed, and an image removed by force lives on below its containers.
  const drawn = new Set(localImages.map(({ id }) => id));
  for (const { imageId } of containers) {
    if (drawn.has(imageId)) continue;
    const found = [...sandbox.images.values(), ...sandbox.held.values()].find(
      ({ id }) => shortId(id) === imageId,
    );
    if (found === undefined) continue;
    drawn.add(imageId);
    localImages.push(imageOf(sandbox, world, found.id, [], found.size));
  }
  return {
    registries: registriesOf(
      sandbox,
      world,
      listedImages.map(({ RepoTags, RepoDigests }) => ({
        tags: tagsOnly(RepoTags),
        digests: RepoDigests ?? [],
      })),
    ),
    images: localImages.sort(
      (a, b) =>
        byName({ name: a.names[0] ?? '~' }, { name: b.names[0] ?? '~' }) || (a.id < b.id ? -1 : 1),
    ),
    containers,
    volumes: host
      .volumes()
      .map(({ Name }) => ({ name: Name, anonymous: /^[0-9a-f]{64}$/.test(Name) }))
      .sort(byName),
    networks: madeNetworks,
  };
}

function tagsOnly(tags: readonly string[] | null): readonly string[] {
  return (tags ?? []).filter((name) => name !== '<none>:<none>').sort();
}

function imageOf(
  sandbox: Sandbox,
  world: World,
  id: string,
  names: readonly string[],
  size: number,
): ImagePicture {
  const image = sandbox.images.get(id);
  const layers = (image ?? sandbox.held.get(id))?.layers ?? [];
  return {
    id: shortId(id),
    names,
    size,
    layers: layers.map((diffId) => ({
      id: shortId(diffId),
      size: (sandbox.layers.get(diffId) ?? world.catalogue.layers[diffId])?.size ?? 0,
    })),
    held: image === undefined,
  };
}
