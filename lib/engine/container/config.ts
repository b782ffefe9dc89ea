import { Latest } from '../../kernel/latest';
import { own } from '../../kernel/own';
import type { HostData } from '../host';
import { type Draft } from '../draft';
import { refuse } from '../errors';
import type { ContainerConfig, HostConfig, ImageConfig } from '../docker-json';
import { healthError, mergeHealth } from './health';
import { resourceError } from './resources';
import { capabilitiesError, hostConfigError, isolationError } from './verify-host-config';
import { isStopSignal } from '../process/signals';
import type { Rules } from '../rules';

const LOG_DRIVERS = [
  '',
  'json-file',
  'local',
  'none',
  'syslog',
  'journald',
  'gelf',
  'fluentd',
  'awslogs',
  'splunk',
  'gcplogs',
];

/** Lays what was asked for over the image's configuration (moby daemon/commit.go merge). Every member is written out, as in lib/engine/draft.ts. */
export function mergeConfig(
  asked: ContainerConfig,
  image: ImageConfig,
  rules: Rules,
): Draft<ContainerConfig> {
  const ownEntrypoint = (asked.Entrypoint ?? []).length > 0;
  const cleared = asked.Entrypoint?.length === 1 && asked.Entrypoint[0] === '';
  const args = asked.Cmd ?? none;
  const imageCmd = ownEntrypoint ? none : (image.Cmd ?? none);
  const both = args.length > 0 && imageCmd.length > 0;
  const cmd = both ? rules.commandOf(imageCmd, args) : [...imageCmd, ...args];
  const entrypoint = ownEntrypoint ? asked.Entrypoint : image.Entrypoint;
  const merged: Draft<ContainerConfig> = {
    Image: asked.Image,
    Hostname: asked.Hostname ?? '',
    Domainname: asked.Domainname ?? '',
    User: asked.User || image.User || '',
    AttachStdin: asked.AttachStdin ?? false,
    AttachStdout: asked.AttachStdout ?? false,
    AttachStderr: asked.AttachStderr ?? false,
    Tty: asked.Tty ?? false,
    OpenStdin: asked.OpenStdin ?? false,
    StdinOnce: asked.StdinOnce ?? false,
    ExposedPorts: united(image.ExposedPorts, asked.ExposedPorts),
    Env: mergeEnv(asked.Env ?? none, image.Env ?? none),
    Cmd: cmd.length > 0 ? cmd : null,
    Entrypoint: cleared ? null : (entrypoint ?? null),
    Volumes: united(image.Volumes, asked.Volumes),
    WorkingDir: asked.WorkingDir || image.WorkingDir || '',
    Labels: united(image.Labels, asked.Labels),
  };
  if (asked.StopTimeout !== undefined) merged.StopTimeout = asked.StopTimeout;
  if (asked.Shell) merged.Shell = asked.Shell;
  const stopSignal = asked.StopSignal || image.StopSignal;
  const healthcheck = mergeHealth(asked.Healthcheck, image.Healthcheck);
  if (stopSignal) merged.StopSignal = stopSignal;
  if (healthcheck) merged.Healthcheck = healthcheck;
  const onBuild = image.OnBuild ?? asked.OnBuild;
  if (onBuild) merged.OnBuild = onBuild;
  return merged;
}

const none: readonly string[] = [];
const imageEnvironments = new WeakMap<readonly string[], readonly string[]>();

/** The variables asked for, then those of the image that are not among them. Without any asked for, containers of an image share one list. */
function mergeEnv(asked: readonly string[], image: readonly string[]): readonly string[] {
  const known = asked.length === 0 ? imageEnvironments.get(image) : undefined;
  if (known) return known;
  const named = (entry: string): string => entry.slice(0, Math.max(0, entry.indexOf('=')));
  const env = [...asked];
  for (const entry of image)
    if (!env.some((own) => named(own) === named(entry) || own === named(entry))) env.push(entry);
  if (asked.length === 0) imageEnvironments.set(image, env);
  return env;
}

/** The members of both; of two with one name the second counts. */
function united<T>(
  first: Readonly<Record<string, T>> | undefined,
  second: Readonly<Record<string, T>> | undefined,
): Readonly<Record<string, T>> {
  for (const _ in second) return first ? { ...first, ...second } : second;
  return first ?? {};
}

