import { isWithin, join, nameOf } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { asker, lastOf } from './ask';
import { fail, forEach, isBusybox, optionsOf, quoted, tryHelp, type Options } from './options';
import { missingOperand } from './usage';
import { fit } from '../fit';
import { absolute, entryOf, hardLink, linkOrEntry, NO_ROOM, obstacle, owned } from './paths';

/** How a copy is made: `-p` keeps owners and times, `-d` keeps links, `-u` what is newer, `-s` and `-l` make links instead. */
interface Manner {
  readonly keeps: boolean;
  readonly links: boolean;
  readonly newer: boolean;
  readonly instead: 'symbolic' | 'hard' | null;
  /** Told of each thing that is copied, for `-v`. */
  readonly tell: (from: string, to: string) => void;
}

/** Everything is kept as it is, as when it is moved. */
const moved: Manner = {
  keeps: true,
  links: true,
  newer: false,
  instead: null,
  tell: () => undefined,
};

/** A path, and as `-v` and complaints tell it. */
interface Place {
  readonly path: string;
  readonly shown: string;
}

function within({ path, shown }: Place, name: string): Place {
  return { path: join(path, name), shown: join(shown, name) };
}

function fresh(entry: FileEntry): FileEntry {
  const { mtime: _mtime, uid: _uid, gid: _gid, inode: _inode, ...rest } = entry;
  return rest;
}

/** Copies an entry with everything in it; what it copies onto keeps its own attributes. What went wrong, or null. */
function copyTree(call: ProgramCall, from: Place, to: Place, manner: Manner): string | null {
  const { files } = call.host;
  const entry = manner.links ? files.at(from.path) : files.get(from.path);
  if (!entry) return null;
  const { inode: _, ...alone } = entry;
  const whole = manner.keeps ? alone : owned(call, fresh(entry));
  const there = files.get(to.path);
  if (entry.kind === 'directory') {
    // GNU tells of a folder before what is in it, busybox after.
    const late = isBusybox(call);
    if (there?.kind !== 'directory') {
      files.put(to.path, { ...whole, kind: 'directory' });
      if (!late) manner.tell(from.shown, to.shown);
    }
    // Below a folder links stay links, as with GNU and busybox: followed, they lead round in circles (`/proc/1/cwd`).
    const inner = { ...manner, links: true };
    const wrong = files
      .list(from.path)
      .map((name) => copyTree(call, within(from, name), within(to, name), inner));
    if (late) manner.tell(from.shown, to.shown);
    return wrong.find((each) => each !== null) ?? null;
  }
  if (manner.newer && there && !isNewer(call, from.path, to.path)) return null;
  manner.tell(from.shown, to.shown);
  if (manner.instead !== null) return linkInstead(call, from, to, manner.instead);
  const copied = fit(whole, call.host.room(to.path));
  if (there && entry.kind !== 'link' && !manner.keeps) files.write(to.path, copied);
  else files.put(to.path, copied);
  return copied === whole ? null : noRoom(call, to);
}

/** Whether what lies at a path was changed later than what lies at another. */
function isNewer({ host: { files } }: ProgramCall, path: string, other: string): boolean {
  const [one, two] = [files.get(path), files.get(other)];
  return !one || !two || files.changedAt(path, one) > files.changedAt(other, two);
}

function noRoom(call: ProgramCall, { path }: Place): string {
  return isBusybox(call) ? `write error: ${NO_ROOM}` : `error writing '${path}': ${NO_ROOM}`;
}

