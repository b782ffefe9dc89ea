import { isWithin, join, nameOf } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import type { Program, ProgramCall } from '../program';
import { asker, lastOf } from './ask';
import { fail, forEach, isBusybox, optionsOf } from './options';
import { missingOperand } from './usage';
import { fit } from '../fit';
import { absolute, entryOf, linkOrEntry, NO_ROOM, obstacle, owned } from './paths';

/** How a copy is made: `-p` keeps owners and times, `-d` keeps links. */
interface Manner {
  readonly keeps: boolean;
  readonly links: boolean;
}

function fresh(entry: FileEntry): FileEntry {
  const { mtime: _mtime, uid: _uid, gid: _gid, inode: _inode, ...rest } = entry;
  return rest;
}

/** Copies an entry with everything in it; what it copies onto keeps its own attributes. False when no room was left for all of it. */
function copyTree(call: ProgramCall, from: string, to: string, manner: Manner): boolean {
  const { files } = call.host;
  const entry = manner.links ? files.at(from) : files.get(from);
  if (!entry) return true;
  const { inode: _, ...alone } = entry;
  const whole = manner.keeps ? alone : owned(call, fresh(entry));
  const copied = entry.kind === 'directory' ? whole : fit(whole, call.host.room(to));
  if (entry.kind === 'directory') {
    const names = files.list(from);
    if (files.get(to)?.kind !== 'directory') files.put(to, { ...copied, kind: 'directory' });
    // Below a folder links stay links, as with GNU and busybox: followed, they lead round in circles (`/proc/1/cwd`).
    const inner = { ...manner, links: true };
    let all = true;
    for (const name of names)
      if (!copyTree(call, join(from, name), join(to, name), inner)) all = false;
    return all;
  }
  if (files.get(to) && entry.kind !== 'link' && !manner.keeps) files.write(to, copied);
  else files.put(to, copied);
  return copied === whole;
}

/** Where a copy comes to lie, as `-v` tells it. */
function shownAt(target: string, path: string, into: boolean): string {
  return into ? join(target, nameOf(path)) : target;
}

/** `cp [-r] [-p] [-a] [-n] [-i] [-v] SOURCE… TARGET` */
export const cp: Program = (call) => {
  const options = optionsOf(call, 't', { recursive: 'r', archive: 'a' });
  const [...sources] = options.operands;
  const target = options.value('t') ?? sources.pop();
  if (target === undefined || sources.length === 0) return missingOperand(call);
  const busybox = isBusybox(call);
  const deep = ['r', 'R', 'a'].some(options.has);
  const manner = {
    keeps: options.has('a') || options.has('p'),
    links: options.has('a') || options.has('d') || options.has('P'),
  };
  const into = entryOf(call, target)?.kind === 'directory';
  const ask = lastOf(call, 'fin') === 'i' ? asker(call) : null;
  return forEach(call, sources, (path) => {
    const from = absolute(call, path);
    const entry = manner.links ? linkOrEntry(call, path) : entryOf(call, path);
    if (!entry) return `${busybox ? "can't" : 'cannot'} stat '${path}': No such file or directory`;
    if (entry.kind === 'directory' && !deep)
      return busybox
        ? `omitting directory '${path}'`
        : `-r not specified; omitting directory '${path}'`;
    const to =
      into && !/(^|\/)\.$/.test(path)
        ? join(absolute(call, target), nameOf(from))
        : absolute(call, target);
    const unread = entry.kind === 'directory' ? null : call.host.refusal(from, call.user, 'read');
    if (unread !== null)
      return busybox
        ? `can't open '${path}': ${unread}`
        : `cannot open '${path}' for reading: ${unread}`;
    if (isWithin(to, from) && entry.kind === 'directory')
      return busybox
        ? `recursion detected, omitting directory '${path}'`
        : `cannot copy a directory, '${path}', into itself, '${target}'`;
    const reason = obstacle(call, to);
    if (reason !== null)
      return busybox
        ? `can't create '${into ? to : target}': ${reason}`
        : `cannot create regular file '${into ? to : target}': ${reason}`;
    if (
      linkOrEntry(call, to) &&
      (options.has('n') || ask?.(`overwrite '${shownAt(target, path, into)}'`) === false)
    )
      return null;
    if (options.has('v')) call.out(`'${path}' -> '${shownAt(target, path, into)}'\n`);
    if (copyTree(call, from, to, manner)) return null;
    return busybox ? `write error: ${NO_ROOM}` : `error writing '${to}': ${NO_ROOM}`;
  });
};

/** `mv SOURCE… TARGET`: a folder is moved with everything in it, from whatever layer it comes. */
export const mv: Program = (call) => {
  const options = optionsOf(call, 't');
  const [...sources] = options.operands;
  const target = options.value('t') ?? sources.pop();
  if (target === undefined || sources.length === 0) return missingOperand(call);
  const busybox = isBusybox(call);
  const into = entryOf(call, target)?.kind === 'directory';
  const ask = lastOf(call, 'fin') === 'i' ? asker(call) : null;
  if (sources.length > 1 && !into && !busybox)
    return fail(call, `target '${target}': No such file or directory`);
  return forEach(call, sources, (path) => {
    const from = absolute(call, path);
    if (!linkOrEntry(call, path) || (sources.length > 1 && !into))
      return busybox
        ? `can't rename '${path}': No such file or directory`
        : `cannot stat '${path}': No such file or directory`;
    const to = into ? join(absolute(call, target), nameOf(from)) : absolute(call, target);
    if (to === from) return busybox ? null : `'${path}' and '${target}' are the same file`;
    const inside = isWithin(to, from);
    const busy = call.host.files.mountedAt(from) === null ? null : 'Device or resource busy';
    const reason = inside
      ? 'Invalid argument'
      : (busy ?? obstacle(call, to) ?? call.host.refusal(from, call.user, 'remove'));
    if (reason !== null)
      return busybox
        ? `can't rename '${path}': ${reason}`
        : `cannot move '${path}' to '${into ? to : target}': ${reason}`;
    if (
      linkOrEntry(call, to) &&
      (options.has('n') || ask?.(`overwrite '${shownAt(target, path, into)}'`) === false)
    )
      return null;
    if (options.has('v'))
      call.out(`${busybox ? '' : 'renamed '}'${path}' -> '${shownAt(target, path, into)}'\n`);
    copyTree(call, from, to, { keeps: true, links: true });
    call.host.files.remove(from);
    return null;
  });
};
