import { parseNormalizedNamed } from '../../reference';
import { CommandError } from '../client';
import { command, some } from '../command';

function problemOf(image: string): string {
  const reference = parseNormalizedNamed(image);
  return reference.ok ? `no signatures or cannot access ${image}` : reference.error;
}

/** `docker trust inspect`: nothing is signed here (docker/cli cli/command/trust/inspect.go). */
export const trustInspect = command(some, (client, flags) => {
  const problems = flags.args.map(problemOf);
  if (flags.bool('pretty')) throw new CommandError(problems[0] ?? '');
  client.out('[]\n');
  throw new CommandError(problems.join('\n'));
});