function hasMembers(object: object): boolean {
  for (const _ in object) return true;
  return false;
}

const LOG_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'json-file': [
    'max-file',
    'max-size',
    'compress',
    'labels',
    'labels-regex',
    'env',
    'env-regex',
    'tag',
  ],
  local: ['max-file', 'max-size', 'compress'],
};

/** Why a log driver cannot take its options; null when it can (moby daemon/logger ValidateLogOpts). */
function logOptionError(driver: string, options: Readonly<Record<string, string>>): string | null {
  if (driver === 'none') return null;
  const mode = options['mode'] ?? '';
  if (!['', 'blocking', 'non-blocking'].includes(mode))
    return `logger: logging mode not supported: ${mode}`;
  if (options['max-buffer-size'] !== undefined && mode !== 'non-blocking')
    return "logger: max-buffer-size option is only supported with 'mode=non-blocking'";
  const known = own(LOG_OPTIONS, driver || 'json-file');
  if (!known) return null;
  for (const key of Object.keys(options).sort())
    if (!known.includes(key) && key !== 'mode' && key !== 'max-buffer-size')
      return driver === 'local'
        ? `unknown log opt '${key}' for log driver local`
        : `unknown log opt '${key}' for json-file log driver`;
  return null;
}

/** The latest configurations that nothing was wrong with, each with the rest of what was looked at. */
const sound = new Latest<
  ContainerConfig,
  { readonly host: HostConfig; readonly machine: HostData }
>();

/** Refuses what no container can be made with (moby daemon/container.go verifyContainerSettings). */
export function verifySettings(config: ContainerConfig, host: HostConfig, machine: HostData): void {
  const known = sound.get(config);
  if (known?.host === host && known.machine === machine) return;
  verifyAll(config, host, machine);
  sound.set(config, { host, machine });
}

function verifyAll(config: ContainerConfig, host: HostConfig, machine: HostData): void {
  if (config.WorkingDir && !config.WorkingDir.startsWith('/'))
    refuse(
      'invalid-parameter',
      `the working directory '${config.WorkingDir}' is invalid, it needs to be an absolute path`,
    );
  if (config.StopSignal && !isStopSignal(config.StopSignal))
    refuse('invalid-parameter', `invalid signal: ${config.StopSignal}`);
  const unhealthy = config.Healthcheck ? healthError(config.Healthcheck) : null;
  if (unhealthy !== null) refuse('invalid-parameter', unhealthy);
  const log = host['LogConfig'] as
    { readonly Type?: string; readonly Config?: Readonly<Record<string, string>> } | undefined;
  const driver = log?.Type ?? '';
  if (!LOG_DRIVERS.includes(driver))
    refuse(
      'invalid-parameter',
      `error looking up logging plugin ${driver}: plugin ${JSON.stringify(driver)} not found`,
    );
  const options = log?.Config;
  const unknown = options && hasMembers(options) ? logOptionError(driver, options) : null;
  if (unknown !== null) refuse('invalid-parameter', unknown);
  verifyRestartPolicy(host);
  const wrong =
    isolationError(host) ??
    capabilitiesError(host) ??
    resourceError(host, machine.cpus.count, false) ??
    hostConfigError(host);
  if (wrong !== null) refuse('invalid-parameter', wrong);
}

export function verifyRestartPolicy(host: HostConfig): void {
  const policy = host.RestartPolicy;
  if (!policy) return;
  const { Name: name, MaximumRetryCount: count } = policy;
  if (!['', 'no', 'always', 'on-failure', 'unless-stopped'].includes(name))
    refuse(
      'invalid-parameter',
      `invalid restart policy: unknown policy '${name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`,
    );
  if (name !== 'on-failure' && count !== 0)
    refuse(
      'invalid-parameter',
      "invalid restart policy: maximum retry count can only be used with 'on-failure'",
    );
  if (count < 0)
    refuse('invalid-parameter', 'invalid restart policy: maximum retry count cannot be negative');
  if (host.AutoRemove && name !== '' && name !== 'no')
    refuse('invalid-parameter', "can't create 'AutoRemove' container with restart policy");
}
