import { parseBinarySize } from '../humanize';
import type { PortBinding } from '../../docker-json';
import { CommandError, type Client } from '../client';
import type { ParsedFlags } from '../flags';
import { parsePublish } from './publish';
import { readEnvFile, readLabelFile } from './files';

const NETWORK_ALIASES = ['bridge', 'default', ''];

function size(flags: ParsedFlags, name: string): number {
  const text = flags.string(name);
  if (text === '' || text === '-1') return text === '-1' ? -1 : 0;
  const parsed = parseBinarySize(text);
  if (!parsed.ok) throw new CommandError(parsed.error);
  return parsed.value;
}

function restartPolicy(text: string): {
  readonly Name: string;
  readonly MaximumRetryCount: number;
} {
  if (text === '') return { Name: '', MaximumRetryCount: 0 };
  const [name = '', count, ...more] = text.split(':');
  if (more.length > 0)
    throw new CommandError(`invalid restart policy format: maximum retry count must be an integer`);
  if (count !== undefined && !/^-?\d+$/.test(count))
    throw new CommandError('invalid restart policy format: maximum retry count must be an integer');
  if (name === '')
    throw new CommandError('invalid restart policy format: no policy provided before colon');
  return { Name: name, MaximumRetryCount: Number(count ?? 0) };
}

/** `KEY=value`, or a bare `KEY` taken from the client's own environment, which has none of them. */
function environment(client: Client, flags: ParsedFlags): readonly string[] {
  const env: string[] = [];
  for (const path of flags.list('env-file')) env.push(...readEnvFile(client, path));
  for (const entry of flags.list('env')) if (entry.includes('=')) env.push(entry);
  return env;
}

function labels(client: Client, flags: ParsedFlags): Readonly<Record<string, string>> {
  const lines = [
    ...flags.list('label-file').flatMap((path) => readLabelFile(client, path)),
    ...flags.list('label'),
  ];
  return Object.fromEntries(
    lines.map((line): [string, string] => {
      const equals = line.indexOf('=');
      return equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)];
    }),
  );
}

/** `-v name:/path`, `-v /host:/path:ro` are binds; `-v /path` alone is an anonymous volume. A relative source stands in the home folder. */
function volumes(flags: ParsedFlags): {
  readonly binds: readonly string[];
  readonly anonymous: readonly string[];
} {
  const binds: string[] = [];
  const anonymous: string[] = [];
  for (const text of flags.list('volume')) {
    const parts = text.split(':');
    if (parts.length > 3 || parts.some((part) => part === ''))
      throw new CommandError(`invalid spec: ${text}: empty section between colons`);
    if (parts.length === 1) {
      anonymous.push(text);
      continue;
    }
    const [source = '', path = '', ...mode] = parts;
    const absolute =
      source.startsWith('.') || source.startsWith('~')
        ? `/home/learner/${source.replace(/^[~.]+\/?/, '')}`.replace(/\/$/, '')
        : source;
    binds.push([absolute, path, ...mode].join(':'));
  }
  return { binds, anonymous };
}

/** Published and exposed ports as the API wants them. */
function ports(client: Client, flags: ParsedFlags) {
  const exposed: Record<string, Record<string, never>> = {};
  const bindings: Record<string, PortBinding[]> = {};
  for (const text of flags.list('publish'))
    for (const { port, binding } of parsePublish(text, client.rules.portMapping)) {
      exposed[port] = {};
      (bindings[port] ??= []).push(binding);
    }
  for (const text of flags.list('expose')) {
    const [range = '', protocol = 'tcp'] = text.split('/');
    const [first = '0', last = first] = range.split('-');
    if (!/^\d+$/.test(first) || !/^\d+$/.test(last))
      throw new CommandError(
        `invalid range format for --expose: ${text}, error: strconv.ParseUint: parsing "${first}": invalid syntax`,
      );
    for (let port = Number(first); port <= Number(last); port++)
      exposed[`${port}/${protocol}`] ??= {};
  }
  return { exposed, bindings };
}

