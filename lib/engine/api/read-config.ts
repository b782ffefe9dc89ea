import type {
  ContainerConfig,
  HealthConfig,
  HostConfig,
  ImageConfig,
  PortBinding,
} from '../docker-json';
import type { Draft } from '../draft';
import { membersOf, numberOf, textOf, textsOf } from './read-json';

type Empty = Readonly<Record<string, Record<string, never>>>;

const nothing: Readonly<Record<string, never>> = {};

function keysOf(value: unknown): Empty {
  if (value === undefined) return nothing;
  return Object.fromEntries(Object.keys(membersOf(value)).map((key) => [key, {}]));
}

function labelsOf(value: unknown): Readonly<Record<string, string>> {
  if (value === undefined) return nothing;
  return Object.fromEntries(
    Object.entries(membersOf(value)).map(([key, label]) => [key, textOf(label)]),
  );
}

/** The configuration in the body of `POST /containers/create`. */
export function readContainerConfig(body: unknown): ContainerConfig {
  const json = membersOf(body);
  const config: Draft<ContainerConfig> = {
    Image: textOf(json['Image']),
    Hostname: textOf(json['Hostname']),
    Domainname: textOf(json['Domainname']),
    User: textOf(json['User']),
    AttachStdin: json['AttachStdin'] === true,
    AttachStdout: json['AttachStdout'] === true,
    AttachStderr: json['AttachStderr'] === true,
    Tty: json['Tty'] === true,
    OpenStdin: json['OpenStdin'] === true,
    StdinOnce: json['StdinOnce'] === true,
    Env: textsOf(json['Env']),
    Cmd: commandOf(json['Cmd']),
    Entrypoint: commandOf(json['Entrypoint']),
    ExposedPorts: keysOf(json['ExposedPorts']),
    Volumes: keysOf(json['Volumes']),
    WorkingDir: textOf(json['WorkingDir']),
    Labels: labelsOf(json['Labels']),
  };
  const stopTimeout = json['StopTimeout'];
  if (json['StopSignal']) config.StopSignal = textOf(json['StopSignal']);
  if (typeof stopTimeout === 'number') config.StopTimeout = stopTimeout;
  if (json['Healthcheck']) config.Healthcheck = healthOf(json['Healthcheck']);
  return config;
}

/** The configuration in the document of an image: what is not there stays out, what is of another type too. */
export function readImageConfig(value: unknown): ImageConfig {
  const json = membersOf(value);
  const config: Draft<ImageConfig> = {};
  for (const key of ['User', 'WorkingDir', 'StopSignal'] as const)
    if (typeof json[key] === 'string') config[key] = json[key];
  for (const key of ['Env', 'OnBuild', 'Shell'] as const)
    if (Array.isArray(json[key])) config[key] = textsOf(json[key]);
  for (const key of ['Cmd', 'Entrypoint'] as const)
    if (json[key] !== undefined && json[key] !== null) config[key] = commandOf(json[key]);
  for (const key of ['ExposedPorts', 'Volumes'] as const)
    if (json[key] !== undefined && json[key] !== null) config[key] = keysOf(json[key]);
  if (json['Labels'] !== undefined && json['Labels'] !== null)
    config.Labels = labelsOf(json['Labels']);
  if (json['Healthcheck']) config.Healthcheck = healthOf(json['Healthcheck']);
  return config;
}

const HEALTH_NUMBERS = ['Interval', 'Timeout', 'StartPeriod', 'StartInterval', 'Retries'] as const;

/** A health check; what is not given stays out and is the image's. */
function healthOf(value: unknown): HealthConfig {
  const json = membersOf(value);
  const numbers = HEALTH_NUMBERS.filter((name) => json[name]).map(
    (name) => [name, numberOf(json[name])] as const,
  );
  return {
    ...(Array.isArray(json['Test']) ? { Test: textsOf(json['Test']) } : {}),
    ...Object.fromEntries(numbers),
  };
}

/** A list of words, or one word. */
function commandOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : textsOf(value);
}

function bindingsOf(value: unknown): Readonly<Record<string, readonly PortBinding[]>> {
  if (value === undefined) return nothing;
  return Object.fromEntries(
    Object.entries(membersOf(value)).map(([port, list]) => [
      port,
      (Array.isArray(list) ? list : []).map((item): PortBinding => {
        const binding = membersOf(item);
        return { HostIp: textOf(binding['HostIp']), HostPort: textOf(binding['HostPort']) };
      }),
    ]),
  );
}

/** The `HostConfig` of a request; members that the engine does not act on are kept as they are. */
export function readHostConfig(value: unknown): HostConfig {
  const json = membersOf(value);
  const policy = membersOf(json['RestartPolicy']);
  // Begun with a member, not with the spread: decision 092.
  const own: Draft<HostConfig> = { Tmpfs: labelsOf(json['Tmpfs']), ...json };
  if ('Binds' in json) own.Binds = textsOf(json['Binds']);
  own.NetworkMode = textOf(json['NetworkMode'], 'default');
  own.PortBindings = bindingsOf(json['PortBindings']);
  if ('RestartPolicy' in json)
    own.RestartPolicy = {
      Name: textOf(policy['Name']),
      MaximumRetryCount: numberOf(policy['MaximumRetryCount']),
    };
  own.AutoRemove = json['AutoRemove'] === true;
  own.PublishAllPorts = json['PublishAllPorts'] === true;
  own.ReadonlyRootfs = json['ReadonlyRootfs'] === true;
  own.Memory = numberOf(json['Memory']);
  own.NanoCpus = numberOf(json['NanoCpus']);
  own.Tmpfs = labelsOf(json['Tmpfs']);
  return own;
}
