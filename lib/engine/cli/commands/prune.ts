import { humanSize } from '../humanize';
import { command, none } from '../command';
import { CommandError, type Client } from '../client';
import { filtersQuery } from './filters';
import { naturalOrder } from './natural-order';
import {
  pruneContainers,
  pruneImages,
  pruneNetworks,
  pruneVolumes,
  type Pruned,
} from './prune-kinds';

/** Asks before it removes; no answer is no. */
function agrees(client: Client, warning: string): boolean {
  const answer = client.question(`${warning}\nAre you sure you want to continue? [y/N] `);
  return answer.trim().toLowerCase() === 'y';
}

/** Shows what was removed; returns the bytes that became free. */
function show(client: Client, { text, bytes }: Pruned): number {
  if (text !== '') client.out(`${text}\n`);
  return bytes;
}

function showTotal(client: Client, bytes: number): void {
  client.out(`Total reclaimed space: ${humanSize(bytes)}\n`);
}

export const containerPrune = command(none, (client, flags) => {
  if (!flags.bool('force') && !agrees(client, 'WARNING! This will remove all stopped containers.'))
    return 0;
  showTotal(client, show(client, pruneContainers(client, filtersQuery(flags))));
  return 0;
});

export const imagePrune = command(none, (client, flags) => {
  const all = flags.bool('all');
  const warning = all
    ? 'WARNING! This will remove all images without at least one container associated to them.'
    : 'WARNING! This will remove all dangling images.';
  if (!flags.bool('force') && !agrees(client, warning)) return 0;
  const filters = filtersQuery(flags, { dangling: String(!all) });
  showTotal(client, show(client, pruneImages(client, filters)));
  return 0;
});

export const networkPrune = command(none, (client, flags) => {
  const warning =
    'WARNING! This will remove all custom networks not used by at least one container.';
  if (!flags.bool('force') && !agrees(client, warning)) return 0;
  show(client, pruneNetworks(client, filtersQuery(flags)));
  return 0;
});

export const volumePrune = command(none, (client, flags) => {
  const all = flags.bool('all');
  if (all && flags.list('filter').some((text) => text.startsWith('all=')))
    throw new CommandError('conflicting options: cannot specify both --all and --filter all=1');
  const warning = all
    ? 'WARNING! This will remove all local volumes not used by at least one container.'
    : 'WARNING! This will remove anonymous local volumes not used by at least one container.';
  if (!flags.bool('force') && !agrees(client, warning)) return 0;
  const filters = filtersQuery(flags, all ? { all: 'true' } : {});
  showTotal(client, show(client, pruneVolumes(client, filters)));
  return 0;
});

/** What `docker system prune` says that it will do (docker/cli cli/command/system/prune.go). */
function systemWarning(all: boolean, volumes: boolean, filters: readonly string[]): string {
  const items = [
    'all stopped containers',
    'all networks not used by at least one container',
    ...(volumes ? ['all anonymous volumes not used by at least one container'] : []),
    all ? 'all images without at least one container associated to them' : 'all dangling images',
    all ? 'all build cache' : 'unused build cache',
  ];
  const list = (lines: readonly string[]): string => lines.map((line) => `\n  - ${line}`).join('');
  const told = filters.filter((text) => /^(label!?|until)=/.test(text)).sort(naturalOrder);
  const filtered =
    told.length === 0 ? '' : `\n  Items to be pruned will be filtered with:${list(told)}\n`;
  return `WARNING! This will remove:${list(items)}\n${filtered}`;
}

export const systemPrune = command(none, (client, flags) => {
  const [all, volumes] = [flags.bool('all'), flags.bool('volumes')];
  const given = flags.list('filter');
  if (volumes && given.some((text) => text.startsWith('until=')))
    throw new CommandError('ERROR: The "until" filter is not supported with "--volumes"');
  if (!flags.bool('force') && !agrees(client, systemWarning(all, volumes, given))) return 0;
  const filters = filtersQuery(flags);
  let bytes = show(client, pruneContainers(client, filters));
  bytes += show(client, pruneNetworks(client, filters));
  if (volumes) bytes += show(client, pruneVolumes(client, filters));
  bytes += show(client, pruneImages(client, filtersQuery(flags, { dangling: String(!all) })));
  showTotal(client, bytes);
  return 0;
});
