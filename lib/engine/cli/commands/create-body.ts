import { resolvePath } from '../../files/path';
import type { Rules } from '../../rules';
import { CommandError, type Client } from '../client';
import type { ParsedFlags } from '../flags';
import { checked, orNull, size } from '../options/checked';
import { cut, recordOfPairs } from '../options/csv';
import { healthcheck } from '../options/health';
import { parseMount, type MountRequest } from '../options/mount';
import { networksOf } from '../options/networks';
import { portsOf } from '../options/ports';
import { resources } from '../options/resources';
import { parseVolume } from '../options/volume';
import { environmentEntry, readEnvFile, readLabelFile } from './files';

type Json = Readonly<Record<string, unknown>>;

/** `on-failure:3` (docker/cli opts/parse.go ParseRestartPolicy). */
export function restartPolicy(text: string): {
  readonly Name: string;
  readonly MaximumRetryCount: number;
} {
  const [name, count] = cut(text, ':');
  if (name === '' && count !== null)
    throw new CommandError('invalid restart policy format: no policy provided before colon');
  if (count !== null && count !== '' && !/^[+-]?\d+$/.test(count))
    throw new CommandError('invalid restart policy format: maximum retry count must be an integer');
  return { Name: name, MaximumRetryCount: Number(count ?? 0) };
}

/** Files first, then `-e`: the last value of a name counts. */
function environment(client: Client, flags: ParsedFlags): readonly string[] {
  const own = new Map(flags.list('env').map((entry) => cut(environmentEntry(client, entry))));
  return [
    ...flags.list('env-file').flatMap((path) => readEnvFile(client, path)),
    ...[...own].map(([name, value]) => (value === null ? name : `${name}=${value}`)),
  ];
}

function labels(client: Client, flags: ParsedFlags): Readonly<Record<string, string>> {
  return recordOfPairs([
    ...flags.list('label-file').flatMap((path) => readLabelFile(client, path)),
    ...flags.list('label'),
  ]);
}

/** A namespace mode must be one of the words, or `container:NAME` where that is allowed. */
function mode(flags: ParsedFlags, name: string, words: readonly string[], reason: string): string {
  const value = flags.string(name);
  const isContainer = words.includes('container') && /^container:./.test(value);
  if (value !== '' && !words.includes(value) && !isContainer)
    throw new CommandError(`--${name}: ${reason}`);
  return value;
}

/** `no-new-privileges`, `seccomp=unconfined`, `label:disable`; what stands for the client alone is taken out (docker/cli parseSecurityOpts). */
function securityOptions(
  client: Client,
  flags: ParsedFlags,
): {
  readonly options: readonly string[];
  readonly unconfined: boolean;
} {
  const options = flags.list('security-opt');
  for (const option of options) {
    const [key, value] = option.includes('=') ? cut(option) : cut(option, ':');
    if (key === 'no-new-privileges') continue;
    if (value === null || value === '')
      throw new CommandError(`Invalid --security-opt: ${JSON.stringify(option)}`);
    if (key === 'seccomp' && !['builtin', 'unconfined'].includes(value) && !client.hasFile(value))
      throw new CommandError(
        `opening seccomp profile (${value}) failed: open ${value}: no such file or directory`,
      );
  }
  return {
    options: options.filter((option) => option !== 'systempaths=unconfined'),
    unconfined: options.includes('systempaths=unconfined'),
  };
}

/** `-a`: the streams that are attached; both outputs when none is named. */
export function wantsStream(flags: ParsedFlags, stream: 'stdin' | 'stdout' | 'stderr'): boolean {
  const named = flags.list('attach');
  if (named.includes(stream)) return true;
  return stream === 'stdin' ? flags.bool('interactive') : named.length === 0;
}

/** `net_admin` is `CAP_NET_ADMIN`, each named once, in order (moby client/container_create.go normalizeCapabilities). */
function capabilities(flags: ParsedFlags, name: string): readonly string[] {
  const full = flags.list(name).map((text) => {
    const upper = text.toUpperCase();
    return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
  });
  return [...new Set(full)].sort();
}

