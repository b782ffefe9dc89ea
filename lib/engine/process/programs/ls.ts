import { isExecutable } from '../../files/attributes';
import { join, parentOf } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import type { Program, ProgramCall } from '../program';
import { columns, columnsAcross, evenColumns, withCommas } from './columns';
import { longLines, type Listed } from './listing';
import { mannerOf, type Manner } from './ls-manner';
import { complain, fail, isBusybox } from './options';
import { absolute, entryOf, linkOrEntry } from './paths';
import { blocksOf, listedSize } from './sizes';
import { byText, byVersion } from './sort-keys';
import { inodeOf } from './stat';

const folder: FileEntry = { kind: 'directory' };

/** `ls [-1AaBCdFfghGIiLlmnopQRrSstUvwXx] [FILE…]`: names in columns at a terminal, else one a line. */
export const ls: Program = (call) => {
  const manner = mannerOf(call);
  if (typeof manner === 'string') return fail(call, manner, 2);
  const operands = manner.operands.length > 0 ? [...manner.operands] : ['.'];
  const asIs = (manner.format === 'long' || manner.folderItself) && !manner.follows;
  const found: Listed[] = [];
  let failed = false;
  for (const name of operands) {
    const entry = asIs
      ? (name.endsWith('/') ? entryOf : linkOrEntry)(call, name)
      : (entryOf(call, name) ?? (name.endsWith('/') ? null : linkOrEntry(call, name)));
    if (entry) found.push({ name, path: absolute(call, name), entry });
    else {
      complain(
        call,
        isBusybox(call)
          ? `${name}: No such file or directory`
          : `cannot access '${name}': No such file or directory`,
      );
      failed = true;
    }
  }
  const isFolder = ({ entry }: Listed): boolean =>
    entry.kind === 'directory' && !manner.folderItself;
  const files = ordered(
    call,
    manner,
    found.filter((each) => !isFolder(each)),
  );
  const folders = ordered(call, manner, found.filter(isFolder));
  print(call, manner, files);
  const titled = operands.length > 1 || manner.recursive;
  folders.forEach(({ name, path }, index) => {
    if (files.length + index > 0) call.out('\n');
    failed = !listFolder(call, manner, name, path, titled) || failed;
  });
  return { kind: 'exit', code: failed ? (isBusybox(call) ? 1 : 2) : 0 };
};

function listFolder(
  call: ProgramCall,
  manner: Manner,
  shown: string,
  path: string,
  titled: boolean,
): boolean {
  const { files } = call.host;
  const refusal = call.host.refusal(path, call.user, 'read');
  if (refusal !== null) {
    complain(
      call,
      isBusybox(call)
        ? `can't open '${shown}': ${refusal}`
        : `cannot open directory '${shown}': ${refusal}`,
    );
    return false;
  }
  if (titled) call.out(`${shown}:\n`);
  const listed = files
    .list(path)
    .filter(manner.shows)
    .flatMap((name) => {
      const at = join(path, name);
      const entry = (manner.follows ? files.get(at) : null) ?? files.at(at);
      return entry ? [{ name, path: at, entry }] : [];
    });
  const dots = manner.dots
    ? [
        { name: '.', path, entry: files.get(path) ?? folder },
        { name: '..', path: parentOf(path), entry: files.get(parentOf(path)) ?? folder },
      ]
    : [];
  const names = ordered(call, manner, listed);
  const byName = manner.sorting === 'name' && !manner.reversed;
  const all =
    byName || isBusybox(call) ? [...dots, ...names] : ordered(call, manner, [...dots, ...listed]);
  if (manner.format === 'long' || manner.blocks) {
    const total = all.reduce((sum, { entry }) => sum + blocksOf(entry), 0);
    call.out(`total ${manner.sizes(total * 1024) ?? total}${manner.end}`);
  }
  print(call, manner, all);
  let done = true;
  if (manner.recursive)
    for (const { name, path: at, entry } of names) {
      if (entry.kind !== 'directory') continue;
      call.out('\n');
      done = listFolder(call, manner, join(shown, name), at, true) && done;
    }
  return done;
}

function extensionOf(name: string): string {
  return /(?<=.)\.[^.]*$/.exec(name)?.[0] ?? '';
}

function ordered(call: ProgramCall, manner: Manner, entries: readonly Listed[]): Listed[] {
  const { files } = call.host;
  const by: Readonly<Record<Manner['sorting'], (a: Listed, b: Listed) => number>> = {
    name: () => 0,
    none: () => 0,
    time: (a, b) => files.changedAt(b.path, b.entry) - files.changedAt(a.path, a.entry),
    size: (a, b) => listedSize(b.entry) - listedSize(a.entry),
    extension: (a, b) => byText(extensionOf(a.name), extensionOf(b.name)),
    version: (a, b) => byVersion(a.name, b.name),
  };
  const compare = by[manner.sorting];
  const turned = manner.reversed ? -1 : 1;
  const isFolder = ({ entry }: Listed): number => Number(entry.kind === 'directory');
  return [...entries].sort(
    (a, b) =>
      (manner.foldersFirst ? isFolder(b) - isFolder(a) : 0) ||
      turned * (compare(a, b) || byText(a.name, b.name)),
  );
}

function print(call: ProgramCall, manner: Manner, entries: readonly Listed[]): void {
  const shown = entries.map((each) => ({
    ...each,
    name: manner.name(each.name) + mark(each, manner),
  }));
  const isLong = manner.format === 'long';
  const rows = isLong ? longLines(call, shown, manner) : shown.map(({ name }) => name);
  const inFront: string[][] = [];
  const put = (numbers: readonly number[], fixed: number): void => {
    const wide = Math.max(...numbers.map((each) => String(each).length));
    const width = isBusybox(call) ? fixed : wide;
    inFront.push(numbers.map((each) => `${String(each).padStart(width)} `));
  };
  if (manner.inodes)
    put(
      entries.map(({ path, entry }) => inodeOf(entry.inode ?? path)),
      7,
    );
  if (manner.blocks)
    put(
      entries.map(({ entry }) => blocksOf(entry)),
      6,
    );
  const lines = rows.map((row, index) => inFront.map((column) => column[index]).join('') + row);
  for (const line of laidOut(call, manner, lines)) call.out(line + manner.end);
}

function laidOut(call: ProgramCall, manner: Manner, names: readonly string[]): readonly string[] {
  switch (manner.format) {
    case 'columns':
      return isBusybox(call) ? evenColumns(names) : columns(names, manner.width);
    case 'across':
      return isBusybox(call) ? evenColumns(names) : columnsAcross(names, manner.width);
    case 'commas':
      return withCommas(names, manner.width);
    case 'long':
    case 'lines':
      return names;
  }
}

function mark({ entry, path }: Listed, { mark: marks, format }: Manner): string {
  if (marks === 'none') return '';
  if (entry.kind === 'directory') return '/';
  if (marks === 'folders') return '';
  if (entry.kind === 'link') return format === 'long' ? '' : '@';
  return isExecutable(entry, path) ? '*' : '';
}
