import type { HostConfig } from '../docker-json';

/** What Docker makes a container in spite of and says so (moby daemon/daemon_unix.go verifyPlatformContainerSettings). */
export function warningsOf(host: HostConfig): readonly string[] {
  const { NetworkMode: mode, PortBindings: ports } = host;
  const weight = host['BlkioWeight'];
  const warnings: string[] = [];
  if (typeof weight === 'number' && weight > 0)
    warnings.push(
      'Your kernel does not support Block I/O weight or the cgroup is not mounted. Weight discarded.',
    );
  if (host['OomKillDisable'] === true && !host.Memory)
    warnings.push(
      'OOM killer is disabled for the container, but no memory limit is set, this can result in the system running out of resources.',
    );
  if (mode === 'host' && Object.keys(ports ?? {}).length > 0)
    warnings.push('Published ports are discarded when using host network mode');
  return warnings;
}
