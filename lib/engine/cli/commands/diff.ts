import { membersOf, numberOf, textOf } from '../../api/read-json';
import { CommandError } from '../client';
import { command, one, segment } from '../command';

const letters = ['C', 'A', 'D'];

export const diff = command(one, (client, flags) => {
  const [name = ''] = flags.args;
  if (name === '') throw new CommandError('Container name cannot be empty');
  const json = client.json({
    method: 'GET',
    path: `/containers/${segment(name)}/changes`,
  });
  for (const entry of Array.isArray(json) ? json : []) {
    const change = membersOf(entry);
    client.out(`${letters[numberOf(change['Kind'])] ?? 'C'} ${textOf(change['Path'])}\n`);
  }
  return 0;
});
