import { membersOf, textOf } from '../../api/read-json';
import { DaemonError } from '../client';
import { command, segment, some } from '../command';

export const rmi = command(some, (client, flags) => {
  const force = flags.bool('force');
  const query = {
    ...(force ? { force: '1' } : {}),
    ...(flags.bool('no-prune') ? { noprune: '1' } : {}),
  };
  const errors: string[] = [];
  let fatal = false;
  for (const name of flags.args) {
    try {
      const json = client.json({ method: 'DELETE', path: `/images/${segment(name)}`, query });
      for (const entry of Array.isArray(json) ? json : []) {
        const { Deleted: deleted, Untagged: untagged } = membersOf(entry);
        client.out(
          deleted === undefined
            ? `Untagged: ${textOf(untagged)}\n`
            : `Deleted: ${textOf(deleted)}\n`,
        );
      }
    } catch (failure) {
      if (!(failure instanceof DaemonError)) throw failure;
      if (failure.status !== 404) fatal = true;
      errors.push(failure.message);
    }
  }
  if (errors.length === 0) return 0;
  client.error(`${errors.join('\n')}\n`);
  return force && !fatal ? 0 : 1;
});