function linkInstead(
  call: ProgramCall,
  from: Place,
  to: Place,
  kind: 'symbolic' | 'hard',
): string | null {
  const { files } = call.host;
  if (files.at(to.path))
    return `cannot create ${kind} link '${to.shown}'${kind === 'hard' ? ` to '${from.shown}'` : ''}: File exists`;
  if (kind === 'hard') {
    hardLink(call, from.path, to.path);
    return null;
  }
  if (!from.shown.startsWith('/') && to.shown.replace(/^\.\//, '').includes('/'))
    return `${to.shown}: can make relative symbolic links only in current directory`;
  files.put(to.path, owned(call, { kind: 'link', target: from.shown }));
  return null;
}

/** Where a copy comes to lie, as `-v` tells it. */
function shownAt(target: string, path: string, into: boolean): string {
  return into ? join(target.replace(/(?<=.)\/+$/, ''), nameOf(path)) : target;
}

const LONG = { recursive: 'r', archive: 'a', parents: '+' };

/** Whether copies go into a folder of that name; a text is why they cannot go there. */
function goesInto(
  call: ProgramCall,
  options: Options,
  target: string,
  sources: readonly string[],
): boolean | string {
  const entry = entryOf(call, target);
  if (options.has('T') && !options.has('t')) return false;
  if (entry?.kind === 'directory' || (isBusybox(call) && sources.length > 1)) return true;
  const reason = entry ? 'Not a directory' : 'No such file or directory';
  if (options.has('t')) return `target directory '${target}': ${reason}`;
  return sources.length > 1 ? `target '${target}': ${reason}` : false;
}

/** `cp [-r] [-p] [-a] [-n] [-i] [-u] [-s] [-l] [-v] [-T] SOURCE… TARGET`, `cp -t FOLDER SOURCE…` */
export const cp: Program = (call) => {
  const options = optionsOf(call, 't', LONG);
  const [...sources] = options.operands;
  const target = options.value('t') ?? sources.pop();
  const busybox = isBusybox(call);
  if (target === undefined || sources.length === 0) return missingTarget(call, target);
  const deep = ['r', 'R', 'a'].some(options.has);
  const manner: Manner = {
    keeps: options.has('a') || options.has('p'),
    links: options.has('a') || options.has('d') || options.has('P'),
    newer: options.has('u'),
    instead: options.has('s') ? 'symbolic' : options.has('l') ? 'hard' : null,
    tell: (from, to) => {
      if (options.has('v')) call.out(`'${from}' -> '${to}'\n`);
    },
  };
  const into = goesInto(call, options, target, sources);
  if (typeof into === 'string') return fail(call, into);
  const ask = lastOf(call, 'fin') === 'i' ? asker(call) : null;
  return forEach(call, sources, (path) => {
    const from = { path: absolute(call, path), shown: path };
    const entry = manner.links ? linkOrEntry(call, path) : entryOf(call, path);
    if (!entry) return `${busybox ? "can't" : 'cannot'} stat '${path}': No such file or directory`;
    const isFolder = entry.kind === 'directory';
    if (isFolder && !deep)
      return busybox
        ? `omitting directory '${path}'`
        : `-r not specified; omitting directory '${path}'`;
    const shown = options.has('+')
      ? join(target, path)
      : shownAt(target, path, into && !/(^|\/)\.$/.test(path));
    const to = { path: absolute(call, shown), shown };
    if (options.has('+')) makeAround(call, path, target, options.has('v'));
    const unread = isFolder ? null : call.host.refusal(from.path, call.user, 'read');
    if (unread !== null)
      return busybox
        ? `can't open '${path}': ${unread}`
        : `cannot open '${path}' for reading: ${unread}`;
    const there = entryOf(call, shown);
    if (!isFolder && call.host.files.real(to.path) === call.host.files.real(from.path))
      return `'${path}' and '${shown}' are the same file`;
    if (there && isFolder !== (there.kind === 'directory'))
      return clash(call, path, shown, isFolder);
    if (isWithin(to.path, from.path) && isFolder)
      return busybox
        ? `recursion detected, omitting directory '${path}'`
        : `cannot copy a directory, '${path}', into itself, '${shown}'`;
    const reason = obstacle(call, to.path);
    if (reason !== null)
      return busybox
        ? `can't create '${into ? to.path : target}': ${reason}`
        : `cannot create ${isFolder ? 'directory' : 'regular file'} '${shown}': ${reason}`;
    if (linkOrEntry(call, shown) && (options.has('n') || ask?.(`overwrite '${shown}'`) === false))
      return null;
    return copyTree(call, from, to, manner);
  });
};

/** Too few words: GNU names the one that has nowhere to go. */
function missingTarget(call: ProgramCall, target: string | undefined): ProgramOutcome {
  if (isBusybox(call) || target === undefined || optionsOf(call, 't').has('t'))
    return isBusybox(call)
      ? missingOperand(call)
      : fail(call, `missing file operand${tryHelp(call)}`);
  return fail(
    call,
    `missing destination file operand after ${quoted(call, target)}${tryHelp(call)}`,
  );
}

/** A folder and something else do not replace each other. */
function clash(call: ProgramCall, path: string, shown: string, isFolder: boolean): string {
  if (isBusybox(call))
    return isFolder
      ? `can't stat '${shown}/${nameOf(path)}': Not a directory`
      : `'${shown}' is a directory`;
  return isFolder
    ? `cannot overwrite non-directory '${shown}' with directory '${path}'`
    : `cannot overwrite directory '${shown}' with non-directory`;
}

/** The folders around a path, made anew in the target where they are missing (`--parents`). */
function makeAround(call: ProgramCall, path: string, target: string, verbose: boolean): void {
  const { files } = call.host;
  const parts = path
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '');
  for (const [index] of parts.entries()) {
    const folder = (path.startsWith('/') ? '/' : '') + parts.slice(0, index + 1).join('/');
    const at = join(target, folder);
    if (files.get(absolute(call, at)) || !entryOf(call, folder)) continue;
    files.put(absolute(call, at), owned(call, { kind: 'directory' }));
    if (verbose) call.out(`${folder} -> ${at}\n`);
  }
}

/** `mv [-finuvT] SOURCE… TARGET`, `mv -t FOLDER SOURCE…`: a folder is moved with everything in it, from whatever layer it comes. */
export const mv: Program = (call) => {
  const options = optionsOf(call, 't');
  const [...sources] = options.operands;
  const target = options.value('t') ?? sources.pop();
  const busybox = isBusybox(call);
  if (target === undefined || sources.length === 0) return missingTarget(call, target);
  const goes = goesInto(call, options, target, sources);
  if (typeof goes === 'string' && !busybox) return fail(call, goes);
  const into = goes === true;
  const ask = lastOf(call, 'fin') === 'i' ? asker(call) : null;
  return forEach(call, sources, (path) => {
    const from = absolute(call, path);
    if (!linkOrEntry(call, path) || (sources.length > 1 && !into))
      return busybox
        ? `can't rename '${path}': No such file or directory`
        : `cannot stat '${path}': No such file or directory`;
    const to = into ? join(absolute(call, target), nameOf(from)) : absolute(call, target);
    const there = call.host.files.at(to);
    const isFolder = call.host.files.at(from)?.kind === 'directory';
    if (to === from) return busybox ? null : `'${path}' and '${target}' are the same file`;
    const shown = shownAt(target, path, into);
    if (there && isFolder !== (there.kind === 'directory'))
      return busybox
        ? `can't rename '${path}': ${isFolder ? 'Not a directory' : 'Is a directory'}`
        : clash(call, path, shown, isFolder);
    const inside = isWithin(to, from);
    const busy = call.host.files.mountedAt(from) === null ? null : 'Device or resource busy';
    const reason = inside
      ? 'Invalid argument'
      : (busy ?? obstacle(call, to) ?? call.host.refusal(from, call.user, 'remove'));
    if (reason !== null && inside && !busybox)
      return `cannot move '${path}' to a subdirectory of itself, '${shown}'`;
    if (reason !== null)
      return busybox
        ? `can't rename '${path}': ${reason}`
        : `cannot move '${path}' to '${into ? to : target}': ${reason}`;
    const stays = options.has('n') || (options.has('u') && !isNewer(call, from, to));
    if (there && (stays || ask?.(`overwrite '${shown}'`) === false)) return null;
    if (options.has('v')) call.out(`${busybox ? '' : 'renamed '}'${path}' -> '${shown}'\n`);
    copyTree(call, { path: from, shown: path }, { path: to, shown }, moved);
    call.host.files.remove(from);
    return null;
  });
};
