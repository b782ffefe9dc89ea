import { CommandError } from '../client';
import { command, one, segment } from '../command';
import { tarOutput } from './output-file';

export const exportCommand = command(one, (client, flags) => {
  const write = tarOutput(client, flags.string('output'), 'failed to export container');
  const [name = ''] = flags.args;
  if (name === '') throw new CommandError('invalid container name or ID: value is empty');
  const { body } = client.ask({
    method: 'GET',
    path: `/containers/${segment(name)}/export`,
  });
  write(body.kind === 'text' ? body.text : '');
  return 0;
});
