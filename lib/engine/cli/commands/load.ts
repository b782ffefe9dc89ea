import { membersOf, textOf } from '../../api/read-json';
import { command, none } from '../command';
import { CommandError } from '../client';
import { readInput } from './output-file';
import { platformQuery } from './save';

export const load = command(none, (client, flags) => {
  const input = flags.string('input');
  if (input === '' && client.inputIsTerminal)
    throw new CommandError('requested load from stdin, but stdin is empty');
  const tar = input === '' ? client.stdin : readInput(client, input);
  const platform = platformQuery(flags.string('platform'));
  const { body } = client.ask({
    method: 'POST',
    path: '/images/load',
    query: { quiet: '1', ...platform },
    body: tar,
  });
  for (const message of body.kind === 'messages' ? body.messages : []) {
    const { stream, error } = membersOf(message);
    if (typeof error === 'string') throw new CommandError(error);
    client.out(textOf(stream));
  }
  return 0;
});
