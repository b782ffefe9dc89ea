import { membersOf } from '../../api/read-json';
import { CommandError } from '../client';
import { command, one, segment } from '../command';
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
  const opened = membersOf(json['Config'])['OpenStdin'] === true;
  const typing = opened && client.inputIsTerminal && !flags.bool('no-stdin');
  const from = client.turn.output.length;
  const { subscription } = client.begin({
    method: 'POST',
    path: `/containers/${segment(name)}/attach`,
    query: { stream: '1', stdout: '1', stderr: '1' },
  });
  return subscription?.kind === 'attach'
    ? follow(client, subscription.container, from, undefined, typing ? 'attach' : null)
    : 0;
});
