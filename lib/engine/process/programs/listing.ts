import { modeOf } from '../../files/attributes';
import type { FileEntry } from '../../filesystem';
import { groupName, userName } from '../account';
import type { ProgramCall } from '../program';
import { kindLetter, modeText } from './mode';
import type { Manner } from './ls-manner';
import { isBusybox } from './options';
import { listedSize } from './sizes';

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

/** The lines of a long listing without their ends: busybox has fixed columns, GNU as wide as needed. */
export function longLines(
  call: ProgramCall,
  entries: readonly Listed[],
  { numeric, owner, group, sizes, time }: Manner,
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
        : (sizes(listedSize(entry)) ?? String(listedSize(entry))),
    date: (time ?? ((at: number) => stamp(at, now)))(files.changedAt(path, entry)),
    shown: entry.kind === 'link' ? `${name} -> ${entry.target}` : name,
  }));
  const wide = (column: 'links' | 'user' | 'group' | 'size'): number =>
    rows.reduce((width, row) => Math.max(width, row[column].length), 0);
  const widths = busybox
    ? { links: 4, user: 8, group: 8, size: 9 }
    : { links: wide('links'), user: wide('user'), group: wide('group'), size: wide('size') };
  return rows.map((row) =>
    [
      row.mode,
      row.links.padStart(widths.links),
      ...(owner ? [row.user.padEnd(widths.user)] : []),
      ...(group ? [row.group.padEnd(widths.group)] : []),
      row.size.padStart(widths.size),
      row.date,
      row.shown,
    ].join(' '),
  );
}
