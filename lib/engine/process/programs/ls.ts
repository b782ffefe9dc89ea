import { isExecutable } from '../../files/attributes';
import { join, parentOf } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import type { Program, ProgramCall } from '../program';
import { columns, evenColumns } from './columns';
import { blocksOf, listedSize, longLines, type Listed } from './listing';
import { complain, isBusybox, optionsOf, type Options } from './options';
import { absolute, entryOf, linkOrEntry } from './paths';

const folder: FileEntry = { kind: 'directory' };

/** `ls [-1AaCdFhlnpRrSt] [FILE…]`: names in columns at a terminal, else one a line. */
export const ls: Program = (call) => {
  const options = optionsOf(call, 'IwT', {
    all: 'a',
    'almost-all': 'A',
    recursive: 'R',
    directory: 'd',
    'human-readable': 'h',
    reverse: 'r',
  });
  const operands = options.operands.length > 0 ? [...options.operands] : ['.'];
  const found: Listed[] = [];
  let failed = false;
  for (const name of operands) {
    const entry =
      options.has('l') || options.has('d')
        ? (name.endsWith('/') ? entryOf : linkOrEntry)(call, name)
        : (entryOf(call, name) ?? linkOrEntry(call, name));
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
  const isFolder = ({ entry }: Listed): boolean => entry.kind === 'directory' && !options.has('d');
  const files = ordered(
    call,
    options,
    found.filter((each) => !isFolder(each)),
  );
  const folders = ordered(call, options, found.filter(isFolder));
  print(call, options, files);
  const titled = operands.length > 1 || options.has('R');
  folders.forEach(({ name, path }, index) => {
    if (files.length + index > 0) call.out('\n');
    failed = !listFolder(call, options, name, path, titled) || failed;
  });
  return { kind: 'exit', code: failed ? (isBusybox(call) ? 1 : 2) : 0 };
};

function listFolder(
  call: ProgramCall,
  options: Options,
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
  const names = files
    .list(path)
    .filter((name) => options.has('a') || options.has('A') || !name.startsWith('.'));
  const listed = ordered(
    call,
    options,
    names.flatMap((name) => {
      const entry = files.at(join(path, name));
      return entry ? [{ name, path: join(path, name), entry }] : [];
    }),
  );
  const dots = options.has('a')
    ? [
        { name: '.', path, entry: files.get(path) ?? folder },
        { name: '..', path: parentOf(path), entry: files.get(parentOf(path)) ?? folder },
      ]
    : [];
  const all = [...dots, ...listed];
  if (options.has('l') || options.has('n'))
    call.out(`total ${all.reduce((sum, { entry }) => sum + blocksOf(entry), 0)}\n`);
  print(call, options, all);
  let done = true;
  if (options.has('R'))
    for (const { name, path: at, entry } of listed) {
      if (entry.kind !== 'directory') continue;
      call.out('\n');
      done = listFolder(call, options, join(shown, name), at, true) && done;
    }
  return done;
}

function ordered(call: ProgramCall, options: Options, entries: readonly Listed[]): Listed[] {
  const { files } = call.host;
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (options.has('t'))
    sorted.sort((a, b) => files.changedAt(b.path, b.entry) - files.changedAt(a.path, a.entry));
  else if (options.has('S')) sorted.sort((a, b) => listedSize(b.entry) - listedSize(a.entry));
  return options.has('r') ? sorted.reverse() : sorted;
}

function print(call: ProgramCall, options: Options, entries: readonly Listed[]): void {
  const marked = entries.map((each) => ({ ...each, name: each.name + mark(each, options) }));
  if (options.has('l') || options.has('n'))
    for (const line of longLines(call, marked, options.has('h'), options.has('n'))) call.out(line);
  else {
    const names = marked.map(({ name }) => name);
    const inColumns = options.has('C') || (call.toScreen && !options.has('1'));
    const lines = inColumns ? (isBusybox(call) ? evenColumns : columns)(names) : names;
    for (const line of lines) call.out(`${line}\n`);
  }
}

function mark({ entry, path }: Listed, options: Options): string {
  if (entry.kind === 'directory') return options.has('F') || options.has('p') ? '/' : '';
  if (!options.has('F')) return '';
  if (entry.kind === 'link') return options.has('l') ? '' : '@';
  return isExecutable(entry, path) ? '*' : '';
}
