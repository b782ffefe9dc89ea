import { familiarString, isNameOnly, parseNormalizedNamed } from '../../reference';
import { CommandError } from '../client';
import { command, one } from '../command';

/** `docker trust sign`: what has no tag cannot be signed; signing itself is outside of the modelled engine (docker/cli cli/command/trust/sign.go). */
export const trustSign = command(one, (_client, { args: [image = ''] }, path) => {
  const reference = parseNormalizedNamed(image);
  if (!reference.ok) throw new CommandError(reference.error);
  if (reference.value.digest !== null)
    throw new CommandError('cannot use a digest reference for IMAGE:TAG');
  if (isNameOnly(reference.value))
    throw new CommandError(`no tag specified for ${familiarString(reference.value)}`);
  throw new CommandError(`${path}: this command is not simulated here`);
});