/** A mount whose source, when it begins with a dot, is looked for from where the command was called. */
function placed(mount: MountRequest, cwd: string): MountRequest {
  if (mount.Source?.startsWith('.')) mount.Source = resolvePath(cwd, mount.Source);
  return mount;
}

/** A body that was made from a command line, and what it rests on besides the words. */
interface Made {
  readonly cwd: string;
  /** Null: no port is published, no rule was asked. */
  readonly mapping: Rules['portMapping'] | null;
  readonly body: Json;
}

/** By the flags, which stay the same as long as the command line that they were read from is remembered. */
const made = new WeakMap<ParsedFlags, Made>();

/** Does the body hold what stands in files or in the environment of the client? */
const readsSurroundings = (flags: ParsedFlags): boolean =>
  flags.changed('env-file') ||
  flags.changed('label-file') ||
  flags.changed('security-opt') ||
  (flags.changed('env') && flags.list('env').some((entry) => !entry.includes('=')));

/**
 * The body of `POST /containers/create` (docker/cli cli/command/container/opts.go parse). Throws a CommandError with what is wrong, in the order in
 * which the command line finds it.
 */
export function createBody(client: Client, flags: ParsedFlags): Json {
  const known = made.get(flags);
  if (
    known?.cwd === client.cwd &&
    (known.mapping === null || known.mapping === client.rules.portMapping)
  )
    return known.body;
  const body = makeBody(client, flags);
  if (!readsSurroundings(flags)) {
    const mapping = flags.changed('publish') ? client.rules.portMapping : null;
    made.set(flags, { cwd: client.cwd, mapping, body });
  }
  return body;
}

