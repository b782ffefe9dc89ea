import { membersOf, numberOf, textsOf } from '../../api/read-json';
import { command, none } from '../command';
import { humanSize } from '../humanize';

/** `docker builder prune` (docker/cli cli/command/builder/prune.go). */
export const builderPrune = command(none, (client, flags) => {
  const all = flags.bool('all');
  if (!flags.bool('force')) {
    const what = all ? 'all build cache' : 'all dangling build cache';
    const answer = client.question(
      `WARNING! This will remove ${what}. Are you sure you want to continue? [y/N] `,
    );
    if (answer.trim().toLowerCase() !== 'y') return 0;
  }
  const json = membersOf(
    client.json({ method: 'POST', path: '/build/prune', query: all ? { all: '1' } : {} }),
  );
  const deleted = textsOf(json['CachesDeleted']);
  if (deleted.length > 0) client.out(`Deleted build cache objects:\n${deleted.join('\n')}\n\n`);
  client.out(`Total reclaimed space: ${humanSize(numberOf(json['SpaceReclaimed']))}\n`);
  return 0;
});
