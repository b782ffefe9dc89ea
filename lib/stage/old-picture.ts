import type { ContainerPicture, ContainerStateName, Picture, PortPicture } from './picture';

/** What a stored proof of the first version holds of a step: two flat tables. */
export interface OldPicture {
  readonly containers: readonly {
    readonly name: string;
    readonly image: string;
    readonly state: ContainerStateName;
    /** As `docker ps` prints them. */
    readonly ports: string;
    readonly cpu: boolean;
    readonly memory: number;
  }[];
  readonly images: readonly {
    readonly id: string;
    readonly names: readonly string[];
    readonly size: number;
  }[];
}

function portOf(text: string): PortPicture {
  const arrow = text.indexOf('->');
  if (arrow < 0) return { inside: text, outside: null };
  const outside = text.slice(0, arrow);
  const colon = outside.lastIndexOf(':');
  return {
    inside: text.slice(arrow + 2),
    outside: { address: outside.slice(0, colon), port: Number(outside.slice(colon + 1)) },
  };
}

/**
 * The picture that an old proof's tables tell. Layers, writable layers, mounts and networks were not kept; a container's name stands for its id, and it is
 * put on the image whose name or id it shows.
 */
export function fromOldPicture({ containers, images }: OldPicture): Picture {
  const imageOf = (shown: string): string =>
    images.find(
      ({ id, names }) => id === shown || names.some((n) => n === shown || n === `${shown}:latest`),
    )?.id ?? shown;
  return {
    registries: [],
    images: images.map((image) => ({
      ...image,
      layers: [{ id: image.id, size: image.size }],
      held: false,
    })),
    containers: containers.map(({ ports, ...container }): ContainerPicture => ({
      ...container,
      id: container.name,
      imageId: imageOf(container.image),
      exitCode: null,
      startedAt: null,
      written: { paths: 0, size: 0 },
      ports: ports === '' ? [] : ports.split(', ').map(portOf),
      mounts: [],
      networks: [],
    })),
    volumes: [],
    networks: [],
  };
}
