import { join, nameOf } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { fail, forEach, isBusybox, optionsOf, quoted, tryHelp, type Options } from './options';
import { missingOperand } from './usage';
import { absolute, entryOf, hardLink, linkOrEntry, make, obstacle } from './paths';

const LONG = {
  symbolic: 's',
  force: 'f',
  'no-dereference': 'n',
  'no-target-directory': 'T',
  'target-directory': 't',
  verbose: 'v',
};

/** `ln [-sfnvT] TARGET [NAME]`, `ln [-sfv] TARGET… FOLDER`, `ln [-sfv] -t FOLDER TARGET…` */
export const ln: Program = (call) => {
  const options = optionsOf(call, 't', LONG);
  const targets = [...options.operands];
  const [first] = targets;
  if (first === undefined)
    return isBusybox(call)
      ? missingOperand(call)
      : fail(call, `missing file operand${tryHelp(call)}`);
  const given = options.value('t') ?? (targets.length > 1 ? targets.pop() : undefined) ?? '.';
  const isFolder = entryOf(call, given)?.kind === 'directory';
  const isLink = linkOrEntry(call, given)?.kind === 'link';
  const into = isFolder && !options.has('T') && !(options.has('n') && isLink);
  if (!into && (targets.length > 1 || options.has('t')))
    if (!isBusybox(call))
      return fail(call, `target ${quoted(call, given)}: ${notAFolder(call, given)}`);
  if (options.has('T') && targets.length > 1)
    return fail(call, `extra operand ${quoted(call, given)}${tryHelp(call)}`);
  return forEach(call, targets, (target) =>
    link(call, options, target, into ? shownIn(given, target) : given),
  );
};

function notAFolder(call: ProgramCall, path: string): string {
  return entryOf(call, path) ? 'Not a directory' : 'No such file or directory';
}

function shownIn(folder: string, target: string): string {
  const name = nameOf(target.replace(/\/+$/, ''));
  return folder === '.' ? `./${name}` : join(folder, name);
}

/** Makes one link; what is wrong, or null. */
function link(call: ProgramCall, options: Options, target: string, path: string): string | null {
  const { files } = call.host;
  const busybox = isBusybox(call);
  const symbolic = options.has('s');
  const kind = symbolic ? 'symbolic' : 'hard';
  const words = (reason: string): string =>
    busybox ? `${path}: ${reason}` : `failed to create ${kind} link '${path}': ${reason}`;
  const entry = linkOrEntry(call, target);
  if (!symbolic && !entry)
    return busybox
      ? `${target}: No such file or directory`
      : `failed to access '${target}': No such file or directory`;
  if (!symbolic && entry?.kind === 'directory')
    return busybox
      ? `${path}: Operation not permitted`
      : `${target}: hard link not allowed for directory`;
  if (linkOrEntry(call, path)) {
    if (!options.has('f')) return words('File exists');
    if (entryOf(call, path)?.kind === 'directory' && linkOrEntry(call, path)?.kind !== 'link')
      return busybox ? words('Is a directory') : `${path}: cannot overwrite directory`;
    files.remove(absolute(call, path));
  }
  const reason = symbolic ? make(call, path, { kind: 'link', target }) : obstacle(call, path);
  if (reason !== null) return words(reason);
  if (!symbolic) hardLink(call, absolute(call, target), absolute(call, path));
  if (options.has('v')) call.out(`'${path}' ${symbolic || busybox ? '->' : '=>'} '${target}'\n`);
  return null;
}
