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

/** All capabilities of Linux, each at its bit (linux/capability.h). */
const ALL: readonly string[] = (
  'CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN ' +
  'NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME ' +
  'SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON ' +
  'BPF CHECKPOINT_RESTORE'
).split(' ');

/** A set of capabilities as the kernel writes it in /proc/PID/status. */
export function capabilityMask(capabilities: ReadonlySet<string>): string {
  let mask = 0n;
  ALL.forEach((name, bit) => {
    if (capabilities.has(name)) mask |= 1n << BigInt(bit);
  });
  return mask.toString(16).padStart(16, '0');
}

const named = (name: string): string => name.toUpperCase().replace(/^CAP_/, '');

/** The capabilities of a container's processes, after `--cap-add`, `--cap-drop` and `--privileged`. */
export function capabilitiesOf(host: HostConfig): ReadonlySet<string> {
  const added = (host.CapAdd ?? []).map(named);
  const dropped = (host.CapDrop ?? []).map(named);
  const everything = host.Privileged === true || added.includes('ALL');
  const all = [...DEFAULTS, ...(everything ? ALL : []), ...added.filter((name) => name !== 'ALL')];
  if (host.Privileged) return new Set(all);
  if (dropped.includes('ALL')) return new Set(added.filter((name) => name !== 'ALL'));
  return new Set(all.filter((name) => !dropped.includes(name)));
}
