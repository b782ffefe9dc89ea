import type { Container, Mount, Sandbox } from '../state';
import { subpathOf } from './volume-subpath';

type VolumeMount = Mount & { readonly kind: 'volume' };

/**
 * What a mount is to the kernel: a volume that was made with `-o type=none -o o=bind -o device=…` is that folder of the host, one of the type tmpfs is
 * memory; any other is as it stands (moby volume/local/local_unix.go mount).
 */
export function realMount(volumes: Sandbox['volumes'], container: Container, mount: Mount): Mount {
  if (mount.kind !== 'volume') return mount;
  const options = volumes.get(mount.name)?.options;
  return options === undefined ? mount : optioned(container, mount, options);
}

function optioned(
  container: Container,
  mount: VolumeMount,
  options: Readonly<Record<string, string>>,
): Mount {
  const { path, readonly } = mount;
  const { type, device = '', o = '' } = options;
  if (type === 'tmpfs')
    return {
      kind: 'tmpfs',
      path,
      options: ['exec', 'suid', 'dev', ...(o === '' ? [] : [o])].join(','),
      listed: false,
    };
  if (!o.split(',').some((word) => word === 'bind' || word === 'rbind')) return mount;
  const subpath = subpathOf(container, mount);
  const source = subpath === '' ? device : `${device}/${subpath}`;
  return { kind: 'bind', source, path, readonly: readonly || o.split(',').includes('ro') };
}
