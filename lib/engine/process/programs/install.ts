import { join, nameOf, parentOf } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import { groupId, userId } from '../account';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { parseMode } from './mode';
import { fail, forEach, optionsOf, quoted, tryHelp, type Options } from './options';
import { absolute, entryOf, make, owned } from './paths';

/** What `install` gives to what it makes: `-m`, `-o` and `-g`. */
interface Attributes {
  readonly mode: number;
  readonly uid?: number;
  readonly gid?: number;
}

/** `-m`, `-o`, `-g`; a text is what is wrong with them. */
function attributesOf(call: ProgramCall, options: Options): Attributes | string {
  const { files } = call.host;
  const [mode, owner, group] = ['m', 'o', 'g'].map((letter) => options.value(letter));
  const bits = mode === undefined ? 0o755 : parseMode(mode, 0, options.has('d'));
  if (bits === null) return `invalid mode ${quoted(call, mode ?? '')}`;
  const uid = owner === undefined ? undefined : userId(files, owner);
  if (uid === null) return `invalid user ${quoted(call, owner ?? '')}`;
  const gid = group === undefined ? undefined : groupId(files, group);
  if (gid === null) return `invalid group ${quoted(call, group ?? '')}`;
  return {
    mode: bits,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  };
}

/** Makes a folder with all above it; only the last has the attributes. What went wrong, or null. */
function folder(call: ProgramCall, path: string, last: Attributes, tells: boolean): string | null {
  const entry = entryOf(call, path);
  if (entry !== null && entry.kind !== 'directory')
    return `cannot create directory ${quoted(call, path)}: File exists`;
  if (entry === null) {
    const above = parentOf(absolute(call, path));
    const reason =
      entryOf(call, above) === null
        ? folder(call, shownParent(path), { mode: 0o755 }, tells)
        : null;
    if (reason !== null) return reason;
    const failure = make(call, path, { kind: 'directory' });
    if (failure !== null) return `cannot create directory ${quoted(call, path)}: ${failure}`;
    if (tells) call.out(`install: creating directory ${quoted(call, path)}\n`);
  }
  call.host.files.alter(absolute(call, path), (before) => ({ ...before, ...last }));
  return null;
}

/** What stands in front of the last part of a path, as it was given. */
function shownParent(path: string): string {
  const at = path.replace(/\/+$/, '').lastIndexOf('/');
  return at < 0 ? '.' : path.slice(0, at) || '/';
}

/** Copies one file's content to a path. What went wrong, or null. */
function place(
  call: ProgramCall,
  from: string,
  to: string,
  attributes: Attributes,
  tells: boolean,
): string | null {
  const entry = entryOf(call, from);
  if (entry === null) return `cannot stat ${quoted(call, from)}: No such file or directory`;
  if (entry.kind === 'directory') return `omitting directory ${quoted(call, from)}`;
  if (absolute(call, from) === absolute(call, to))
    return `${quoted(call, from)} and ${quoted(call, to)} are the same file`;
  const { mtime: _mtime, uid: _uid, gid: _gid, inode: _inode, ...content } = entry;
  const copy: FileEntry = { ...owned(call, content), ...attributes };
  const reason = make(call, to, copy);
  if (reason !== null) return `cannot create regular file ${quoted(call, to)}: ${reason}`;
  if (tells) call.out(`${quoted(call, from)} -> ${quoted(call, to)}\n`);
  return null;
}

/** `install [-Dv] [-m MODE] [-o OWNER] [-g GROUP] [-t FOLDER] SOURCE… [TARGET]`, `install -d FOLDER…` (coreutils 9.1, compared with it). */
export const install: Program = (call) => {
  const options = optionsOf(call, 'mogtS', {
    directory: 'd',
    group: 'g',
    mode: 'm',
    owner: 'o',
    'target-directory': 't',
    verbose: 'v',
  });
  const attributes = attributesOf(call, options);
  if (typeof attributes === 'string') return fail(call, attributes);
  const tells = options.has('v');
  if (options.operands.length === 0) return fail(call, `missing file operand${tryHelp(call)}`);
  if (options.has('d'))
    return forEach(call, options.operands, (path) => folder(call, path, attributes, tells));
  return installFiles(call, options, attributes, tells);
};

function installFiles(
  call: ProgramCall,
  options: Options,
  attributes: Attributes,
  tells: boolean,
): ProgramOutcome {
  const given = options.value('t');
  const sources = given === undefined ? options.operands.slice(0, -1) : options.operands;
  const target = given ?? options.operands.at(-1) ?? '';
  if (sources.length === 0)
    return fail(
      call,
      `missing destination file operand after ${quoted(call, target)}${tryHelp(call)}`,
    );
  if (options.has('D')) {
    const above = given ?? shownParent(target);
    const reason = entryOf(call, above) ? null : folder(call, above, { mode: 0o755 }, tells);
    if (reason !== null) return fail(call, reason);
  }
  const isFolder = entryOf(call, target)?.kind === 'directory';
  if (!isFolder && (given !== undefined || sources.length > 1))
    return fail(call, `target ${quoted(call, target)}: No such file or directory`);
  return forEach(call, sources, (from) =>
    place(call, from, isFolder ? join(target, nameOf(from)) : target, attributes, tells),
  );
}
