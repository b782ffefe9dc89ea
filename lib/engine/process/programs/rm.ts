import { sizeOfEntry } from '../../files/attributes';
import { isWithin, join } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { asker, lastOf, type Ask } from './ask';
import { forEach, isBusybox, optionsOf } from './options';
import { missingOperand } from './usage';
import { absolute, linkOrEntry } from './paths';

/** What a thing is called that is asked for; busybox does not say. */
function askedAs(call: ProgramCall, path: string): string {
  const entry = call.host.files.at(path);
  if (entry?.kind === 'directory') return 'directory ';
  if (isBusybox(call)) return '';
  if (entry?.kind === 'link') return 'symbolic link ';
  return entry && sizeOfEntry(entry) === 0 ? 'regular empty file ' : 'regular file ';
}

interface Manner {
  /** Null: nothing is asked. */
  readonly ask: Ask | null;
  /** Whether each thing that is removed is told. */
  readonly tells: boolean;
}

/** Removes a path with everything in it that may be removed and that `ask` agrees to; complaints for what may not. */
function removeAll(
  call: ProgramCall,
  shown: string,
  path: string,
  { ask, tells }: Manner,
): string[] {
  const { files } = call.host;
  const complaints: string[] = [];
  const busybox = isBusybox(call);
  const cannot = busybox ? `can't remove '${shown}'` : `cannot remove '${shown}'`;
  const isFolder = files.at(path)?.kind === 'directory';
  const names = isFolder ? files.list(path) : [];
  if (isFolder && (ask !== null || tells || needsCare(call, path))) {
    // GNU asks once for a folder that is empty.
    const descends = busybox || names.length > 0;
    if (ask && descends && !ask(`descend into directory '${shown}'`)) return [];
    for (const name of names)
      complaints.push(...removeAll(call, join(shown, name), join(path, name), { ask, tells }));
  }
  if (complaints.length > 0) return complaints;
  const isLeft = ask !== null && isFolder && files.list(path).length > 0;
  if (isLeft && !busybox) return [];
  if (ask && !ask(`remove ${askedAs(call, path)}'${shown}'`)) return [];
  if (isLeft) return [`${cannot}: Directory not empty`];
  const reason =
    files.mountedAt(path) === null
      ? call.host.refusal(path, call.user, 'remove')
      : 'Device or resource busy';
  if (reason === null) {
    files.remove(path);
    if (tells)
      call.out(`removed ${isFolder ? (busybox ? 'directory: ' : 'directory ') : ''}'${shown}'\n`);
  }
  return reason === null ? [] : [`${cannot}: ${reason}`];
}

/** A folder with a mount in it, or of somebody who is not root, is taken apart piece by piece. */
function needsCare(call: ProgramCall, path: string): boolean {
  if (!['', 'root', '0'].includes(call.user.split(':')[0] ?? '')) return true;
  return call.host.mounts().some((mount) => isWithin(mount, path));
}

/** `rm [-rfidv] FILE…` */
export const rm: Program = (call) => {
  const options = optionsOf(call, '', { recursive: 'r', force: 'f' });
  const recursive = options.has('r') || options.has('R');
  if (options.operands.length === 0)
    return options.has('f') ? { kind: 'exit', code: 0 } : missingOperand(call);
  const busybox = isBusybox(call);
  const ask = lastOf(call, 'fi') === 'i' ? asker(call) : null;
  return forEach(call, options.operands, (path) => {
    const entry = linkOrEntry(call, path);
    if (!entry) {
      if (options.has('f')) return null;
      return `${busybox ? "can't" : 'cannot'} remove '${path}': No such file or directory`;
    }
    if (/(^|\/)\.{1,2}\/*$/.test(path))
      return busybox
        ? `can't remove '.' or '..'`
        : `refusing to remove '.' or '..' directory: skipping '${path}'`;
    if (absolute(call, path) === '/')
      return busybox
        ? `can't remove '/'`
        : `it is dangerous to operate recursively on '/'\n${call.argv[0] ?? 'rm'}: use --no-preserve-root to override this failsafe`;
    if (entry.kind === 'directory' && !recursive) {
      if (!options.has('d') || busybox)
        return busybox ? `'${path}' is a directory` : `cannot remove '${path}': Is a directory`;
      if (call.host.files.list(absolute(call, path)).length > 0)
        return `cannot remove '${path}': Directory not empty`;
    }
    const tells = options.has('v');
    const complaints = removeAll(call, path, absolute(call, path), { ask, tells });
    return complaints.length === 0 ? null : complaints.join(`\n${call.argv[0] ?? 'rm'}: `);
  });
};

/** `rmdir [-pv] DIRECTORY…`: with `-p` the folders around it, too. */
export const rmdir: Program = (call) => {
  const options = optionsOf(call, '', { parents: 'p', 'ignore-fail-on-non-empty': '+' });
  const { operands } = options;
  if (operands.length === 0) return missingOperand(call);
  const busybox = isBusybox(call);
  return forEach(call, operands, (operand) => {
    const path = operand.replace(/(?<=.)\/+$/, '');
    const around = path
      .split('/')
      .flatMap((_, at, parts) => parts.slice(0, -at || undefined).join('/') || []);
    for (const [index, folder] of (options.has('p') ? around : [operand]).entries()) {
      if (options.has('v')) call.out(`rmdir: removing directory, '${folder}'\n`);
      const reason = removeFolder(call, folder);
      if (reason === null) continue;
      if (reason === 'Directory not empty' && options.has('+')) return null;
      if (busybox) return `'${folder}': ${reason}`;
      return `failed to remove ${index === 0 ? '' : 'directory '}'${folder}': ${reason}`;
    }
    return null;
  });
};

/** Removes an empty folder; why it could not, or null. */
function removeFolder(call: ProgramCall, path: string): string | null {
  const { host } = call;
  const at = absolute(call, path);
  const entry = linkOrEntry(call, path);
  if (!entry) return 'No such file or directory';
  if (entry.kind !== 'directory') return 'Not a directory';
  if (host.files.mountedAt(at) !== null) return 'Device or resource busy';
  if (host.files.list(at).length > 0) return 'Directory not empty';
  const reason = host.refusal(at, call.user, 'remove');
  if (reason === null) host.files.remove(at);
  return reason;
}
