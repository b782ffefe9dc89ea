import { parsePlatform } from '../../image/platform';
import { format, fullName, isNameOnly, parseNormalizedNamed, tagNameOnly } from '../../reference';
import { segment } from '../command';
import { CommandError, type Client } from '../client';
import { command, one } from '../command';
import { credentialsFor } from './credentials';
import { printTransfer } from './pull';

const PLATFORM_NOTE = `
 Info -> Using --platform pushes only the specified platform manifest of a multi-platform image index.
         Other components, like attestations, will not be included.
         To push the complete multi-platform image, remove the --platform flag.
         
`;

/** The platform of the flag, with the note that comes with it; null when none is asked for. */
function platformOf(client: Client, text: string): string | null {
  if (text === '') return null;
  const platform = parsePlatform(text);
  if (!platform.ok) throw new CommandError(`Invalid platform ${text}${platform.error}`);
  client.out(PLATFORM_NOTE);
  return platform.value;
}

export const push = command(one, (client, flags) => {
  const platform = platformOf(client, flags.string('platform'));
  const reference = parseNormalizedNamed(flags.args[0] ?? '');
  if (!reference.ok) throw new CommandError(reference.error);
  const all = flags.bool('all-tags');
  const quiet = flags.bool('quiet');
  if (all && !isNameOnly(reference.value))
    throw new CommandError("tag can't be used with --all-tags/-a");
  const full = all ? reference.value : tagNameOnly(reference.value);
  if (!all && isNameOnly(reference.value) && !quiet) client.out('Using default tag: latest\n');
  if (full.digest !== null) throw new CommandError('cannot push a digest reference');
  const { body } = client.ask({
    method: 'POST',
    path: `/images/${segment(fullName(full))}/push`,
    query: {
      ...(all ? {} : { tag: full.tag ?? '' }),
      ...(platform === null ? {} : { platform }),
    },
    headers: credentialsFor(client, full.domain),
  });
  const messages = body.kind === 'messages' ? body.messages : [];
  printTransfer(client, messages, (line) => {
    if (!quiet) client.out(line);
  });
  if (quiet) client.out(`${format(full)}\n`);
  return 0;
});
