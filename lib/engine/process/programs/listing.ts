import { modeOf, sizeOfEntry } from '../../files/attributes';
import type { FileEntry } from '../../filesystem';
import { groupName, userName } from '../account';
import type { ProgramCall } from '../program';
import { kindLetter, modeText } from './mode';
import { isBusybox } from './options';

const HALF_A_YEAR = 15_768_000_000;

/** An entry with what a long listing shows of it. */
export interface Listed {
  readonly name: string;
  readonly path: string;
  readonly entry: FileEntry;
}

/** `May 18 22:34`, or with the year when it is long ago or yet to come. */
function stamp(at: number, now: number): string {
  const date = new Date(at);
  const text = date.toUTCString();
  const day = `${text.slice(8, 11)} ${String(date.getUTCDate()).padStart(2)}`;
  return now - at > HALF_A_YEAR || at - now > 3_600_000
    ? `${day}  ${date.getUTCFullYear()}`
    : `${day} ${text.slice(17, 22)}`;
}

/** `1.5K`, as `ls -h` and `du -h` write sizes. */
export function humanBytes(bytes: number, busybox: boolean): string {
  if (bytes < 1024) return String(bytes);
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < 5) {
    value /= 1024;
    unit++;
  }
  const rounded = busybox ? Math.round(value * 10) / 10 : Math.ceil(value * 10) / 10;
  const digits = value >= 10 && !busybox ? String(Math.ceil(value)) : rounded.toFixed(1);
  return digits + (['', 'K', 'M', 'G', 'T', 'P'][unit] ?? '');
}

export function listedSize(entry: FileEntry): number {
  return entry.kind === 'directory'
    ? 4096
    : entry.kind === 'link'
      ? entry.target.length
      : sizeOfEntry(entry);
}

/** Blocks of 1 kB on a disk that gives them out by fours. */
export function blocksOf(entry: FileEntry): number {
  if (entry.kind === 'link' || entry.kind === 'device') return 0;
  return Math.ceil(listedSize(entry) / 4096) * 4;
}

/** The lines of a long listing: busybox has fixed columns, GNU as wide as needed. */
export function longLines(
  call: ProgramCall,
  entries: readonly Listed[],
  human: boolean,
  numeric: boolean,
): string[] {
  const { files, now } = call.host;
  const busybox = isBusybox(call);
  const rows = entries.map(({ name, path, entry }) => ({
    mode: modeText(kindLetter[entry.kind], modeOf(entry, path)),
    links: String(files.links(path, entry)),
    user: numeric ? String(entry.uid ?? 0) : userName(files, entry.uid ?? 0),
    group: numeric ? String(entry.gid ?? 0) : groupName(files, entry.gid ?? 0),
    size:
      entry.kind === 'device'
        ? busybox
          ? `${String(entry.major).padStart(4)}, ${String(entry.minor).padStart(3)}`
          : `${entry.major}, ${entry.minor}`
        : human
          ? humanBytes(listedSize(entry), busybox)
          : String(listedSize(entry)),
    date: stamp(files.changedAt(path, entry), now),
    shown: entry.kind === 'link' ? `${name} -> ${entry.target}` : name,
  }));
  const wide = (column: 'links' | 'user' | 'group' | 'size'): number =>
    rows.reduce((width, row) => Math.max(width, row[column].length), 0);
  const widths = busybox
    ? { links: 4, user: 8, group: 8, size: 9 }
    : { links: wide('links'), user: wide('user'), group: wide('group'), size: wide('size') };
  return rows.map(
    ({ mode, links, user, group, size, date, shown }) =>
      `${mode} ${links.padStart(widths.links)} ${user.padEnd(widths.user)} ${group.padEnd(widths.group)} ${size.padStart(widths.size)} ${date} ${shown}\n`,
  );
}
