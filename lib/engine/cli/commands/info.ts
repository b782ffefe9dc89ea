import { membersOf, numberOf, textOf, textsOf } from '../../api/read-json';
import { dockerRelease } from '../../docker-release';
import { ARCHITECTURE, SYSTEM } from '../../image/platform';
import { CommandError, type Client } from '../client';
import { command, none } from '../command';
import { bytesSize } from '../humanize';
import { escapeJson } from '../template/print';
import { compileTemplate, execute } from '../template/template';
import { recordOf } from '../template/value';

type Json = Readonly<Record<string, unknown>>;

const clientInfo = {
  Debug: false,
  Version: dockerRelease.version,
  DefaultAPIVersion: dockerRelease.apiVersion,
  GitCommit: dockerRelease.client.gitCommit,
  GoVersion: dockerRelease.client.goVersion,
  Os: SYSTEM,
  Arch: ARCHITECTURE,
  BuildTime: dockerRelease.client.built,
  Plugins: [],
  Warnings: null,
};

const HUB = 'https://index.docker.io/v1/';

function yes(value: unknown): string {
  return String(value === true);
}

/** `name=seccomp,profile=builtin` → the name, and the profile below it. */
function securityLines(options: readonly string[]): readonly string[] {
  return options.flatMap((option) => {
    const pairs = option.split(',').map((pair) => pair.split('='));
    const name = pairs.find(([key]) => key === 'name')?.[1] ?? '';
    const profiles = pairs.filter(([key]) => key === 'profile');
    return [`  ${name}`, ...profiles.map(([, profile = '']) => `   Profile: ${profile}`)];
  });
}

/** The engine's half of `docker info` (docker/cli cli/command/system/info.go prettyPrintServerInfo). */
function serverLines(info: Json, user: string): readonly string[] {
  const text = (name: string): string => textOf(info[name]);
  const number = (name: string): string => String(numberOf(info[name]));
  const id = (name: string): string => textOf(membersOf(info[name])['ID']);
  const plugins = membersOf(info['Plugins']);
  const registries = membersOf(info['RegistryConfig']);
  const mirrors = textsOf(registries['Mirrors']);
  const runtimes = Object.keys(membersOf(info['Runtimes']));
  return [
    ` Containers: ${number('Containers')}`,
    `  Running: ${number('ContainersRunning')}`,
    `  Paused: ${number('ContainersPaused')}`,
    `  Stopped: ${number('ContainersStopped')}`,
    ` Images: ${number('Images')}`,
    ` Server Version: ${text('ServerVersion')}`,
    ` Storage Driver: ${text('Driver')}`,
    ` Logging Driver: ${text('LoggingDriver')}`,
    ` Cgroup Driver: ${text('CgroupDriver')}`,
    ` Cgroup Version: ${text('CgroupVersion')}`,
    ' Plugins:',
    `  Volume: ${textsOf(plugins['Volume']).join(' ')}`,
    `  Network: ${textsOf(plugins['Network']).join(' ')}`,
    `  Log: ${textsOf(plugins['Log']).join(' ')}`,
    ' CDI spec directories:',
    ...textsOf(info['CDISpecDirs']).map((folder) => `  ${folder}`),
    ` Swarm: ${textOf(membersOf(info['Swarm'])['LocalNodeState'])}`,
    ` Runtimes: ${runtimes.join(' ')}`,
    ` Default Runtime: ${text('DefaultRuntime')}`,
    ` Init Binary: ${text('InitBinary')}`,
    ` containerd version: ${id('ContainerdCommit')}`,
    ` runc version: ${id('RuncCommit')}`,
    ` init version: ${id('InitCommit')}`,
    ' Security Options:',
    ...securityLines(textsOf(info['SecurityOptions'])),
    ` Kernel Version: ${text('KernelVersion')}`,
    ` Operating System: ${text('OperatingSystem')}`,
    ` OSType: ${text('OSType')}`,
    ` Architecture: ${text('Architecture')}`,
    ` CPUs: ${number('NCPU')}`,
    ` Total Memory: ${bytesSize(numberOf(info['MemTotal']))}`,
    ` Name: ${text('Name')}`,
    ` ID: ${text('ID')}`,
    ` Docker Root Dir: ${text('DockerRootDir')}`,
    ` Debug Mode: ${yes(info['Debug'])}`,
    ...(user === '' ? [] : [` Username: ${user}`]),
    ` Experimental: ${yes(info['ExperimentalBuild'])}`,
    ' Insecure Registries:',
    ...textsOf(registries['InsecureRegistryCIDRs']).map((block) => `  ${block}`),
    ...(mirrors.length > 0 ? [' Registry Mirrors:', ...mirrors.map((url) => `  ${url}`)] : []),
    ` Live Restore Enabled: ${yes(info['LiveRestoreEnabled'])}`,
    '',
  ];
}

