import { membersOf, numberOf, textOf, textsOf } from '../../api/read-json';
import type { Client } from '../client';

/** What one kind of pruning removed: the list as it is shown, `''` when nothing was, and the bytes that became free. */
export interface Pruned {
  readonly text: string;
  readonly bytes: number;
}

function prune(
  client: Client,
  kind: string,
  filters: string | undefined,
): Readonly<Record<string, unknown>> {
  const query = filters === undefined ? {} : { filters };
  return membersOf(client.json({ method: 'POST', path: `/${kind}/prune`, query }));
}

function listed(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.join('\n')}\n`;
}

export function pruneContainers(client: Client, filters: string | undefined): Pruned {
  const json = prune(client, 'containers', filters);
  const text = listed('Deleted Containers:', textsOf(json['ContainersDeleted']));
  return { text, bytes: numberOf(json['SpaceReclaimed']) };
}

export function pruneNetworks(client: Client, filters: string | undefined): Pruned {
  const json = prune(client, 'networks', filters);
  return { text: listed('Deleted Networks:', textsOf(json['NetworksDeleted'])), bytes: 0 };
}

export function pruneVolumes(client: Client, filters: string | undefined): Pruned {
  const json = prune(client, 'volumes', filters);
  const text = listed('Deleted Volumes:', textsOf(json['VolumesDeleted']));
  return { text, bytes: numberOf(json['SpaceReclaimed']) };
}

export function pruneImages(client: Client, filters: string | undefined): Pruned {
  const json = prune(client, 'images', filters);
  const deleted = Array.isArray(json['ImagesDeleted']) ? json['ImagesDeleted'].map(membersOf) : [];
  const lines = deleted.map((entry) =>
    entry['Untagged'] === undefined
      ? `deleted: ${textOf(entry['Deleted'])}`
      : `untagged: ${textOf(entry['Untagged'])}`,
  );
  return { text: listed('Deleted Images:', lines), bytes: numberOf(json['SpaceReclaimed']) };
}
