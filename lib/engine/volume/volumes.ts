import { own } from '../../kernel/own';
import { containersOf } from '../container/list';
import { sizeOfLayer } from '../container/changes';
import { flagOf } from '../api/read-json';
import { refuse } from '../errors';
import type { Container, Volume } from '../state';
import { matchesPrune, readPruneFilters } from '../system/prune-filters';
import { change, emit, makeId, type Turn } from '../turn';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** The containers that have a volume mounted, running or not. */
export function volumeUsers(turn: Turn, name: string): readonly Container[] {
  return containersOf(turn.state).filter((container) =>
    container.mounts.some((mount) => mount.kind === 'volume' && mount.name === name),
  );
}

/** The options of the driver `local`, each with those it cannot do without (moby volume/local/local_unix.go). */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  device: ['type'],
  type: ['device'],
  o: ['device', 'type'],
  size: [],
};

function verifyOptions(name: string, options: Readonly<Record<string, string>>): void {
  const keys = Object.keys(options).sort();
  for (const key of keys)
    if (!own(OPTIONS, key))
      refuse('invalid-parameter', `create ${name}: invalid option: ${JSON.stringify(key)}`);
  if (options['size'] !== undefined)
    refuse('invalid-parameter', `create ${name}: quota size requested but no quota support`);
  for (const key of keys)
    for (const needed of own(OPTIONS, key) ?? [])
      if (options[needed] === undefined)
        refuse(
          'invalid-parameter',
          `create ${name}: missing required option: ${JSON.stringify(needed)}`,
        );
}

/** Makes a volume, or gives back the one of that name. `name` empty: an anonymous one. */
export function createVolume(
  turn: Turn,
  wanted: string,
  driver: string,
  labels: Readonly<Record<string, string>>,
  anonymous = wanted === '',
  options: Readonly<Record<string, string>> = {},
): Volume {
  const name = wanted === '' ? makeId(turn, 'volume') : wanted;
  if (driver !== '' && driver !== 'local')
    refuse(
      'not-found',
      `create ${name}: error looking up volume plugin ${driver}: plugin ${JSON.stringify(driver)} not found`,
    );
  const known = turn.state.volumes.get(name);
  if (known) return known;
  if (name.length === 1)
    refuse(
      'invalid-parameter',
      `create ${name}: volume name is too short, names should be at least two alphanumeric characters`,
    );
  if (!NAME.test(name))
    refuse(
      'invalid-parameter',
      `create ${name}: ${JSON.stringify(name)} includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
    );
  verifyOptions(name, options);
  const plain: Volume = { name, created: turn.state.now, anonymous, labels, files: {} };
  const volume = Object.keys(options).length > 0 ? { ...plain, options } : plain;
  change(turn).volumes = turn.state.volumes.set(name, volume);
  emit(turn, 'volume', 'create', name, { driver: 'local' });
  return volume;
}

export function getVolume(turn: Turn, name: string): Volume {
  return turn.state.volumes.get(name) ?? refuse('not-found', `get ${name}: no such volume`);
}

/** Removes a volume that no container has mounted. With `force` a missing one is no error. */
export function removeVolume(turn: Turn, name: string, force: boolean): void {
  if (force && !turn.state.volumes.get(name)) return;
  getVolume(turn, name);
  const users = volumeUsers(turn, name);
  if (users.length > 0)
    refuse(
      'conflict',
      `remove ${name}: volume is in use - [${users.map((container) => container.id).join(', ')}]`,
    );
  change(turn).volumes = turn.state.volumes.delete(name);
  emit(turn, 'volume', 'destroy', name, { driver: 'local' });
}

/** Removes unused volumes: the anonymous ones, with the filter `all` every one; those made with options stay (moby volume/service Prune). */
export function pruneVolumes(
  turn: Turn,
  filters: string | undefined,
): { readonly VolumesDeleted: readonly string[] | null; readonly SpaceReclaimed: number } {
  const wanted = readPruneFilters(turn, filters, ['all']);
  if (wanted.until !== null) refuse('invalid-parameter', "invalid filter 'until'");
  const all = (wanted.filters.get('all') ?? []).some((value) => flagOf(value));
  const deleted: string[] = [];
  let bytes = 0;
  for (const name of turn.state.volumes.keys().sort()) {
    const volume = turn.state.volumes.get(name);
    if (
      !volume ||
      volume.options ||
      (!volume.anonymous && !all) ||
      volumeUsers(turn, name).length > 0
    )
      continue;
    if (!matchesPrune(wanted, volume.created, volume.labels)) continue;
    bytes += sizeOfLayer(volume.files);
    removeVolume(turn, name, false);
    deleted.push(name);
  }
  emit(turn, 'volume', 'prune', '', { reclaimed: String(bytes) });
  return { VolumesDeleted: deleted.length === 0 ? null : deleted, SpaceReclaimed: bytes };
}
