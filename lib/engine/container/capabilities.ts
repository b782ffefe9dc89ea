import type { HostConfig } from '../docker-json';

/** What a process of a container may do by default (moby daemon/pkg/oci/caps defaults.go). */
const DEFAULTS: readonly string[] = [
  'CHOWN',
  'DAC_OVERRIDE',
  'FSETID',
  'FOWNER',
  'MKNOD',
  'NET_RAW',
  'SETGID',
  'SETUID',
  'SETFCAP',
  'SETPCAP',
  'NET_BIND_SERVICE',
  'SYS_CHROOT',
  'KILL',
  'AUDIT_WRITE',
];

const named = (name: string): string => name.toUpperCase().replace(/^CAP_/, '');

/** The capabilities of a container's processes, after `--cap-add`, `--cap-drop` and `--privileged`. */
export function capabilitiesOf(host: HostConfig): ReadonlySet<string> {
  const added = (host.CapAdd ?? []).map(named);
  const dropped = (host.CapDrop ?? []).map(named);
  const everything = host.Privileged === true || added.includes('ALL');
  const all = [
    ...DEFAULTS,
    ...(everything ? ['SYS_ADMIN', 'NET_ADMIN', 'SYS_TIME'] : []),
    ...added,
  ];
  if (host.Privileged) return new Set(all);
  if (dropped.includes('ALL')) return new Set(added.filter((name) => name !== 'ALL'));
  return new Set(all.filter((name) => !dropped.includes(name)));
}