/** `-a`: the streams that are attached; all of them when none is named. */
export function wantsStream(flags: ParsedFlags, stream: string): boolean {
  const named = flags.list('attach').map((text) => text.toLowerCase());
  return named.length === 0 || named.includes(stream);
}

/** The body of `POST /containers/create` (docker/cli cli/command/container/opts.go parse). */
export function createBody(client: Client, flags: ParsedFlags): Readonly<Record<string, unknown>> {
  const [image = '', ...cmd] = flags.args;
  const { exposed, bindings } = ports(client, flags);
  const { binds, anonymous } = volumes(flags);
  const detached = flags.changed('detach') && flags.bool('detach');
  const policy = restartPolicy(flags.string('restart'));
  if (flags.bool('rm') && !['', 'no'].includes(policy.Name))
    throw new CommandError('conflicting options: cannot specify both --restart and --rm');
  const [network = ''] = flags.list('network');
  const attaches = !detached && flags.args.length > 0;
  const logDriver = flags.string('log-driver');
  return {
    Hostname: flags.string('hostname'),
    Domainname: flags.string('domainname'),
    User: flags.string('user'),
    AttachStdin: attaches && flags.bool('interactive'),
    AttachStdout: attaches && wantsStream(flags, 'stdout'),
    AttachStderr: attaches && wantsStream(flags, 'stderr'),
    ExposedPorts: exposed,
    Tty: flags.bool('tty'),
    OpenStdin: flags.bool('interactive'),
    StdinOnce: attaches && flags.bool('interactive'),
    Env: environment(client, flags),
    Cmd: cmd,
    Image: image,
    Volumes: Object.fromEntries(anonymous.map((path) => [path, {}])),
    WorkingDir: flags.string('workdir'),
    Entrypoint: flags.changed('entrypoint') ? [flags.string('entrypoint')] : null,
    Labels: labels(client, flags),
    ...(flags.string('stop-signal') === '' ? {} : { StopSignal: flags.string('stop-signal') }),
    ...(flags.changed('stop-timeout') ? { StopTimeout: flags.number('stop-timeout') } : {}),
    HostConfig: {
      Binds: binds.length > 0 ? binds : null,
      ContainerIDFile: flags.string('cidfile'),
      LogConfig: { Type: logDriver === '' ? 'json-file' : logDriver, Config: {} },
      NetworkMode: NETWORK_ALIASES.includes(network)
        ? network === ''
          ? 'default'
          : network
        : network,
      PortBindings: bindings,
      RestartPolicy: policy,
      AutoRemove: flags.bool('rm'),
      CapAdd: flags.list('cap-add').length > 0 ? flags.list('cap-add') : null,
      CapDrop: flags.list('cap-drop').length > 0 ? flags.list('cap-drop') : null,
      Dns: flags.list('dns'),
      DnsOptions: [],
      DnsSearch: [],
      ExtraHosts: flags.list('add-host').length > 0 ? flags.list('add-host') : null,
      GroupAdd: flags.list('group-add').length > 0 ? flags.list('group-add') : null,
      Privileged: flags.bool('privileged'),
      PublishAllPorts: flags.bool('publish-all'),
      ReadonlyRootfs: flags.bool('read-only'),
      Tmpfs: Object.fromEntries(
        flags.list('tmpfs').map((text) => [text.split(':')[0] ?? text, text.split(':')[1] ?? '']),
      ),
      ...(flags.string('shm-size') === '' ? {} : { ShmSize: size(flags, 'shm-size') }),
      CpuShares: flags.number('cpu-shares'),
      Memory: size(flags, 'memory'),
      NanoCpus: Math.round(Number(flags.string('cpus') || '0') * 1e9),
      BlkioWeightDevice: [],
      BlkioDeviceReadBps: [],
      BlkioDeviceWriteBps: [],
      BlkioDeviceReadIOps: [],
      BlkioDeviceWriteIOps: [],
      Devices: [],
      MemoryReservation: size(flags, 'memory-reservation'),
      MemorySwap: size(flags, 'memory-swap'),
      PidsLimit: flags.changed('pids-limit') ? flags.number('pids-limit') : null,
      Ulimits: [],
      ...(flags.changed('init') ? { Init: flags.bool('init') } : {}),
    },
  };
}
