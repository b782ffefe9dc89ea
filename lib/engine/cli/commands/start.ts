import { membersOf } from '../../api/read-json';
import { CommandError, type Client } from '../client';
import { command, isReported, segment, some } from '../command';
import type { ParsedFlags } from '../flags';
import { attachStreams } from './attach-streams';
import { follow } from './follow';

export const start = command(some, (client, flags) => {
  if (flags.bool('attach') || flags.bool('interactive')) return startAttached(client, flags);
  const failed: string[] = [];
  for (const name of flags.args) {
    try {
      client.ask({ method: 'POST', path: `/containers/${segment(name)}/start` });
      client.out(`${name}\n`);
    } catch (failure) {
      if (!isReported(failure)) throw failure;
      client.error(`${failure.message}\n`);
      failed.push(name);
    }
  }
  if (failed.length === 0) return 0;
  client.error(`Error: failed to start containers: ${failed.join(', ')}\n`);
  return 1;
});

function startAttached(client: Client, flags: ParsedFlags): number {
  const [name = ''] = flags.args;
  if (flags.args.length > 1)
    throw new CommandError('you cannot start and attach multiple containers at once');
  const json = membersOf(client.json({ method: 'GET', path: `/containers/${segment(name)}/json` }));
  const config = membersOf(json['Config']);
  const interactive = flags.bool('interactive');
  const typing = interactive && config['OpenStdin'] === true && client.inputIsTerminal;
  const stdin = typing ? null : client.stdin;
  const begin = (): void =>
    void client.ask({ method: 'POST', path: `/containers/${segment(name)}/start` });
  const from = client.turn.output.length;
  const runs = membersOf(json['State'])['Running'] === true;
  if (runs) begin();
  const { subscription } = attachStreams(client, name, flags, interactive ? stdin : undefined);
  if (!runs) begin();
  return subscription?.kind === 'attach'
    ? follow(client, subscription.container, from, {
        by: 'start',
        input: typing,
        signals: config['Tty'] !== true,
        shows: { stdout: true, stderr: true },
      })
    : 0;
}
