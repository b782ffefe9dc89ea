import { containersOf } from '../container/list';
import { dockerRelease } from '../docker-release';
import { formatTimeOrNever } from '../time';
import type { Turn } from '../turn';

/** A registry of this machine that serves the images of Docker Hub. */
const MIRROR = '127.0.0.1:5000';

/** `GET /info` (moby daemon/info.go SystemInfo). What no command line shows of a runtime is left out. */
export function infoJson(turn: Turn): Readonly<Record<string, unknown>> {
  const { state, world } = turn;
  const { host } = world.catalogue;
  const kinds = containersOf(state).map((container) => container.state.kind);
  const paused = kinds.filter((kind) => kind === 'paused').length;
  const running = kinds.filter((kind) => kind === 'running' || kind === 'restarting').length;
  const mirrors = world.catalogue.contents[MIRROR] ? [`http://${MIRROR}/`] : [];
  return {
    ID: host.id,
    Containers: kinds.length,
    ContainersRunning: running,
    ContainersPaused: paused,
    ContainersStopped: kinds.length - running - paused,
    Images: state.images.size,
    Driver: 'vfs',
    DriverStatus: null,
    Plugins: {
      Volume: ['local'],
      Network: ['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'],
      Authorization: null,
      Log: [
        'awslogs',
        'fluentd',
        'gcplogs',
        'gelf',
        'journald',
        'json-file',
        'local',
        'splunk',
        'syslog',
      ],
    },
    MemoryLimit: true,
    SwapLimit: true,
    KernelMemoryTCP: true,
    CpuCfsPeriod: true,
    CpuCfsQuota: true,
    CPUShares: true,
    CPUSet: true,
    PidsLimit: true,
    IPv4Forwarding: true,
    Debug: false,
    NFd: 42,
    OomKillDisable: true,
    NGoroutines: 66,
    SystemTime: formatTimeOrNever(state.now),
    LoggingDriver: 'json-file',
    CgroupDriver: 'cgroupfs',
    CgroupVersion: '1',
    NEventsListener: 0,
    KernelVersion: host.kernel.release,
    OperatingSystem: host.operatingSystem.told,
    OSVersion: host.operatingSystem.version,
    OSType: 'linux',
    Architecture: host.machine,
    IndexServerAddress: 'https://index.docker.io/v1/',
    RegistryConfig: {
      IndexConfigs: {
        'docker.io': { Name: 'docker.io', Mirrors: mirrors, Secure: true, Official: true },
      },
      InsecureRegistryCIDRs: ['127.0.0.0/8', '::1/128'],
      Mirrors: mirrors.length > 0 ? mirrors : null,
    },
    NCPU: host.cpus.count,
    MemTotal: host.memory,
    GenericResources: null,
    DockerRootDir: '/var/lib/docker',
    HttpProxy: '',
    HttpsProxy: '',
    NoProxy: '',
    Name: host.name,
    Labels: [],
    ExperimentalBuild: false,
    ServerVersion: dockerRelease.version,
    Runtimes: { 'io.containerd.runc.v2': { path: 'runc' }, runc: { path: 'runc' } },
    DefaultRuntime: 'runc',
    Swarm: {
      NodeID: '',
      NodeAddr: '',
      LocalNodeState: 'inactive',
      ControlAvailable: false,
      Error: '',
      RemoteManagers: null,
    },
    LiveRestoreEnabled: false,
    Isolation: '',
    InitBinary: 'docker-init',
    ContainerdCommit: { ID: host.containerd.commit },
    RuncCommit: { ID: host.runc.commit },
    InitCommit: { ID: '' },
    SecurityOptions: ['name=seccomp,profile=builtin'],
    CDISpecDirs: ['/etc/cdi', '/var/run/cdi'],
    Warnings: null,
  };
}
