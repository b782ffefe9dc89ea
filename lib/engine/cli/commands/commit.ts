import { membersOf, textOf } from '../../api/read-json';
import { familiarName, fullName, parseNormalizedNamed } from '../../reference';
import { CommandError, type Client } from '../client';
import { command } from '../command';
import type { ParsedFlags } from '../flags';

/** `docker commit`; what stands behind the container is no option any more (docker/cli cli/command/container/commit.go SetInterspersed). */
export const commit = command({ min: 1, max: 2 }, run, false);

function run(client: Client, flags: ParsedFlags): number {
  const [container = '', name = ''] = flags.args;
  if (container === '') throw new CommandError('invalid container name or ID: value is empty');
  let target: Record<string, string> = {};
  if (name !== '') {
    const reference = parseNormalizedNamed(name);
    if (!reference.ok) throw new CommandError(reference.error);
    const { tag, digest } = reference.value;
    if (digest !== null) throw new CommandError('refusing to create a tag with a digest reference');
    const repo =
      reference.value.domain === 'docker.io'
        ? familiarName(reference.value)
        : fullName(reference.value);
    target = { repo, ...(tag === null ? {} : { tag }) };
  }
  const json = client.json({
    method: 'POST',
    path: '/commit',
    query: {
      container,
      ...target,
      ...(flags.string('author') === '' ? {} : { author: flags.string('author') }),
      ...(flags.string('message') === '' ? {} : { comment: flags.string('message') }),
      ...(flags.bool('pause') ? {} : { pause: '0' }),
    },
    body: { changes: flags.list('change') },
  });
  client.out(`${textOf(membersOf(json)['Id'])}\n`);
  return 0;
}
