import { familiarString, format, parseNormalizedNamed, tagNameOnly } from '../../reference';
import { CommandError, DaemonError, type Client } from '../client';
import { command, forEachOperand, none, one, segment, some, type Command } from '../command';
import { printListing } from '../format';
import { inspectEach } from './inspect';
import { readInput } from './output-file';

/* Plugins: none is ever installed, and none can be here (docker/cli cli/command/plugin). */

const pathOf = (name: string, verb: string): string => `/plugins/${segment(name)}${verb}`;

function get(client: Client, name: string): never {
  client.ask({ method: 'GET', path: pathOf(name, '/json') });
  throw new Error(`there is a plugin ${name}`);
}

/** Asks for something to be done with a plugin. */
const doing = (verb: string, count: Command['args']): Command =>
  command(count, (client, { args: [name = ''] }) => {
    client.ask({ method: 'POST', path: pathOf(name, `/${verb}`) });
    return 0;
  });

export const pluginCommands = {
  'plugin create': command({ min: 2, max: null }, (client, { args: [name = ''] }) => {
    const named = parseNormalizedNamed(name);
    if (!named.ok) throw new CommandError(named.error);
    readInput(client, 'config.json');
    throw new CommandError('docker plugin create: this command is not simulated here');
  }),
  'plugin disable': doing('disable', one),
  'plugin enable': doing('enable', one),
  'plugin inspect': command(some, (client, flags) =>
    inspectEach(client, flags, (name) => get(client, name)),
  ),
  'plugin install': command(some, (_client, { args: [name = ''] }) => {
    const named = parseNormalizedNamed(name);
    if (!named.ok) throw new CommandError(named.error);
    // No registry here has plugins.
    throw new DaemonError(
      404,
      `error resolving plugin reference: ${format(tagNameOnly(named.value))}: not found`,
    );
  }),
  'plugin ls': command(none, (client, flags) => {
    client.json({ method: 'GET', path: '/plugins' });
    printListing(client, flags.bool('quiet') ? '{{.ID}}' : flags.string('format'), {
      type: '*plugin.pluginContext',
      headers: { ID: 'ID', Name: 'NAME', Description: 'DESCRIPTION', Enabled: 'ENABLED' },
      table: 'table {{.ID}}\t{{.Name}}\t{{.Description}}\t{{.Enabled}}',
      rows: [],
    });
    return 0;
  }),
  'plugin push': command(one, (client, { args: [name = ''] }) => {
    const named = parseNormalizedNamed(name);
    if (!named.ok) throw new CommandError(named.error);
    const full = familiarString(tagNameOnly(named.value));
    client.ask({ method: 'POST', path: pathOf(full, '/push') });
    return 0;
  }),
  'plugin rm': command(some, (client, { args }) =>
    forEachOperand(client, args, (name) => {
      client.ask({ method: 'DELETE', path: pathOf(name, '') });
    }),
  ),
  'plugin set': doing('set', { min: 2, max: null }),
  'plugin upgrade': command({ min: 1, max: 2 }, (client, { args: [name = ''] }) => {
    try {
      return get(client, name);
    } catch (failure) {
      if (!(failure instanceof DaemonError)) throw failure;
      throw new CommandError(`error reading plugin data: ${failure.message}`);
    }
  }),
} as const satisfies Readonly<Record<`plugin ${string}`, Command>>;