function makeBody(client: Client, flags: ParsedFlags): Json {
  const [image = '', ...cmd] = flags.args;
  const mac = flags.string('mac-address');
  if (mac !== '' && !/^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(mac))
    throw new CommandError(`${mac} is not a valid mac address`);
  const swappiness = flags.number('memory-swappiness');
  if (swappiness !== -1 && (swappiness < 0 || swappiness > 100))
    throw new CommandError(`invalid value: ${swappiness}. Valid memory swappiness range is 0-100`);
  const volumes = [...new Set(flags.list('volume'))].map((spec) => ({
    spec,
    bind: parseVolume(spec, client.cwd),
  }));
  const ports = portsOf(flags, client.rules);
  const limits = resources(flags);
  const env = environment(client, flags);
  const labelled = labels(client, flags);
  const pid = mode(flags, 'pid', ['host', 'container'], 'invalid PID mode');
  const uts = mode(flags, 'uts', ['host'], 'invalid UTS mode');
  const userns = mode(flags, 'userns', ['host'], 'invalid USER mode');
  const cgroupns = mode(flags, 'cgroupns', ['host', 'private'], 'invalid CGROUP mode');
  const policy = restartPolicy(flags.string('restart'));
  const logDriver = flags.string('log-driver');
  const logOptions = flags.list('log-opt');
  if (logDriver === 'none' && logOptions.length > 0)
    throw new CommandError(`invalid logging opts for driver ${logDriver}`);
  const security = securityOptions(client, flags);
  const storage = flags.list('storage-opt');
  if (storage.some((option) => !option.includes('=')))
    throw new CommandError('invalid storage option');
  const health = healthcheck(flags);
  if (flags.bool('rm') && !['', 'no'].includes(policy.Name))
    throw new CommandError('conflicting options: cannot specify both --restart and --rm');
  const networks = networksOf(flags);
  const detached = flags.changed('detach') && flags.bool('detach');
  const stdin = !detached && wantsStream(flags, 'stdin');
  // What is only there when it was asked for comes last: a spread in so long a literal makes all that follows it slow.
  const host: Record<string, unknown> = {
    Binds: orNull(volumes.flatMap(({ bind }) => (bind === null ? [] : [bind]))),
    ContainerIDFile: flags.string('cidfile'),
    LogConfig: { Type: logDriver, Config: recordOfPairs(logOptions) },
    NetworkMode: networks.mode,
    PortBindings: ports.bindings,
    RestartPolicy: policy,
    AutoRemove: flags.bool('rm'),
    VolumeDriver: flags.string('volume-driver'),
    VolumesFrom: orNull(flags.list('volumes-from')),
    ConsoleSize: [0, 0],
    CapAdd: orNull(capabilities(flags, 'cap-add')),
    CapDrop: orNull(capabilities(flags, 'cap-drop')),
    CgroupnsMode: cgroupns,
    Dns: flags.list('dns'),
    DnsOptions: flags.list('dns-option'),
    DnsSearch: flags.list('dns-search'),
    ExtraHosts: orNull(flags.list('add-host')),
    GroupAdd: orNull(flags.list('group-add')),
    IpcMode: flags.string('ipc'),
    Cgroup: '',
    Links: orNull(flags.list('link')),
    OomScoreAdj: flags.number('oom-score-adj'),
    PidMode: pid,
    Privileged: flags.bool('privileged'),
    PublishAllPorts: flags.bool('publish-all'),
    ReadonlyRootfs: flags.bool('read-only'),
    SecurityOpt: orNull(security.options),
    UTSMode: uts,
    UsernsMode: userns,
    ShmSize: size(flags, 'shm-size'),
    Isolation: flags.string('isolation'),
    MaskedPaths: security.unconfined ? [] : null,
    ReadonlyPaths: security.unconfined ? [] : null,
  };
  Object.assign(host, limits);
  if (flags.list('annotation').length > 0)
    host['Annotations'] = recordOfPairs(flags.list('annotation'));
  if (storage.length > 0) host['StorageOpt'] = recordOfPairs(storage);
  if (flags.list('tmpfs').length > 0)
    host['Tmpfs'] = Object.fromEntries(
      flags.list('tmpfs').map((text) => {
        const [path, options] = cut(text, ':');
        return [path, options ?? ''];
      }),
    );
  if (flags.list('sysctl').length > 0) host['Sysctls'] = recordOfPairs(flags.list('sysctl'));
  if (flags.string('runtime') !== '') host['Runtime'] = flags.string('runtime');
  if (flags.list('mount').length > 0)
    host['Mounts'] = flags
      .list('mount')
      .map((text) => placed(checked(parseMount(text)), client.cwd));
  if (flags.changed('init')) host['Init'] = flags.bool('init');
  const body: Record<string, unknown> = {
    Hostname: flags.string('hostname'),
    Domainname: flags.string('domainname'),
    User: flags.string('user'),
    AttachStdin: stdin,
    AttachStdout: !detached && wantsStream(flags, 'stdout'),
    AttachStderr: !detached && wantsStream(flags, 'stderr'),
    Tty: flags.bool('tty'),
    OpenStdin: flags.bool('interactive'),
    StdinOnce: stdin && flags.bool('interactive'),
    Env: orNull(env),
    Cmd: orNull(cmd),
    Image: image,
    Volumes: Object.fromEntries(
      volumes.filter(({ bind }) => bind === null).map(({ spec }) => [spec, {}]),
    ),
    WorkingDir: flags.string('workdir'),
    Entrypoint: flags.changed('entrypoint') ? [flags.string('entrypoint')] : null,
    OnBuild: null,
    Labels: labelled,
    HostConfig: host,
    NetworkingConfig: { EndpointsConfig: networks.endpoints },
  };
  if (Object.keys(ports.exposed).length > 0) body['ExposedPorts'] = ports.exposed;
  if (health !== null) body['Healthcheck'] = health;
  if (flags.string('stop-signal') !== '') body['StopSignal'] = flags.string('stop-signal');
  if (flags.changed('stop-timeout')) body['StopTimeout'] = flags.number('stop-timeout');
  return body;
}
