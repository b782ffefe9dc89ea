import type { HostConfig } from '../docker-json';

/** What Docker makes a container in spite of and says so (moby daemon/daemon_unix.go verifyPlatformContainerSettings). */
export function warningsOf(host: HostConfig): readonly string[] {
  const { NetworkMode: mode, PortBindings: ports } = host;
  const mounts = Array.isArray(host['Mounts'])
    ? (host['Mounts'] as readonly { readonly Type?: string }[])
    : [];
  const warnings = mounts
    .filter(({ Type: type }) => type === 'image')
    .map(() => 'Image mount is an experimental feature');
  warnings.push(...limitWarnings(host));
  if (host['OomKillDisable'] === true && !host.Memory)
    warnings.push(
      'OOM killer is disabled for the container, but no memory limit is set, this can result in the system running out of resources.',
    );
  if (mode === 'host' && Object.keys(ports ?? {}).length > 0)
    warnings.push('Published ports are discarded when using host network mode');
  return warnings;
}

const UNWEIGHED = 'or the cgroup is not mounted.';

/** The limits that the machine's kernel has no means for (verifyPlatformContainerResources). */
export function limitWarnings(host: HostConfig): readonly string[] {
  const { BlkioWeight: weight, BlkioWeightDevice: devices } = host;
  const warnings: string[] = [];
  if (typeof weight === 'number' && weight > 0)
    warnings.push(`Your kernel does not support Block I/O weight ${UNWEIGHED} Weight discarded.`);
  if (Array.isArray(devices) && devices.length > 0)
    warnings.push(
      `Your kernel does not support Block I/O weight_device ${UNWEIGHED} Weight-device discarded.`,
    );
  return warnings;
}
