import type { FileEntry } from '../filesystem';
import { modeOf } from './attributes';
import { parentOf } from './path';
import type { RootFiles } from './root-files';

interface Person {
  readonly uid: number;
  readonly gid: number;
}

const BITS = { read: 4, write: 2, run: 1 } as const;

/** May somebody do that with an entry? Root may read and write everything. */
export function permits(
  entry: FileEntry,
  path: string,
  { uid, gid }: Person,
  want: keyof typeof BITS,
): boolean {
  if (uid === 0) return true;
  const mode = modeOf(entry, path);
  const shift = (entry.uid ?? 0) === uid ? 6 : (entry.gid ?? 0) === gid ? 3 : 0;
  return ((mode >> shift) & BITS[want]) !== 0;
}

/** Why somebody may not write a path, or take it away, by its permissions and those of its folder; null when they may. */
export function forbids(
  files: RootFiles,
  path: string,
  person: Person,
  action: 'read' | 'write' | 'remove',
): 'Permission denied' | 'Operation not permitted' | null {
  if (person.uid === 0) return null;
  const real = files.real(path);
  const entry = files.get(real);
  const folder = parentOf(real);
  const above = files.get(folder);
  for (let at = folder; at !== '/'; at = parentOf(at)) {
    const passed = files.get(at);
    if (passed && !permits(passed, at, person, 'run')) return 'Permission denied';
  }
  if (entry && action !== 'remove')
    return permits(entry, real, person, action) ? null : 'Permission denied';
  if (!above) return null;
  if (!permits(above, folder, person, 'write')) return 'Permission denied';
  const sticky = action === 'remove' && (modeOf(above, folder) & 0o1000) !== 0;
  const owns = (entry?.uid ?? 0) === person.uid || (above.uid ?? 0) === person.uid;
  return sticky && !owns ? 'Operation not permitted' : null;
}
