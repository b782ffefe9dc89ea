import { isWithin, join } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { blocksOf, humanBytes } from './sizes';
import { complain, isBusybox, optionsOf, type Options } from './options';
import { absolute, linkOrEntry } from './paths';

interface Disk {
  readonly name: string;
  readonly type: string;
  readonly blocks: number;
  readonly used: number;
  readonly at: string;
}

/** The file systems that a process sees and that hold something, as /proc/mounts lists them; the machine itself has one disk. */
function disks(call: ProgramCall): readonly Disk[] {
  const disk = { type: 'ext4', blocks: 61_255_492, used: 15_203_888 };
  const table = call.host.files.get('/proc/mounts');
  if (table?.kind !== 'text') return [{ ...disk, name: '/dev/sda1', at: '/' }];
  return table.text.split('\n').flatMap((line): Disk[] => {
    const [name = '', at = '', type = '', flags = ''] = line.split(' ');
    if (type === 'overlay' || type === 'ext4') return [{ ...disk, name, type, at }];
    if (type !== 'tmpfs') return [];
    const size = Number(/size=(\d+)k/.exec(flags)?.[1] ?? call.host.machine.memory / 2048);
    const held = blocksBelow(call, at);
    return [{ name, type, blocks: Math.floor(size), used: held, at }];
  });
}

/** How much lies below a folder, in kB. */
function blocksBelow(call: ProgramCall, folder: string): number {
  let sum = 0;
  for (const name of call.host.files.list(folder)) {
    const entry = call.host.files.at(join(folder, name));
    if (entry?.kind === 'directory') sum += blocksBelow(call, join(folder, name));
    else if (entry && entry.kind !== 'device') sum += blocksOf(entry);
  }
  return sum;
}

/** The inodes of the machine's disk, and those of a file system in memory. */
const INODES = { disk: { all: 3_932_160, used: 415_220 }, memory: { all: 1_018_880, used: 17 } };

/** One row of the table: what is there, taken and free, and how much of it. */
interface Row {
  readonly disk: Disk;
  readonly cells: readonly string[];
  readonly share: number;
}

function rowOf(call: ProgramCall, options: Options, disk: Disk): Row {
  const busybox = isBusybox(call);
  const inodes = INODES[disk.type === 'tmpfs' ? 'memory' : 'disk'];
  const [all, used] = options.has('i') ? [inodes.all, inodes.used] : [disk.blocks, disk.used];
  const kept = disk.type === 'tmpfs' || options.has('i') ? 1 : 0.93;
  const free = Math.round((all - used) * kept);
  const part = used + free === 0 ? 0 : (used / (used + free)) * 100;
  const cell = (amount: number): string => {
    if (options.has('i')) return String(amount);
    if (options.has('h')) return humanBytes(amount * 1024, busybox);
    return String(options.has('m') ? Math.round(amount / 1024) : amount);
  };
  const share = busybox ? Math.round(part) : Math.ceil(part);
  return { disk, cells: [all, used, free].map(cell), share };
}

/** The titles of the numbers and of the share. */
function titlesOf(options: Options, busybox: boolean): readonly string[] {
  if (options.has('i'))
    return busybox
      ? ['Inodes', 'Used', 'Available', 'Use%']
      : ['Inodes', 'IUsed', 'IFree', 'IUse%'];
  if (options.has('h')) return ['Size', 'Used', busybox ? 'Available' : 'Avail', 'Use%'];
  if (options.has('P')) return ['1024-blocks', 'Used', 'Available', 'Capacity'];
  return [options.has('m') ? '1M-blocks' : '1K-blocks', 'Used', 'Available', 'Use%'];
}

/** busybox's table, of fixed widths (coreutils/df.c). */
function busyboxTable(rows: readonly Row[], options: Options): readonly string[] {
  const [size = '', used = '', free = '', share = ''] = titlesOf(options, true);
  const type = (text: string): string => (options.has('T') ? `${text.padEnd(10)} ` : '');
  const head = options.has('P')
    ? `${size}    ${used} ${free} ${share}`
    : `${size.padStart(9)} ${used.padStart(9)} ${free} ${share}`;
  return [
    `${'Filesystem'.padEnd(20)} ${type('Type')}${head} Mounted on\n`,
    ...rows.map(({ disk, cells, share: part }) => {
      const numbers = cells.map((cell) => cell.padStart(9)).join(' ');
      return `${disk.name.padEnd(20)} ${type(disk.type)}${numbers} ${String(part).padStart(3)}% ${disk.at}\n`;
    }),
  ];
}

/** GNU's table: a column is as wide as its widest cell. */
function gnuTable(rows: readonly Row[], options: Options): readonly string[] {
  const table = [
    ['Filesystem', 'Type', ...titlesOf(options, false), 'Mounted on'],
    ...rows.map(({ disk, cells, share }) => [disk.name, disk.type, ...cells, `${share}%`, disk.at]),
  ].map((row) => (options.has('T') ? row : row.filter((_, at) => at !== 1)));
  const last = (table[0]?.length ?? 0) - 1;
  const left = options.has('T') ? 2 : 1;
  const wide = (at: number): number =>
    Math.max(
      at === 0 ? 14 : 0,
      at >= left && at < left + 3 ? 5 : 0,
      ...table.map((row) => row[at]?.length ?? 0),
    );
  return table.map(
    (row) =>
      `${row
        .map((cell, at) =>
          at === last ? cell : at < left ? cell.padEnd(wide(at)) : cell.padStart(wide(at)),
        )
        .join(' ')}\n`,
  );
}

/** GNU tells a disk once, at the shortest of the places where it is mounted. */
function eachOnce(all: readonly Disk[]): readonly Disk[] {
  return all.filter(
    (disk) =>
      disk.type !== 'ext4' ||
      disk ===
        all
          .filter(({ name }) => name === disk.name)
          .reduce((least, other) => (other.at.length < least.at.length ? other : least)),
  );
}

/** `df [-k|-m|-h|-i] [-T] [-P] [-t TYPE] [PATH…]` */
export const df: Program = (call) => {
  const options = optionsOf(call, 'tB', {
    'human-readable': 'h',
    inodes: 'i',
    portability: 'P',
    'print-type': 'T',
    type: 't',
  });
  const busybox = isBusybox(call);
  const type = options.value('t');
  const all = disks(call);
  const missing = options.operands.filter((path) => !linkOrEntry(call, path));
  const shown =
    options.operands.length === 0
      ? busybox || options.has('a')
        ? all
        : eachOnce(all)
      : options.operands
          .filter((path) => !missing.includes(path))
          .flatMap((path) =>
            all
              .filter(({ at }) => isWithin(absolute(call, path), at))
              .sort((a, b) => b.at.length - a.at.length)
              .slice(0, 1),
          );
  const rows = shown
    .filter((disk) => type === undefined || disk.type === type)
    .map((disk) => rowOf(call, options, disk));
  for (const path of missing)
    complain(
      call,
      busybox ? `${path}: can't find mount point` : `${path}: No such file or directory`,
    );
  if (rows.length > 0 || busybox)
    for (const line of (busybox ? busyboxTable : gnuTable)(rows, options)) call.out(line);
  return { kind: 'exit', code: missing.length > 0 ? 1 : 0 };
};
