import { parentOf } from '../../files/path';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { isBusybox, optionsOf, type Options } from './options';
import { absolute, entryOf, linkOrEntry } from './paths';
import { missingOperand, tellUsage } from './usage';

/** How much of a path has to be there for it to be told without links. */
type Needed = 'all' | 'folder' | 'nothing';

const LONG = {
  canonicalize: 'f',
  'canonicalize-existing': 'e',
  'canonicalize-missing': 'm',
  'no-newline': 'n',
  'no-symlinks': 's',
  quiet: 'q',
  silent: 'q',
  strip: 's',
  verbose: 'v',
  zero: 'z',
};

function neededOf(options: Options): Needed {
  return options.has('m') ? 'nothing' : options.has('e') ? 'all' : 'folder';
}

/** A path without links, or why it cannot be told. */
function canonical(
  call: ProgramCall,
  path: string,
  needed: Needed,
): { readonly real: string } | { readonly reason: string } {
  const { files } = call.host;
  if (path === '') return { reason: 'No such file or directory' };
  const real = files.real(absolute(call, path));
  if (needed === 'nothing' || files.get(real) !== null) return { real };
  const folder = files.get(parentOf(real));
  if (folder !== null && folder.kind !== 'directory') return { reason: 'Not a directory' };
  return needed === 'folder' && folder !== null
    ? { real }
    : { reason: 'No such file or directory' };
}

/** busybox's take one path. */
function takesAll(call: ProgramCall, operands: readonly string[]): boolean {
  return operands.length === 1 || (operands.length > 1 && !isBusybox(call));
}

function refused(call: ProgramCall, operands: readonly string[]): ProgramOutcome {
  if (operands.length === 0) return missingOperand(call);
  tellUsage(call);
  return { kind: 'exit', code: 1 };
}

/** `readlink [-femnvz] PATH…`: where a link leads, or with `-f`, `-e` and `-m` a path without links. What cannot be told is told only with `-v`. */
export const readlink: Program = (call) => {
  const options = optionsOf(call, '', LONG);
  const { operands } = options;
  if (!takesAll(call, operands)) return refused(call, operands);
  const whole = ['f', 'e', 'm'].some((letter) => options.has(letter));
  const end = options.has('n') && operands.length === 1 ? '' : options.has('z') ? '\0' : '\n';
  if (options.has('n') && operands.length > 1)
    call.error('readlink: ignoring --no-newline with multiple arguments\n');
  const tell = (path: string): string | null => {
    if (whole) {
      const found = canonical(call, path, neededOf(options));
      if ('reason' in found) return found.reason;
      call.out(`${found.real}${end}`);
      return null;
    }
    const entry = linkOrEntry(call, path);
    if (entry?.kind !== 'link') return entry ? 'Invalid argument' : 'No such file or directory';
    call.out(`${entry.target}${end}`);
    return null;
  };
  let code = 0;
  for (const path of operands) {
    const reason = tell(path);
    if (reason === null) continue;
    code = 1;
    const words = isBusybox(call) ? `cannot read link: ${reason}` : reason;
    if (options.has('v')) call.error(`readlink: ${path}: ${words}\n`);
  }
  return { kind: 'exit', code };
};

/** `realpath [-emqsz] PATH…` */
export const realpath: Program = (call) => {
  const options = optionsOf(call, '', LONG);
  const { operands } = options;
  if (operands.length === 0) return refused(call, operands);
  const end = options.has('z') ? '\0' : '\n';
  let code = 0;
  for (const path of operands) {
    const found =
      options.has('s') && (!options.has('e') || entryOf(call, path) !== null)
        ? { real: absolute(call, path) }
        : canonical(call, path, neededOf(options));
    if ('real' in found) call.out(`${found.real}${end}`);
    else {
      code = 1;
      if (!options.has('q')) call.error(`realpath: ${path}: ${found.reason}\n`);
    }
  }
  return { kind: 'exit', code };
};
