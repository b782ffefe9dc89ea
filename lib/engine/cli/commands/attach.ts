import { membersOf } from '../../api/read-json';
import { CommandError } from '../client';
import { command, one, segment } from '../command';
import { attachStreams } from './attach-streams';
import { follow } from './follow';

export const attach = command(one, (client, flags) => {
  const [name = ''] = flags.args;
  const json = membersOf(client.json({ method: 'GET', path: `/containers/${segment(name)}/json` }));
  const state = membersOf(json['State']);
  if (state['Running'] !== true)
    throw new CommandError('You cannot attach to a stopped container, start it first');
  if (state['Paused'] === true)
    throw new CommandError('You cannot attach to a paused container, unpause it first');
  if (state['Restarting'] === true)
    throw new CommandError('You cannot attach to a restarting container, wait until it is running');
  const config = membersOf(json['Config']);
  const wanted = !flags.bool('no-stdin');
  if (wanted && config['Tty'] === true && !client.settings.terminal)
    throw new CommandError('the input device is not a TTY');
  const opened = config['OpenStdin'] === true && wanted;
  const typing = opened && client.inputIsTerminal;
  const piped = opened && !client.inputIsTerminal;
  const from = client.turn.output.length;
  const { subscription } = attachStreams(client, name, flags, piped ? client.stdin : undefined);
  return subscription?.kind === 'attach'
    ? follow(client, subscription.container, from, {
        by: 'attach',
        input: typing,
        signals: flags.bool('sig-proxy') && config['Tty'] !== true,
        shows: { stdout: true, stderr: true },
      })
    : 0;
});
