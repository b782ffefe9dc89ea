import { dockerRelease } from '../docker-release';
import type { HostData } from '../host';
import { ARCHITECTURE, SYSTEM } from '../image/platform';

type Json = Readonly<Record<string, unknown>>;

/** A map as Go writes it: its keys are sorted. */
function inOrder(map: Json): Json {
  return Object.fromEntries(
    Object.keys(map)
      .sort()
      .map((key) => [key, map[key]]),
  );
}

/** `GET /version` (moby daemon/info.go SystemVersion). */
export function versionJson({ containerd, runc, init, kernel }: HostData): Json {
  const { version: Version, apiVersion, minApiVersion, engine } = dockerRelease;
  const own = {
    ApiVersion: apiVersion,
    MinAPIVersion: minApiVersion,
    GitCommit: engine.gitCommit,
    GoVersion: engine.goVersion,
    Os: SYSTEM,
    Arch: ARCHITECTURE,
    KernelVersion: kernel.release,
    BuildTime: engine.built,
  };
  return {
    Platform: { Name: '' },
    Components: [
      {
        Name: 'Engine',
        Version,
        Details: inOrder({ ...own, Experimental: 'false' }),
      },
      {
        Name: 'containerd',
        Version: containerd.version,
        Details: { GitCommit: containerd.commit },
      },
      { Name: 'runc', Version: runc.version, Details: { GitCommit: runc.commit } },
      { Name: 'docker-init', Version: init, Details: { GitCommit: '' } },
    ],
    Version,
    ...own,
  };
}
