import type { Container } from '../state';

/** Where the registry image keeps what is pushed to it. */
const FOLDER = '/var/lib/registry';

/**
 * Under which word a registry that runs in a container keeps its images (`Sandbox.pushed`): that of the volume or folder mounted for them, so that they
 * outlive the container as far as the mount does.
 */
export function storeOf(container: Container): string {
  const mount = container.mounts.find(({ path }) => path === FOLDER);
  switch (mount?.kind) {
    case 'volume':
      return `volume ${mount.name}`;
    case 'bind':
      return `folder ${mount.source}`;
    case 'tmpfs':
    case undefined:
      return `container ${container.id}`;
  }
}
