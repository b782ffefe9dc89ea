import type { HostConfig } from '../docker-json';
import { resolvePath } from '../files/path';

/** Every capability of Linux (moby daemon/pkg/oci/caps). */
const CAPABILITIES = new Set(
  (
    'AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK ' +
    'IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP ' +
    'SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME ' +
    'SYS_TTY_CONFIG WAKE_ALARM ALL'
  ).split(' '),
);

function textIn(host: HostConfig, name: string): string {
  const value = host[name];
  return typeof value === 'string' ? value : '';
}

function capabilityError(what: string, names: readonly string[] | null | undefined): string | null {
  for (const name of names ?? []) {
    const full = name.toUpperCase().replace(/^CAP_/, '');
    if (!CAPABILITIES.has(full)) return `invalid ${what}: unknown capability: "CAP_${full}"`;
  }
  return null;
}

function tmpfsError(paths: Readonly<Record<string, string>> | undefined): string | null {
  for (const path in paths) {
    if (resolvePath('/', path) === '/' && path.startsWith('/'))
      return "invalid specification: destination can't be '/'";
    if (!path.startsWith('/')) return `invalid mount path: '${path}' mount path must be absolute`;
  }
  return null;
}

/** What the machine's side of a container may not be; null when nothing is wrong (moby daemon/container.go validateHostConfig, daemon/daemon_unix.go verifyPlatformContainerSettings). */
export function hostConfigError(host: HostConfig): string | null {
  const ipc = textIn(host, 'IpcMode');
  const score = host['OomScoreAdj'];
  const runtime = textIn(host, 'Runtime');
  if (ipc !== '' && !/^(?:none|private|host|shareable|container:.*)$/.test(ipc))
    return `invalid IPC mode: ${ipc}`;
  if (typeof score === 'number' && (score < -1000 || score > 1000))
    return `Invalid value ${score}, range for oom score adj is [-1000, 1000]`;
  if (runtime !== '' && runtime !== 'runc' && runtime !== 'io.containerd.runc.v2')
    return `unknown or invalid runtime name: ${runtime}`;
  return tmpfsError(host.Tmpfs);
}

/** What is refused before the resources are looked at: capabilities that Linux does not know. */
export function capabilitiesError(host: HostConfig): string | null {
  return capabilityError('CapAdd', host.CapAdd) ?? capabilityError('CapDrop', host.CapDrop);
}

/** `--isolation` of another system (moby runconfig validateIsolation). */
export function isolationError(host: HostConfig): string | null {
  const isolation = textIn(host, 'Isolation');
  return isolation === '' || isolation.toLowerCase() === 'default'
    ? null
    : `invalid isolation (${isolation}): linux only supports 'default'`;
}
