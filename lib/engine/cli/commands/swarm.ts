import { CommandError, DaemonError, type Client } from '../client';
import { command, forEachOperand, none, one, segment, some, type Command } from '../command';
import type { CommandName } from '../command-names';
import type { ParsedFlags } from '../flags';
import { usageAt } from '../help/print';
import { inspectEach } from './inspect';
import { readInput } from './output-file';

/*
 * The commands of a swarm, on an engine that is in none: what the command line finds wrong by itself, and then what the engine says
 * (docker/cli cli/command/{swarm,node,service,stack,secret,config}).
 */

type Kind = 'nodes' | 'services' | 'tasks' | 'secrets' | 'configs' | 'swarm';

/** Asks, and is told that there is no swarm. */
function ask(client: Client, kind: Kind, name?: string): never {
  const path = name === undefined ? `/${kind}` : `/${kind}/${segment(name)}`;
  client.ask({ method: 'GET', path });
  throw new Error(`a swarm answered at ${path}`);
}

/** One question, whatever is asked for. */
const asking = (kind: Kind, count: Command['args']): Command =>
  command(count, (client) => ask(client, kind));

/** Asks for what belongs to a stack, whose name nobody but the client looks at. */
const ofStack = (kind: Kind, count: Command['args']): Command =>
  command(count, (client, { args: [name = ''] }) => {
    if (name.trim() === '') throw new CommandError(`invalid stack name: ${JSON.stringify(name)}`);
    return ask(client, kind);
  });

/** One question about an object that is named. */
const askingFor = (kind: Kind, count: Command['args']): Command =>
  command(count, (client, { args: [name] }) => ask(client, kind, name));

/** A removal for each operand. */
const removing = (kind: Kind): Command =>
  command(some, (client, { args }) =>
    forEachOperand(client, args, (name) => {
      client.ask({ method: 'DELETE', path: `/${kind}/${segment(name)}` });
    }),
  );

const inspecting = (kind: Kind): Command =>
  command(some, (client, flags) => {
    if (!flags.bool('pretty')) return inspectAll(client, flags, kind);
    if (flags.string('format') !== '')
      throw new CommandError('--format is incompatible with human friendly format');
    return ask(client, kind, flags.args[0]);
  });

/** As `docker inspect` does it; a template that cannot be read ends these with 1. */
function inspectAll(client: Client, flags: ParsedFlags, kind: Kind): number {
  try {
    return inspectEach(client, flags, (name) => ask(client, kind, name));
  } catch (failure) {
    if (!(failure instanceof CommandError)) throw failure;
    throw new CommandError(failure.message);
  }
}

/** `docker secret create NAME FILE`, `docker config create`: reads the file before it asks. */
const creating = (kind: Kind, count: Command['args'], failed: (file: string) => string): Command =>
  command(count, (client, flags) => {
    const [, file = ''] = flags.args;
    if (file === '' && flags.string('driver') === '')
      throw new CommandError('secret file is required');
    const wrong = contentProblem(client, file);
    if (wrong !== null) throw new CommandError(`${failed(file)}${wrong}`);
    return ask(client, kind);
  });

/** Why there is nothing to read; null when there is something. */
function contentProblem(client: Client, file: string): string | null {
  if (file === '-') return client.stdin === '' ? 'error reading from STDIN: data is empty' : null;
  try {
    return readInput(client, file) === '' ? `error reading from ${file}: data is empty` : null;
  } catch (failure) {
    if (!(failure instanceof CommandError)) throw failure;
    return `error reading from ${file}: ${failure.message}`;
  }
}

function composeFiles(client: Client, flags: ParsedFlags): void {
  const files = flags.list('compose-file');
  if (files.length === 0) throw new CommandError('Specify a Compose file (with --compose-file)');
  for (const file of files) if (file !== '-') readInput(client, file);
}

const deploy: Command = command(one, (client, flags) => {
  composeFiles(client, flags);
  if (!flags.changed('detach'))
    client.error(
      'Since --detach=false was not specified, tasks will be created in the background.\nIn a future release, --detach=false will become the default.\n',
    );
  throw new CommandError(
    'this node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again',
  );
});

