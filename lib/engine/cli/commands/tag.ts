import { familiarName, fullName, parseAnyReference, parseNormalizedNamed } from '../../reference';
import { CommandError } from '../client';
import { command, segment, two } from '../command';

export const tag = command(
  two,
  (client, flags) => {
    const [source = '', target = ''] = flags.args;
    const from = parseAnyReference(source);
    if (!from.ok)
      throw new CommandError(
        `Error parsing reference: ${JSON.stringify(source)} is not a valid repository/tag: ${from.error}`,
      );
    const reference = parseNormalizedNamed(target);
    if (!reference.ok)
      throw new CommandError(
        `Error parsing reference: ${JSON.stringify(target)} is not a valid repository/tag: ${reference.error}`,
      );
    if (reference.value.digest !== null)
      throw new CommandError('refusing to create a tag with a digest reference');
    client.ask({
      method: 'POST',
      path: `/images/${segment(source)}/tag`,
      query: {
        repo:
          reference.value.domain === 'docker.io'
            ? familiarName(reference.value)
            : fullName(reference.value),
        ...(reference.value.tag === null ? {} : { tag: reference.value.tag }),
      },
    });
    return 0;
  },
  false,
);
