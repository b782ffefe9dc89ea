import { membersOf, textOf } from '../../api/read-json';
import { dockerRelease } from '../../docker-release';
import { ARCHITECTURE, SYSTEM } from '../../image/platform';
import { CommandError, DaemonError, type Client } from '../client';
import { askedVersion } from '../contexts/api-version';
import { command, none } from '../command';
import { compileTemplate, execute } from '../template/template';
import { BOOL, GoValue, STRING, type GoType, type StructType } from '../template/value';

function texts(...names: readonly string[]): StructType['fields'] {
  return Object.fromEntries(
    names.map((entry) => {
      const [name = entry, json] = entry.split('=');
      return [name, json === undefined ? { type: STRING } : { type: STRING, json }];
    }),
  );
}

const CLIENT: GoType = {
  kind: 'struct',
  name: 'system.clientVersion',
  fields: texts(
    ...['Version', 'APIVersion=ApiVersion', 'DefaultAPIVersion', 'GitCommit', 'GoVersion'],
    ...['Os', 'Arch', 'BuildTime', 'Context'],
  ),
};
const COMPONENT: GoType = {
  kind: 'struct',
  name: 'types.ComponentVersion',
  fields: {
    ...texts('Name', 'Version'),
    Details: { type: { kind: 'map', element: STRING } },
  },
};
const SERVER: GoType = {
  kind: 'struct',
  name: 'types.Version',
  fields: {
    Platform: { type: { kind: 'struct', name: 'struct { Name string }', fields: texts('Name') } },
    Components: { type: { kind: 'slice', element: COMPONENT } },
    ...texts(
      ...['Version', 'APIVersion=ApiVersion', 'MinAPIVersion', 'GitCommit', 'GoVersion', 'Os'],
      ...['Arch', 'KernelVersion'],
    ),
    Experimental: { type: BOOL },
    ...texts('BuildTime'),
  },
};
const VERSION: GoType = {
  kind: 'struct',
  name: 'system.versionInfo',
  fields: { Client: { type: CLIENT }, Server: { type: { kind: 'pointer', element: SERVER } } },
};

const RELEASE = {
  Version: dockerRelease.version,
  DefaultAPIVersion: dockerRelease.apiVersion,
  GitCommit: dockerRelease.client.gitCommit,
  GoVersion: dockerRelease.client.goVersion,
  Os: SYSTEM,
  Arch: ARCHITECTURE,
  BuildTime: dockerRelease.client.built,
};

/** The command line's own half: with the version of the API and the context that it uses. */
function clientOf(engine: Client): typeof RELEASE & {
  readonly ApiVersion: string;
  readonly Context: string;
} {
  const { Version, ...rest } = RELEASE;
  return {
    Version,
    ApiVersion: askedVersion(engine.env),
    ...rest,
    Context: engine.endpoint.context,
  };
}

/** A line of two columns; the first is twenty wide (docker/cli cli/command/system/version.go). */
function line(label: string, value: string): string {
  return `${label.padEnd(20)}${value}\n`;
}

function clientText(client: ReturnType<typeof clientOf>): string {
  const { ApiVersion: used, DefaultAPIVersion: own } = client;
  return [
    'Client:\n',
    line(' Version:', client.Version),
    line(' API version:', used === own ? used : `${used} (downgraded from ${own})`),
    line(' Go version:', client.GoVersion),
    line(' Git commit:', client.GitCommit),
    line(' Built:', client.BuildTime),
    line(' OS/Arch:', `${client.Os}/${client.Arch}`),
    line(' Context:', client.Context),
  ].join('');
}

function componentText(json: unknown): string {
  const component = membersOf(json);
  const details = membersOf(component['Details']);
  const detail = (name: string): string => textOf(details[name]);
  const name = textOf(component['Name']);
  const rest =
    name === 'Engine'
      ? [
          line(
            '  API version:',
            `${detail('ApiVersion')} (minimum version ${detail('MinAPIVersion')})`,
          ),
          line('  Go version:', detail('GoVersion')),
          line('  Git commit:', detail('GitCommit')),
          line('  Built:', detail('BuildTime')),
          line('  OS/Arch:', `${detail('Os')}/${detail('Arch')}`),
          line('  Experimental:', detail('Experimental')),
        ]
      : Object.keys(details)
          .sort()
          .map((key) => line(`  ${key}:`, detail(key)));
  return ` ${name}:\n${line('  Version:', textOf(component['Version']))}${rest.join('')}`;
}

/** What the engine says of itself; the client's half is shown without it too, and the failure after it. */
function askServer(engine: Client): {
  readonly server: unknown;
  readonly failure: CommandError | DaemonError | null;
} {
  try {
    return { server: engine.json({ method: 'GET', path: '/version' }), failure: null };
  } catch (failure) {
    if (!(failure instanceof CommandError) && !(failure instanceof DaemonError)) throw failure;
    return { server: null, failure };
  }
}

export const version = command(none, (engine, flags) => {
  const format = flags.string('format');
  const source = format === 'json' ? '{{json .}}' : format;
  const template = format === '' ? null : compileTemplate(source, { name: 'version' });
  if (template && !template.ok)
    throw new CommandError(`template parsing error: ${template.error}`, 64);
  const { server, failure } = askServer(engine);
  const client = clientOf(engine);
  const info = { Client: client, Server: server };
  if (format === 'json') engine.out(`${JSON.stringify(info)}\n`);
  else if (template?.ok) {
    const text = execute(template.value, new GoValue(VERSION, info));
    engine.out(`${text.ok ? text.value : ''}\n`);
    if (!text.ok) throw new CommandError(text.error);
  } else {
    const components = membersOf(server)['Components'];
    const parts = Array.isArray(components) ? components.map(componentText) : [];
    const text = server === null ? '' : `\nServer:\n${parts.join('')}`;
    engine.out(clientText(client) + text);
  }
  if (failure) throw failure;
  return 0;
});