/** `docker service scale web=3`: complains of each service, its name in front. */
const scale: Command = command(some, (client, { args }, path) => {
  const { usage, about } = pageOf(client, 'service scale');
  const pairs = args.map((text) => text.split('='));
  for (const [index, pair] of pairs.entries())
    if (pair.length !== 2)
      throw new CommandError(
        `invalid scale specifier '${args[index] ?? ''}'.\nSee '${path} --help'.\n\nUsage:  ${path} ${usage}\n\n${about}`,
      );
  const problems = pairs.map(([name = '', count = '']) => {
    if (!/^\d+$/.test(count))
      return `${name}: invalid replicas value ${count}: strconv.ParseUint: parsing ${JSON.stringify(count)}: invalid syntax`;
    return `${name}: ${refusalOf(() => ask(client, 'services', name))}`;
  });
  throw new CommandError(problems.join('\n'));
});

function refusalOf(action: () => never): string {
  try {
    return action();
  } catch (failure) {
    if (failure instanceof DaemonError) return failure.message;
    throw failure;
  }
}

function pageOf(client: Client, name: CommandName) {
  return client.turn.world.manual.commands[name];
}

const joinToken: Command = command(one, (client, { args: [role = ''] }) => {
  if (role !== 'worker' && role !== 'manager') throw new CommandError(`unknown role ${role}`);
  return ask(client, 'swarm');
});

const leave: Command = command(none, (client) => {
  client.ask({ method: 'POST', path: '/swarm/leave' });
  return 0;
});

const unlock: Command = command(none, () => {
  throw new CommandError('Error: This node is not part of a swarm');
});

const unlockKey: Command = command(none, (client) => {
  throw new CommandError(
    `could not fetch unlock key: ${refusalOf(() => ask(client, 'swarm', 'unlockkey'))}`,
  );
});

/** Without a flag there is nothing to be changed, and the help is shown. */
const updateSwarm: Command = command(none, (client, flags, path) => {
  const page = pageOf(client, 'swarm update');
  if (page.flags.some(({ name }) => flags.changed(name))) return ask(client, 'swarm');
  client.out(`Usage:  ${usageAt(page, path)}\n\n${page.about}\n\nOptions:\n${page.options}\n`);
  return 0;
});

export const swarmCommands = {
  'config create': creating(
    'configs',
    { min: 2, max: 2 },
    (file) => `Error reading content from ${JSON.stringify(file)}: `,
  ),
  'config inspect': inspecting('configs'),
  'config ls': asking('configs', none),
  'config rm': removing('configs'),
  'node demote': askingFor('nodes', some),
  'node inspect': inspecting('nodes'),
  'node ls': asking('nodes', none),
  'node promote': askingFor('nodes', some),
  'node ps': askingFor('nodes', { min: 0, max: null }),
  'node rm': removing('nodes'),
  'node update': askingFor('nodes', one),
  'secret create': creating('secrets', { min: 1, max: 2 }, () => ''),
  'secret inspect': inspecting('secrets'),
  'secret ls': asking('secrets', none),
  'secret rm': removing('secrets'),
  'service create': { ...asking('services', some), interspersed: false },
  'service inspect': inspecting('services'),
  'service logs': askingFor('services', one),
  'service ls': asking('services', none),
  'service ps': asking('services', some),
  'service rm': removing('services'),
  'service rollback': askingFor('services', one),
  'service scale': scale,
  'service update': askingFor('services', one),
  'stack config': command(none, (client, flags) => {
    composeFiles(client, flags);
    throw new CommandError('docker stack config: this command is not simulated here');
  }),
  'stack deploy': deploy,
  'stack ls': asking('services', none),
  'stack ps': ofStack('tasks', one),
  'stack rm': ofStack('services', some),
  'stack services': ofStack('services', one),
  'swarm ca': asking('swarm', none),
  'swarm join-token': joinToken,
  'swarm leave': leave,
  'swarm unlock': unlock,
  'swarm unlock-key': unlockKey,
  'swarm update': updateSwarm,
} as const satisfies Partial<Record<CommandName, Command>>;
