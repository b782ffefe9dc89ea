import { isReadOnly } from '../container/tmpfs';
import { assertNever } from '../../kernel/assert-never';
import { humanDuration } from '../cli/humanize';
import { changesOf, sizeOfLayer } from '../container/changes';
import { commandLine } from '../container/command-line';
import { imageMountOf } from '../container/image-mount';
import { lastRunOf } from '../container/last-run';
import { writableLayer } from '../container/root-files';
import { findImage } from '../image/find';
import type { Container, Mount, Running } from '../state';
import { formatTimeOrNever } from '../time';
import type { Turn } from '../turn';
import { legacyLinks } from '../network/links';
import { endpointsJson, networkSettingsJson } from './container-network-json';
import { healthJson, healthText } from './health-json';
import { hostConfigJson } from './host-config-json';
import { imageOfContainer } from '../image/of-container';

type Json = Readonly<Record<string, unknown>>;

/** The state's name as the API gives it. */
export function stateName(container: Container): string {
  return container.state.kind;
}

function runOf(container: Container): Running | null {
  const { state } = container;
  return state.kind === 'running' || state.kind === 'paused' ? state.run : null;
}

/** `State` of an inspected container: Running is true for paused and restarting too. */
function stateJson(container: Container): Json {
  const { state } = container;
  const run = runOf(container);
  const last = lastRunOf(container);
  const health = healthJson(container);
  return {
    Status: state.kind,
    Running: run !== null || state.kind === 'restarting',
    Paused: state.kind === 'paused',
    Restarting: state.kind === 'restarting',
    OOMKilled: run === null && last.oomKilled === true,
    Dead: false,
    Pid: run?.processes[0]?.hostPid ?? 0,
    ExitCode: last.exitCode,
    Error: last.error,
    StartedAt: formatTimeOrNever(run?.startedAt ?? last.startedAt),
    FinishedAt: formatTimeOrNever(run ? run.finishedAt : last.finishedAt),
    ...(health === null ? {} : { Health: health }),
  };
}

function modeOf(container: Container): string {
  const mode = container.hostConfig.NetworkMode ?? 'default';
  return mode === 'default' || mode === '' ? 'bridge' : mode;
}

function mountJson(container: Container, mount: Mount): Json | null {
  switch (mount.kind) {
    case 'volume':
      return {
        Type: 'volume',
        Name: mount.name,
        Source: `/var/lib/docker/volumes/${mount.name}/_data`,
        Destination: mount.path,
        Driver: 'local',
        Mode: mount.anonymous ? '' : mount.readonly ? 'ro' : 'z',
        RW: !mount.readonly,
        Propagation: '',
      };
    case 'bind': {
      const shown = imageMountOf(container, mount);
      if (shown !== null)
        return {
          Type: 'image',
          Name: shown.name,
          Source: shown.folder,
          Destination: mount.path,
          Mode: '',
          RW: false,
          Propagation: 'rprivate',
        };
      return {
        Type: 'bind',
        Source: mount.source,
        Destination: mount.path,
        Mode: mount.readonly ? 'ro' : '',
        RW: !mount.readonly,
        Propagation: 'rprivate',
      };
    }
    case 'tmpfs':
      return mount.listed
        ? {
            Type: 'tmpfs',
            Source: '',
            Destination: mount.path,
            Mode: '',
            RW: !isReadOnly(mount),
            Propagation: '',
          }
        : null;
    default:
      return assertNever(mount);
  }
}

function mountsJson(container: Container): readonly Json[] {
  return container.mounts
    .map((mount) => mountJson(container, mount))
    .filter((json) => json !== null);
}

/** The links of the default bridge as `/child:/parent/alias`; null where there are none (moby daemon/inspect.go getInspectData). */
function linksJson(turn: Turn, container: Container): readonly string[] | null {
  const links = legacyLinks(turn.state, container).map(
    ({ container: child, alias }) => `/${child.name}:/${container.name}/${alias}`,
  );
  return links.length === 0 ? null : links;
}

