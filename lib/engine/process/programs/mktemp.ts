import { join } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { fail, isBusybox, optionsOf, quoted, tryHelp } from './options';
import { absolute, linkOrEntry, make, obstacle } from './paths';
import { tellUsage } from './usage';

/** How many names are tried (glibc tempname.c tries far more). */
const MOST_TRIES = 1_000;

/** `mktemp [-dqtu] [-p FOLDER] [TEMPLATE]`: makes a file or folder whose name ends in other letters than any that stands there (coreutils mktemp.c, busybox debianutils/mktemp.c). */
export const mktemp: Program = (call) => {
  const long = {
    directory: 'd',
    'dry-run': 'u',
    quiet: 'q',
    suffix: 's',
    tmpdir: 'p',
  };
  const options = optionsOf(call, 'ps', long);
  const busybox = isBusybox(call);
  const refuse = (complaint: string) =>
    options.has('q') ? ({ kind: 'exit', code: 1 } as const) : fail(call, complaint);
  if (options.operands.length > 1) {
    if (!busybox) return fail(call, `too many templates${tryHelp(call)}`);
    tellUsage(call);
    return { kind: 'exit', code: 1 };
  }
  const template = options.operands[0] ?? (busybox ? 'tmp.XXXXXX' : 'tmp.XXXXXXXXXX');
  const isElsewhere = options.operands.length === 0 || options.has('p') || options.has('t');
  const folder = isElsewhere ? folderOf(call, options.value('p'), options.has('t')) : '';
  const suffix = options.value('s') ?? '';
  const full = `${folder === '' ? template : join(folder, template)}${suffix}`;
  const [, head = '', marks = '', tail = ''] =
    /^(.*?)(X+)([^X]*)$/s.exec(full.slice(0, full.length - suffix.length)) ?? [];
  if (busybox && (marks.length < 6 || tail !== '')) return refuse('(null): Invalid argument');
  if (marks.length < 3)
    return fail(call, `too few X's in template ${quoted(call, `${template}${suffix}`)}`);
  if (!busybox && `${tail}${suffix}`.includes('/'))
    return fail(
      call,
      `invalid suffix ${quoted(call, `${tail}${suffix}`)}, contains directory separator`,
    );
  const reason = obstacle(call, full);
  if (reason !== null && !options.has('u'))
    return refuse(
      busybox
        ? `(null): ${reason}`
        : `failed to create ${options.has('d') ? 'directory' : 'file'} via template ${quoted(call, full)}: ${reason}`,
    );
  for (let n = 0; n < MOST_TRIES; n++) {
    // busybox fills the last six alone.
    const filled = busybox ? 6 : marks.length;
    const letters = lettersOf(call.pid * MOST_TRIES + n, filled);
    const path = `${head}${marks.slice(filled)}${letters}${tail}${suffix}`;
    if (linkOrEntry(call, path)) continue;
    if (!options.has('u'))
      make(
        call,
        absolute(call, path),
        options.has('d')
          ? { kind: 'directory', mode: 0o700 }
          : { kind: 'text', text: '', mode: 0o600 },
      );
    call.out(`${path}\n`);
    return { kind: 'exit', code: 0 };
  }
  return refuse(
    busybox
      ? '(null): File exists'
      : `failed to create file via template ${quoted(call, full)}: File exists`,
  );
};

/** Where a name without a folder goes: `$TMPDIR` before `-p` with `-t`, else `-p`, else /tmp. */
function folderOf(call: ProgramCall, given: string | undefined, isOld: boolean): string {
  const own = call.env['TMPDIR'] || undefined;
  return (isOld ? (own ?? given) : (given ?? own)) || '/tmp';
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Letters that look drawn and follow from a number alone, another for each. */
function lettersOf(number: number, size: number): string {
  let rest = (number * 2_654_435_761) % 62 ** 6;
  let letters = '';
  for (let at = 0; at < Math.min(size, 6); at++) {
    letters += LETTERS[rest % 62] ?? '';
    rest = Math.floor(rest / 62);
  }
  return letters.padStart(size, 'Kq3Zv8');
}
