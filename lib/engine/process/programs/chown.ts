import { join } from '../../files/path';
import { accountOf, groupId, userId } from '../account';
import type { Program, ProgramCall } from '../program';
import { complain, fail, isBusybox, optionsOf, quoted, selfName } from './options';
import { missingOperand } from './usage';
import { absolute } from './paths';

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** `OWNER[:GROUP]`, `:GROUP`; a text is what is wrong with it. */
function ownerOf(call: ProgramCall, word: string): Owner | string {
  const { files } = call.host;
  const onlyGroup = selfName(call) === 'chgrp';
  const [user = '', group] = onlyGroup ? ['', word] : word.split(/[:.](.*)/s);
  const uid = user === '' ? undefined : userId(files, user);
  const gid = group === undefined || group === '' ? undefined : groupId(files, group);
  const busybox = isBusybox(call);
  if (uid === null) return busybox ? `unknown user ${user}` : `invalid user: ${quoted(call, word)}`;
  if (gid === null)
    return busybox ? `unknown group ${group ?? ''}` : `invalid group: ${quoted(call, word)}`;
  return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
}

/** `chown [-R] OWNER[:GROUP] FILE…` and `chgrp`. */
export const chown: Program = (call) => {
  const options = optionsOf(call, '', { recursive: 'R' });
  const [word, ...paths] = options.operands;
  if (word === undefined || paths.length === 0) return missingOperand(call);
  const owner = ownerOf(call, word);
  if (typeof owner === 'string') return fail(call, owner);
  let failed = false;
  for (const path of paths)
    failed = !change(call, path, absolute(call, path), owner, options.has('R')) || failed;
  return { kind: 'exit', code: failed ? 1 : 0 };
};

function change(
  call: ProgramCall,
  shown: string,
  path: string,
  owner: Owner,
  deep: boolean,
): boolean {
  const { files } = call.host;
  const entry = files.get(path);
  const may = accountOf(files, call.user).uid === 0 && call.host.may('CHOWN');
  const reason = !entry
    ? 'No such file or directory'
    : call.host.readOnly(path)
      ? 'Read-only file system'
      : may
        ? null
        : 'Operation not permitted';
  if (!entry || reason !== null) {
    const words = entry ? `changing ownership of '${shown}'` : `cannot access '${shown}'`;
    complain(call, `${isBusybox(call) ? shown : words}: ${reason ?? ''}`);
    return false;
  }
  files.alter(path, (before) => ({ ...before, ...owner }));
  if (!deep || entry.kind !== 'directory') return true;
  return files
    .list(path)
    .map((name) => change(call, join(shown, name), join(path, name), owner, true))
    .every((done) => done);
}
