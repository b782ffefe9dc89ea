import { membersOf, numberOf, textOf, textsOf } from '../../api/read-json';
import { humanSize } from '../humanize';
import { command, none } from '../command';
import type { Client } from '../client';
import { helpTexts } from '../help/texts';
import { filtersQuery } from './filters';

/** Asks before it removes; without a terminal the answer is what stands on the input, and no answer is no. */
export function agrees(client: Client, warning: string): boolean {
  client.out(`${warning}\nAre you sure you want to continue? [y/N] `);
  const [answer = ''] = client.stdin.split('\n');
  return answer.trim().toLowerCase() === 'y';
}

export const containerPrune = command(helpTexts['container prune'], none, (client, flags) => {
  if (!flags.bool('force') && !agrees(client, 'WARNING! This will remove all stopped containers.'))
    return 0;
  const filters = filtersQuery(flags);
  const json = membersOf(
    client.json({
      method: 'POST',
      path: '/containers/prune',
      query: filters === undefined ? {} : { filters },
    }),
  );
  const ids = textsOf(json['ContainersDeleted']);
  if (ids.length > 0) client.out(`Deleted Containers:\n${ids.join('\n')}\n\n`);
  client.out(`Total reclaimed space: ${humanSize(numberOf(json['SpaceReclaimed']))}\n`);
  return 0;
});

export const imagePrune = command(helpTexts['image prune'], none, (client, flags) => {
  const all = flags.bool('all');
  const warning = all
    ? 'WARNING! This will remove all images without at least one container associated to them.'
    : 'WARNING! This will remove all dangling images.';
  if (!flags.bool('force') && !agrees(client, warning)) return 0;
  const filters = filtersQuery(flags, { dangling: String(!all) }) ?? '{}';
  const json = membersOf(
    client.json({ method: 'POST', path: '/images/prune', query: { filters } }),
  );
  const deleted = Array.isArray(json['ImagesDeleted']) ? json['ImagesDeleted'].map(membersOf) : [];
  if (deleted.length > 0) {
    client.out('Deleted Images:\n');
    for (const entry of deleted)
      client.out(
        entry['Untagged'] === undefined
          ? `deleted: ${textOf(entry['Deleted'])}\n`
          : `untagged: ${textOf(entry['Untagged'])}\n`,
      );
    client.out('\n');
  }
  client.out(`Total reclaimed space: ${humanSize(numberOf(json['SpaceReclaimed']))}\n`);
  return 0;
});
