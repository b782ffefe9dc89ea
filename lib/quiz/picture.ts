import type { Sandbox, World } from '../engine';
import {
  engineQuery,
  listContainers,
  listImages,
  resourceUse,
  type ListedContainer,
} from './engine-query';
import type { ContainerPicture, ImagePicture } from './types';

/** The host at one moment: its containers in the order they were made, and its images by name. */
export interface HostPicture {
  readonly containers: readonly ContainerPicture[];
  readonly images: readonly ImagePicture[];
}

/** `0.0.0.0:8080->80/tcp`, each port once, as `docker ps` shows them without the IPv6 twin. */
function portText(ports: ListedContainer['Ports']): string {
  const texts = ports
    .filter(({ IP }) => IP === undefined || !IP.includes(':'))
    .map(({ IP, PublicPort, PrivatePort, Type }) =>
      PublicPort === undefined
        ? `${PrivatePort}/${Type}`
        : `${IP ?? '0.0.0.0'}:${PublicPort}->${PrivatePort}/${Type}`,
    );
  return [...new Set(texts)].sort().join(', ');
}

/** Draws the host through the engine's API; the sandbox is not changed. */
export function pictureOf(sandbox: Sandbox, world: World): HostPicture {
  const query = engineQuery(sandbox, world);
  const containers = [...listContainers(query)].reverse().map((container): ContainerPicture => {
    const { scheduled, memory } = resourceUse(query, container.Id);
    return {
      name: (container.Names[0] ?? '').replace(/^\//, ''),
      image: container.Image,
      state: container.State,
      ports: portText(container.Ports),
      cpu: scheduled,
      memory,
    };
  });
  const images = listImages(query).map(({ Id, RepoTags, Size }): ImagePicture => ({
    id: Id.replace(/^sha256:/, '').slice(0, 12),
    names: (RepoTags ?? []).filter((name) => name !== '<none>:<none>').sort(),
    size: Size,
  }));
  images.sort((a, b) => {
    const [first, second] = [a.names[0] ?? '~', b.names[0] ?? '~'];
    return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
  });
  return { containers, images };
}
