import { kernelVersion } from '../container/kernel-version';
import { machine } from '../system/machine';

type Json = Readonly<Record<string, unknown>>;

/** `GET /version` (moby daemon/info.go SystemVersion). */
export function versionJson(): Json {
  const { containerd, runc, init } = machine;
  return {
    Platform: { Name: '' },
    Components: [
      {
        Name: 'Engine',
        Version: '28.2.2',
        Details: {
          ApiVersion: '1.50',
          Arch: 'amd64',
          BuildTime: 'library-import',
          Experimental: 'false',
          GitCommit: '45873be',
          GoVersion: 'go1.23.5',
          KernelVersion: kernelVersion,
          MinAPIVersion: '1.24',
          Os: 'linux',
        },
      },
      {
        Name: 'containerd',
        Version: containerd.version,
        Details: { GitCommit: containerd.commit },
      },
      { Name: 'runc', Version: runc.version, Details: { GitCommit: runc.commit } },
      { Name: 'docker-init', Version: init, Details: { GitCommit: '' } },
    ],
    Version: '28.2.2',
    ApiVersion: '1.50',
    MinAPIVersion: '1.24',
    GitCommit: '45873be',
    GoVersion: 'go1.23.5',
    Os: 'linux',
    Arch: 'amd64',
    KernelVersion: kernelVersion,
    BuildTime: 'library-import',
  };
}