function printInfo(client: Client, info: Json | null): void {
  const own = [
    'Client:',
    ` Version:    ${clientInfo.Version}`,
    ` Context:    ${client.endpoint.context}`,
    ` Debug Mode: ${clientInfo.Debug}`,
    '',
    'Server:',
  ];
  const user = client.settings.logins[HUB]?.username ?? '';
  const server = info === null ? [] : serverLines(info, user);
  client.out(`${[...own, ...server].join('\n')}\n`);
}

/** What the engine says of itself; null when it is not reached, and why. */
function askServer(client: Client): {
  readonly json: Json | null;
  readonly failure: CommandError | null;
} {
  try {
    return { json: membersOf(client.json({ method: 'GET', path: '/info' })), failure: null };
  } catch (failure) {
    if (!(failure instanceof CommandError)) throw failure;
    return { json: null, failure };
  }
}

export const info = command(none, (client, flags) => {
  const { json, failure } = askServer(client);
  const format = flags.string('format');
  if (format === '') printInfo(client, json);
  else {
    const own = { ...clientInfo, Context: client.endpoint.context };
    const wrong = printFormatted(client, format, { ...json, ClientInfo: own });
    if (wrong !== null && !failure) throw wrong;
  }
  if (failure) throw failure;
  return 0;
});

/** Members that are structs of the engine's, with their Go types; the others are maps and lists. */
const RECORDS: Readonly<Record<string, string>> = {
  Plugins: 'system.PluginsInfo',
  Swarm: 'swarm.Info',
  ContainerdCommit: 'system.Commit',
  RuncCommit: 'system.Commit',
  InitCommit: 'system.Commit',
  RegistryConfig: 'registry.ServiceConfig',
  ClientInfo: 'system.clientInfo',
};

function withRecords(all: Json): Json {
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => {
      const type = RECORDS[key];
      if (type === undefined) return [key, value];
      const members = membersOf(value);
      return [key, recordOf(type, key === 'RegistryConfig' ? withIndexes(members) : members)];
    }),
  );
}

/** The registries that are known by name are structs too. */
function withIndexes(config: Json): Json {
  const indexes = Object.entries(membersOf(config['IndexConfigs'])).map(([host, index]) => [
    host,
    recordOf('registry.IndexInfo', membersOf(index)),
  ]);
  return { ...config, IndexConfigs: Object.fromEntries(indexes) };
}

/** Prints by a template; returns what was wrong with it once it ran. @throws CommandError for one that does not parse */
function printFormatted(client: Client, format: string, all: Json): CommandError | null {
  if (format === 'json') {
    client.out(`${escapeJson(JSON.stringify(all))}\n`);
    return null;
  }
  const template = compileTemplate(format);
  if (!template.ok) throw new CommandError(`template parsing error: ${template.error}`, 64);
  const text = execute(template.value, recordOf('system.dockerInfo', withRecords(all)));
  client.out(`${text.ok ? text.value : ''}\n`);
  return text.ok ? null : new CommandError(text.error);
}
