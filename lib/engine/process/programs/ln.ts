import { join, nameOf } from '../../files/path';
import type { Program } from '../program';
import { fail, isBusybox, optionsOf } from './options';
import { missingOperand } from './usage';
import { absolute, entryOf, linkOrEntry, make, obstacle } from './paths';

/** `ln [-s] [-f] TARGET NAME` */
export const ln: Program = (call) => {
  const options = optionsOf(call, '', { symbolic: 's', force: 'f' });
  const [target, given] = options.operands;
  if (target === undefined) return missingOperand(call);
  const name = given ?? nameOf(target);
  const path =
    entryOf(call, name)?.kind === 'directory' && !options.has('n')
      ? join(absolute(call, name), nameOf(target))
      : name;
  const busybox = isBusybox(call);
  const words = (reason: string): string =>
    busybox
      ? `${path}: ${reason}`
      : `failed to create ${options.has('s') ? 'symbolic' : 'hard'} link '${path}': ${reason}`;
  if (linkOrEntry(call, path)) {
    if (!options.has('f')) return fail(call, words('File exists'));
    call.host.files.remove(absolute(call, path));
  }
  if (options.has('s')) {
    const reason = make(call, path, { kind: 'link', target });
    return reason === null ? { kind: 'exit', code: 0 } : fail(call, words(reason));
  }
  const entry = linkOrEntry(call, target);
  if (!entry)
    return fail(
      call,
      busybox
        ? `${path}: No such file or directory`
        : `failed to access '${target}': No such file or directory`,
    );
  if (entry.kind === 'directory')
    return fail(
      call,
      busybox
        ? `${path}: Operation not permitted`
        : `${target}: hard link not allowed for directory`,
    );
  const reason = obstacle(call, path);
  if (reason !== null) return fail(call, words(reason));
  const inode = entry.inode ?? absolute(call, target);
  call.host.files.alter(absolute(call, target), (before) => ({ ...before, inode }), false);
  call.host.files.put(absolute(call, path), {
    ...entry,
    inode,
    mtime: call.host.files.changedAt(absolute(call, target), entry),
  });
  return { kind: 'exit', code: 0 };
};
