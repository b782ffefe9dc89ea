import { sizeOfEntry } from '../../files/attributes';
import { isWithin, join } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { blocksOf, humanBytes } from './listing';
import { complain, fail, isBusybox, optionsOf, quoted } from './options';
import { absolute, linkOrEntry, make, NO_ROOM, obstacle } from './paths';

/** `du [-s] [-h] [-a] [PATH…]`, in kB. */
export const du: Program = (call) => {
  const options = optionsOf(call, 'd', { 'max-depth': 'd', summarize: 's', 'human-readable': 'h' });
  const busybox = isBusybox(call);
  const most = options.has('s') ? 0 : Number(options.value('d') ?? Infinity);
  let failed = false;
  const say = (blocks: number, shown: string): void =>
    call.out(
      `${options.has('h') ? humanBytes(blocks * 1024, busybox) : options.has('m') ? Math.ceil(blocks / 1024) : blocks}\t${shown}\n`,
    );
  const total = (path: string, shown: string, depth: number): number => {
    const entry = call.host.files.at(path);
    if (!entry) return 0;
    let sum = blocksOf(entry);
    if (entry.kind === 'directory')
      for (const name of call.host.files.list(path))
        sum += total(join(path, name), join(shown, name), depth + 1);
    if (depth <= most && (entry.kind === 'directory' || depth === 0 || options.has('a')))
      say(sum, shown);
    return sum;
  };
  for (const path of options.operands.length > 0 ? options.operands : ['.']) {
    if (linkOrEntry(call, path)) total(absolute(call, path), path, 0);
    else {
      complain(
        call,
        busybox
          ? `${path}: No such file or directory`
          : `cannot access '${path}': No such file or directory`,
      );
      failed = true;
    }
  }
  return { kind: 'exit', code: failed ? 1 : 0 };
};

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

/** `df [-k] [-h] [PATH…]` */
export const df: Program = (call) => {
  const options = optionsOf(call, 't', { 'human-readable': 'h' });
  const all = disks(call);
  const missing = options.operands.filter((path) => !linkOrEntry(call, path));
  const shown =
    options.operands.length === 0
      ? all
      : options.operands
          .filter((path) => !missing.includes(path))
          .flatMap((path) =>
            all
              .filter(({ at }) => isWithin(absolute(call, path), at))
              .sort((a, b) => b.at.length - a.at.length)
              .slice(0, 1),
          );
  const busybox = isBusybox(call);
  const size = (blocks: number): string =>
    options.has('h') ? humanBytes(blocks * 1024, busybox) : String(blocks);
  call.out(
    options.has('h')
      ? 'Filesystem                Size      Used Available Use% Mounted on\n'
      : `Filesystem           1K-blocks      Used Available Use% Mounted on\n`,
  );
  for (const { name, type, blocks, used, at } of shown) {
    const free = type === 'tmpfs' ? blocks - used : Math.round((blocks - used) * 0.93);
    const part = blocks === 0 ? 0 : (used / (used + free)) * 100;
    const share = busybox ? Math.round(part) : Math.ceil(part);
    call.out(
      `${name.padEnd(20)} ${size(blocks).padStart(9)} ${size(used).padStart(9)} ${size(free).padStart(9)} ${String(share).padStart(3)}% ${at}\n`,
    );
  }
  for (const path of missing)
    complain(
      call,
      busybox ? `${path}: can't find mount point` : `${path}: No such file or directory`,
    );
  return { kind: 'exit', code: missing.length > 0 ? 1 : 0 };
};

const UNITS: Readonly<Record<string, number>> = {
  k: 1024,
  K: 1024,
  M: 1024 ** 2,
  m: 1024 ** 2,
  G: 1024 ** 3,
};

function bytesOf(text: string): number {
  return Number.parseInt(text, 10) * (UNITS[text.at(-1) ?? ''] ?? 1);
}

/** `dd if=/dev/zero of=FILE bs=1M count=10`: a file of zeros, never materialised. */
export const dd: Program = (call) => {
  const options = new Map(
    call.argv
      .slice(1)
      .map((arg) => [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]),
  );
  const count = Number(options.get('count') ?? '1');
  const source = options.get('if');
  const input =
    source === undefined || source.startsWith('/dev/') ? null : linkOrEntry(call, source);
  if (source !== undefined && linkOrEntry(call, source) === null)
    return fail(
      call,
      `${isBusybox(call) ? "can't open" : 'failed to open'} ${quoted(call, source)}: No such file or directory`,
    );
  const bytes = input ? sizeOfEntry(input) : bytesOf(options.get('bs') ?? '512') * count;
  const target = options.get('of') ?? '';
  if (target !== '' && target !== '/dev/null') {
    const unit = bytesOf(options.get('bs') ?? '512');
    const room = call.host.room(absolute(call, target));
    if (bytes > room && obstacle(call, target) === null) {
      make(call, target, { kind: 'zeros', size: room });
      const written = Math.floor(room / unit);
      call.error(
        `dd: error writing '${target}': ${NO_ROOM}\n${written + 1}+0 records in\n${written}+0 records out\n`,
      );
      return { kind: 'exit', code: 1 };
    }
    const reason = make(call, target, input ?? { kind: 'zeros', size: bytes });
    if (reason !== null) {
      call.error(`dd: can't open '${target}': ${reason}\n`);
      return { kind: 'exit', code: 1 };
    }
  }
  call.error(`${count}+0 records in\n${count}+0 records out\n`);
  return { kind: 'exit', code: 0 };
};
