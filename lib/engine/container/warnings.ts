import type { HostConfig } from '../docker-json';

/** What Docker makes a container in spite of and says so (moby daemon/daemon_unix.go verifyPlatformContainerSettings). */
export function warningsOf({
  NetworkMode: mode,
  PortBindings: ports,
}: HostConfig): readonly string[] {
  return mode === 'host' && Object.keys(ports ?? {}).length > 0
    ? ['Published ports are discarded when using host network mode']
    : [];
}
