import {
  familiarString,
  format,
  fullName,
  isNameOnly,
  parseNormalizedNamed,
  tagNameOnly,
} from '../../reference';
import { segment } from '../command';
import { CommandError } from '../client';
import { command, one } from '../command';
import { helpTexts } from '../help/texts';
import { credentialsFor } from './credentials';
import { printMessages } from './pull';

export const push = command(helpTexts.push, one, (client, flags) => {
  const reference = parseNormalizedNamed(flags.args[0] ?? '');
  if (!reference.ok) throw new CommandError(reference.error);
  const all = flags.bool('all-tags');
  const quiet = flags.bool('quiet');
  if (all && !isNameOnly(reference.value))
    throw new CommandError("tag can't be used with --all-tags/-a");
  const full = all ? reference.value : tagNameOnly(reference.value);
  if (!all && isNameOnly(reference.value) && !quiet) client.out('Using default tag: latest\n');
  const { body } = client.ask({
    method: 'POST',
    path: `/images/${segment(fullName(full))}/push`,
    query: all ? {} : { tag: full.tag ?? '' },
    headers: credentialsFor(client, full.domain),
  });
  printMessages(body.kind === 'messages' ? body.messages : [], (line) => {
    if (!quiet) client.out(line);
  });
  if (quiet) client.out(`${full.domain === 'docker.io' ? format(full) : familiarString(full)}\n`);
  return 0;
});
