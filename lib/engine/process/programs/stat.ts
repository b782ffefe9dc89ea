import { modeOf } from '../../files/attributes';
import type { FileEntry } from '../../filesystem';
import { groupName, userName } from '../account';
import type { Program, ProgramCall } from '../program';
import { unescapeText } from './escapes';
import { blocksOf, listedSize } from './sizes';
import { kindLetter, modeText } from './mode';
import { forEach, isBusybox, optionsOf } from './options';
import { missingOperand } from './usage';
import { absolute, entryOf, linkOrEntry } from './paths';

/** A kind of file in words. */
export function kindWords(entry: FileEntry): string {
  switch (entry.kind) {
    case 'directory':
      return 'directory';
    case 'link':
      return 'symbolic link';
    case 'device':
      return 'character special file';
    default:
      return listedSize(entry) === 0 ? 'regular empty file' : 'regular file';
  }
}

/** A number that a file system could have given: the same for the same path. */
export function inodeOf(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 4_000_000;
  return hash + 100_000;
}

/** `stat [-L] [-c FORMAT | --printf FORMAT] FILE…` */
export const stat: Program = (call) => {
  const options = optionsOf(call, 'c+', { format: 'c', printf: '+' });
  if (options.operands.length === 0) return missingOperand(call);
  return forEach(call, options.operands, (path) => {
    const entry = (options.has('L') ? entryOf : linkOrEntry)(call, path);
    if (!entry)
      return isBusybox(call)
        ? `can't stat '${path}': No such file or directory`
        : `cannot statx '${path}': No such file or directory`;
    const format = options.value('c');
    const printed = options.value('+');
    call.out(
      printed !== undefined
        ? formatted(call, path, entry, unescapeText(printed))
        : format === undefined
          ? card(call, path, entry)
          : `${formatted(call, path, entry, format)}\n`,
    );
    return null;
  });
};

/** Who has no name is given as a number by `ls`, and as unknown here. */
function nameOr(name: string, id: number): string {
  return name === String(id) ? 'UNKNOWN' : name;
}

function fields(call: ProgramCall, path: string, entry: FileEntry) {
  const at = absolute(call, path);
  const { files } = call.host;
  const { uid = 0, gid = 0 } = entry;
  const mode = modeOf(entry, files.real(at));
  return {
    at,
    files,
    uid,
    gid,
    mode,
    user: nameOr(userName(files, uid), uid),
    group: nameOr(groupName(files, gid), gid),
    changed: files.changedAt(at, entry),
  };
}

/** `2026-01-15 09:00:00.000000000 +0000`. */
export function timeText(at: number): string {
  return `${new Date(at).toISOString().replace('T', ' ').replace('Z', '')}000000 +0000`;
}

function formatted(call: ProgramCall, path: string, entry: FileEntry, format: string): string {
  const { at, files, uid, gid, mode, user, group, changed } = fields(call, path, entry);
  const values: Readonly<Record<string, string>> = {
    a: mode.toString(8),
    A: modeText(kindLetter[entry.kind], mode),
    F: kindWords(entry),
    G: group,
    g: String(gid),
    h: String(files.links(at, entry)),
    i: String(inodeOf(entry.inode ?? at)),
    N:
      entry.kind === 'link'
        ? `'${path}' -> '${entry.target}'`
        : isBusybox(call)
          ? `'${path}'`
          : path,
    n: path,
    s: String(listedSize(entry)),
    b: String(blocksOf(entry) * 2),
    U: user,
    u: String(uid),
    Y: String(Math.floor(changed / 1000)),
    y: timeText(changed),
    '%': '%',
  };
  return format.replace(/%(.)/g, (whole, letter: string) => values[letter] ?? whole);
}

function card(call: ProgramCall, path: string, entry: FileEntry): string {
  const { at, files, uid, gid, mode, user, group, changed } = fields(call, path, entry);
  const time = timeText(changed);
  const octal = `${mode.toString(8).padStart(4, '0')}/${modeText(kindLetter[entry.kind], mode)}`;
  const name =
    entry.kind === 'link'
      ? isBusybox(call)
        ? `'${path}' -> '${entry.target}'`
        : `${path} -> ${entry.target}`
      : path;
  return `  File: ${name}\n  Size: ${String(listedSize(entry)).padEnd(10)}\tBlocks: ${String(blocksOf(entry) * 2).padEnd(10)} IO Block: 4096   ${kindWords(entry)}\nDevice: ${isBusybox(call) ? '2fh/47d' : '0,47'}\tInode: ${String(inodeOf(entry.inode ?? at)).padEnd(11)} Links: ${files.links(at, entry)}\nAccess: (${octal})  Uid: (${String(uid).padStart(5)}/${user.padStart(8)})   Gid: (${String(gid).padStart(5)}/${group.padStart(8)})\nAccess: ${time}\nModify: ${time}\nChange: ${time}\n${isBusybox(call) ? '' : ' Birth: -\n'}`;
}
