import { parseNormalizedNamed } from '../../reference';
import { command, some } from '../command';
import { CommandError } from '../client';
import { readInput } from './output-file';
import { printMessages } from './pull';

export const importCommand = command(some, (client, flags) => {
  const [source = '', name = ''] = flags.args;
  const isRemote = source.startsWith('http://') || source.startsWith('https://');
  const tar = isRemote ? '' : source === '-' ? client.stdin : readInput(client, source);
  const reference = name === '' ? null : parseNormalizedNamed(name);
  if (reference && !reference.ok) throw new CommandError(reference.error);
  const { body } = client.ask({
    method: 'POST',
    path: '/images/create',
    query: {
      fromSrc: isRemote ? source : '-',
      repo: name,
      ...(flags.string('message') === '' ? {} : { message: flags.string('message') }),
      ...(flags.string('platform') === '' ? {} : { platform: flags.string('platform') }),
    },
    body: { tar, changes: flags.list('change') },
  });
  printMessages(body.kind === 'messages' ? body.messages : [], (line) => client.out(line));
  return 0;
});
