import { resolvePath } from '../files/path';
import type { Container, Mount } from '../state';

/** The part of a volume that `--mount …,volume-subpath=PATH` asks for, without slashes at its ends; `''`: all of it. */
export function subpathOf(
  container: Container,
  mount: Mount & { readonly kind: 'volume' },
): string {
  const asked = container.hostConfig['Mounts'];
  if (!Array.isArray(asked)) return '';
  for (const spec of asked as readonly Spec[]) {
    const subpath = spec.VolumeOptions?.Subpath;
    if (typeof subpath === 'string' && subpath !== '' && spec.Target !== undefined)
      if (resolvePath('/', spec.Target) === mount.path) return resolvePath('/', subpath).slice(1);
  }
  return '';
}

/** The members of one of `HostConfig.Mounts` that say it. */
interface Spec {
  readonly Target?: string;
  readonly VolumeOptions?: { readonly Subpath?: unknown };
}