/** `GET /containers/{id}/json` (moby daemon/inspect.go). */
export function containerJson(turn: Turn, container: Container, size: boolean): Json {
  const [path = '', ...args] = commandLine(container);
  const folder = `/var/lib/docker/containers/${container.id}`;
  const { config } = container;
  // The files of a container are made when it is first started.
  const { startedAt, error } = lastRunOf(container);
  const made = container.state.kind !== 'created' || startedAt !== null || error !== '';
  const exposed = config.ExposedPorts ?? {};
  return {
    Id: container.id,
    Created: formatTimeOrNever(container.created),
    Path: path,
    Args: args,
    State: stateJson(container),
    Image: container.image,
    ResolvConfPath: made ? `${folder}/resolv.conf` : '',
    HostnamePath: made ? `${folder}/hostname` : '',
    HostsPath: made ? `${folder}/hosts` : '',
    LogPath: made && keepsJsonFile(container) ? `${folder}/${container.id}-json.log` : '',
    Name: `/${container.name}`,
    RestartCount: container.restartCount,
    Driver: 'vfs',
    Platform: 'linux',
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: '',
    ExecIDs: null,
    HostConfig: { ...hostConfigJson(container.hostConfig), Links: linksJson(turn, container) },
    GraphDriver: { Data: { ID: container.id }, Name: 'vfs' },
    ...(size ? { SizeRw: 0, ...sizesJson(turn, container) } : {}),
    Mounts: mountsJson(container),
    Config: {
      Hostname: config.Hostname,
      Domainname: config.Domainname ?? '',
      User: config.User ?? '',
      AttachStdin: config.AttachStdin ?? false,
      AttachStdout: config.AttachStdout ?? false,
      AttachStderr: config.AttachStderr ?? false,
      ...(Object.keys(exposed).length > 0 ? { ExposedPorts: sorted(exposed) } : {}),
      Tty: config.Tty ?? false,
      OpenStdin: config.OpenStdin ?? false,
      StdinOnce: config.StdinOnce ?? false,
      Env: config.Env ?? null,
      Cmd: config.Cmd ?? null,
      ...(config.Healthcheck ? { Healthcheck: config.Healthcheck } : {}),
      Image: config.Image,
      Volumes: Object.keys(config.Volumes ?? {}).length > 0 ? sorted(config.Volumes ?? {}) : null,
      WorkingDir: config.WorkingDir ?? '',
      Entrypoint: config.Entrypoint ?? null,
      OnBuild: config.OnBuild ?? null,
      Labels: sorted(config.Labels ?? {}),
      ...(config.StopSignal ? { StopSignal: config.StopSignal } : {}),
      ...(config.StopTimeout === undefined ? {} : { StopTimeout: config.StopTimeout }),
    },
    NetworkSettings: networkSettingsJson(turn.state, container),
  };
}

function sorted<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sizesJson(turn: Turn, container: Container): Json {
  const rw = sizeOfLayer(writableLayer(turn, container));
  return {
    ...(changesOf(turn, container).length > 0 ? { SizeRw: rw } : {}),
    SizeRootFs: (imageOfContainer(turn.state, container)?.size ?? 0) + rw,
  };
}

/** The words of the STATUS column (moby container/state.go String). */
export function statusText(container: Container, now: number): string {
  const { state } = container;
  switch (state.kind) {
    case 'created':
      return 'Created';
    case 'running':
      return `Up ${humanDuration(now - state.run.startedAt)}${healthText(container)}`;
    case 'paused':
      return `Up ${humanDuration(now - state.run.startedAt)} (Paused)`;
    case 'restarting':
      return `Restarting (${state.last.exitCode}) ${humanDuration(now - (state.last.finishedAt ?? now))} ago`;
    case 'exited':
      return `Exited (${state.last.exitCode}) ${humanDuration(now - (state.last.finishedAt ?? now))} ago`;
    default:
      return assertNever(state);
  }
}

/** The image as a listing names it: as typed while that name still means it, else the short id. */
function imageName(turn: Turn, container: Container): string {
  const meant = findImage(turn, container.config.Image);
  if (meant?.id === container.image) return container.config.Image;
  return container.image;
}

/** A port of a container that runs, as a listing shows it. */
export interface ListedPort {
  readonly IP?: string;
  readonly PrivatePort: number;
  readonly PublicPort?: number;
  readonly Type: string;
}

/** The exposed and the published ports of a container; none while it does not run (moby container/view.go transform). */
export function listedPorts(container: Container): readonly ListedPort[] {
  return Object.entries(runOf(container)?.ports ?? {}).flatMap(([port, bindings]): ListedPort[] => {
    const [number = '0', type = 'tcp'] = port.split('/');
    const base = { PrivatePort: Number(number), Type: type };
    if (!bindings) return [base];
    return bindings.map((binding) => ({
      IP: binding.HostIp,
      PrivatePort: Number(number),
      PublicPort: Number(binding.HostPort),
      Type: type,
    }));
  });
}

/** One container of `GET /containers/json`. */
export function containerSummaryJson(turn: Turn, container: Container, size: boolean): Json {
  return {
    Id: container.id,
    Names: [`/${container.name}`],
    Image: imageName(turn, container),
    ImageID: container.image,
    Command: commandLine(container).map(quoted).join(' '),
    Created: Math.floor(container.created / 1000),
    Ports: listedPorts(container),
    ...(size ? sizesJson(turn, container) : {}),
    Labels: sorted(container.config.Labels ?? {}),
    State: stateName(container),
    Status: statusText(container, turn.state.now),
    HostConfig: { NetworkMode: modeOf(container) },
    NetworkSettings: { Networks: endpointsJson(turn.state, container) },
    Mounts: mountsJson(container),
  };
}

/** A word of the command as a listing shows it (moby container/view.go: strconv-free quoting with single quotes). */
function quoted(word: string, index: number): string {
  return index > 0 && word.includes(' ') ? `'${word}'` : word;
}

/** Is the log the file that other programs may read? The driver `local` keeps its own, `none` keeps nothing. */
function keepsJsonFile({ hostConfig }: Container): boolean {
  const { Type: type = '' } = (hostConfig['LogConfig'] ?? {}) as { readonly Type?: string };
  return type === '' || type === 'json-file';
}
