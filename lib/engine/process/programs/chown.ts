import { join } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import { accountOf, groupId, groupName, userId, userName } from '../account';
import type { Program, ProgramCall } from '../program';
import { lastOf } from './ask';
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

/** `chown [-Rcv] OWNER[:GROUP] FILE…` and `chgrp`. */
export const chown: Program = (call) => {
  const options = optionsOf(call, '', { recursive: 'R' });
  const [word, ...paths] = options.operands;
  if (word === undefined || paths.length === 0) return missingOperand(call);
  const owner = ownerOf(call, word);
  if (typeof owner === 'string') return fail(call, owner);
  const tells = lastOf(call, 'cv');
  let failed = false;
  for (const path of paths)
    failed = !change(call, path, absolute(call, path), owner, options.has('R'), tells) || failed;
  return { kind: 'exit', code: failed ? 1 : 0 };
};

/** What `-v` tells of a change, and whether there was one: the parts that were asked for, by name. */
function changeOf(
  call: ProgramCall,
  shown: string,
  { uid = 0, gid = 0 }: FileEntry,
  owner: Owner,
): { readonly words: string; readonly changes: boolean } {
  const { files } = call.host;
  const after = { uid: owner.uid ?? uid, gid: owner.gid ?? gid };
  const changes = after.uid !== uid || after.gid !== gid;
  if (isBusybox(call))
    return { words: `changed ownership of '${shown}' to ${after.uid}:${after.gid}`, changes };
  const isGroup = selfName(call) === 'chgrp';
  const spell = (user: number, group: number, whole: boolean): string => {
    if (isGroup) return groupName(files, group);
    const name = owner.uid === undefined && !whole ? '' : userName(files, user);
    return owner.gid === undefined ? name : `${name}:${groupName(files, group)}`;
  };
  const what = `${isGroup ? 'group' : 'ownership'} of '${shown}'`;
  const now = spell(after.uid, after.gid, false);
  const words = changes
    ? `changed ${what} from ${spell(uid, gid, true)} to ${now}`
    : `${what} retained as ${now}`;
  return { words, changes };
}

function change(
  call: ProgramCall,
  shown: string,
  path: string,
  owner: Owner,
  deep: boolean,
  tells: string,
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
  const inside =
    deep && entry.kind === 'directory'
      ? files
          .list(path)
          .map((name) => change(call, join(shown, name), join(path, name), owner, true, tells))
      : [];
  files.alter(path, (before) => ({ ...before, ...owner }));
  const told = changeOf(call, shown, entry, owner);
  if (tells === 'v' || (tells === 'c' && told.changes)) call.out(`${told.words}\n`);
  return inside.every((done) => done);
}
