import { isWithin, join } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { forEach, isBusybox, optionsOf } from './options';
import { missingOperand } from './usage';
import { absolute, linkOrEntry } from './paths';

/** Removes a path with everything in it that may be removed; complaints for what may not. */
function removeAll(call: ProgramCall, shown: string, path: string): string[] {
  const { files } = call.host;
  const complaints: string[] = [];
  const cannot = isBusybox(call) ? `can't remove '${shown}'` : `cannot remove '${shown}'`;
  if (files.at(path)?.kind === 'directory' && needsCare(call, path))
    for (const name of files.list(path))
      complaints.push(...removeAll(call, join(shown, name), join(path, name)));
  if (complaints.length > 0) return complaints;
  const reason =
    files.mountedAt(path) === null
      ? call.host.refusal(path, call.user, 'remove')
      : 'Device or resource busy';
  if (reason === null) files.remove(path);
  return reason === null ? [] : [`${cannot}: ${reason}`];
}

/** A folder with a mount in it, or of somebody who is not root, is taken apart piece by piece. */
function needsCare(call: ProgramCall, path: string): boolean {
  if (!['', 'root', '0'].includes(call.user.split(':')[0] ?? '')) return true;
  return call.host.mounts().some((mount) => isWithin(mount, path));
}

/** `rm [-rf] FILE…` */
export const rm: Program = (call) => {
  const options = optionsOf(call, '', { recursive: 'r', force: 'f' });
  const recursive = options.has('r') || options.has('R');
  if (options.operands.length === 0)
    return options.has('f') ? { kind: 'exit', code: 0 } : missingOperand(call);
  const busybox = isBusybox(call);
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
    if (entry.kind === 'directory' && !recursive)
      return busybox ? `'${path}' is a directory` : `cannot remove '${path}': Is a directory`;
    const complaints = removeAll(call, path, absolute(call, path));
    return complaints.length === 0 ? null : complaints.join(`\n${call.argv[0] ?? 'rm'}: `);
  });
};

/** `rmdir DIRECTORY…` */
export const rmdir: Program = (call) => {
  const { operands } = optionsOf(call);
  if (operands.length === 0) return missingOperand(call);
  return forEach(call, operands, (path) => {
    const at = absolute(call, path);
    const entry = linkOrEntry(call, path);
    const reason = !entry
      ? 'No such file or directory'
      : entry.kind !== 'directory'
        ? 'Not a directory'
        : call.host.files.list(at).length > 0
          ? 'Directory not empty'
          : call.host.files.mountedAt(at) !== null
            ? 'Device or resource busy'
            : call.host.refusal(at, call.user, 'remove');
    if (reason === null) call.host.files.remove(at);
    return (
      reason && (isBusybox(call) ? `'${path}': ${reason}` : `failed to remove '${path}': ${reason}`)
    );
  });
};
