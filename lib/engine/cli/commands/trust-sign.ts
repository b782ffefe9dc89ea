import { familiarString, isNameOnly, parseNormalizedNamed } from '../../reference';
import { CommandError } from '../client';
import { command, one } from '../command';
import { refuseNotary } from './notary';

/** `docker trust sign`: what has no tag cannot be signed, and no server takes signatures (docker/cli cli/command/trust/sign.go). */
export const trustSign = command(one, (_client, { args: [image = ''] }) => {
  const reference = parseNormalizedNamed(image);
  if (!reference.ok) throw new CommandError(reference.error);
  if (reference.value.digest !== null)
    throw new CommandError('cannot use a digest reference for IMAGE:TAG');
  if (isNameOnly(reference.value))
    throw new CommandError(`no tag specified for ${familiarString(reference.value)}`);
  return refuseNotary();
});
