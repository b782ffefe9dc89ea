import { sizeOfEntry } from '../../files/attributes';
import type { FileEntry } from '../../filesystem';
import { bytesOf, ofBytes } from './awk/value';
import type { Program, ProgramCall } from '../program';
import { textOfEntry } from './input';
import { fail, forEach, isBusybox, optionsOf, quoted, tryHelp } from './options';
import { absolute, entryOf, make, obstacle, owned } from './paths';
import { tellUsage } from './usage';

/** A file that holds text grows to no more than this; one of zeros has no such bound. */
const MOST_TEXT = 1_000_000;
/** The largest file of ext4. */
const MOST_BYTES = 2 ** 44;

/** `truncate [-c] -s SIZE FILE…`: shortens files or lengthens them by zeros. */
export const truncate: Program = (call) => {
  const isOf = isBusybox(call);
  const options = optionsOf(call, 'sr', { size: 's', reference: 'r', 'no-create': 'c' });
  const { operands } = options;
  const [size, model] = [options.value('s'), options.value('r')];
  if (isOf && (size === undefined || operands.length === 0)) {
    tellUsage(call);
    return { kind: 'exit', code: 1 };
  }
  if (size === '') return fail(call, `option requires an argument -- 's'${tryHelp(call)}`);
  if (size === undefined && model === undefined) {
    const words = [quoted(call, '--size'), quoted(call, '--reference')];
    return fail(call, `you must specify either ${words.join(' or ')}${tryHelp(call)}`);
  }
  if (operands.length === 0) return fail(call, `missing file operand${tryHelp(call)}`);
  const like = model === undefined ? null : entryOf(call, model);
  if (model !== undefined && like === null)
    return fail(call, `cannot stat '${model}': No such file or directory`);
  if (/^[/%]0+$/.test(size ?? '') && !isOf) return fail(call, 'division by zero');
  const change = sizeOf(size ?? '+0', like && sizeOfEntry(like), isOf);
  if (change === null)
    return fail(
      call,
      isOf ? `invalid number '${size ?? ''}'` : `Invalid number: ${quoted(call, size ?? '')}`,
    );
  return forEach(call, operands, (path) => resized(call, path, change, options.has('c')));
};

const UNITS = 'KMGTP';

/** How a size follows from the one before: `4`, `1K`, and with GNU `+4`, `-4`, `<4`, `>4`, `/4`, `%4`; null when it is none. */
function sizeOf(
  word: string,
  like: number | null,
  isOf: boolean,
): ((before: number) => number) | null {
  const found = /^([-+<>/%]?)(\d{1,15})(?:([KMGTPkmgt])(B|iB)?)?$/.exec(word);
  const [, sign = '', digits = '', unit, kind] = found ?? [];
  if (found === null || (isOf && (sign !== '' || kind === 'iB'))) return null;
  const step = kind === 'B' ? 1000 : 1024;
  const size =
    Number(digits) * (unit === undefined ? 1 : step ** (UNITS.indexOf(unit.toUpperCase()) + 1));
  return (own) => {
    const before = like ?? own;
    switch (sign) {
      case '+':
        return before + size;
      case '-':
        return Math.max(0, before - size);
      case '<':
        return Math.min(before, size);
      case '>':
        return Math.max(before, size);
      case '/':
        return Math.floor(before / size) * size;
      case '%':
        return Math.ceil(before / size) * size;
      default:
        return size;
    }
  };
}

/** Gives a file its size; why it could not, or null. */
function resized(
  call: ProgramCall,
  path: string,
  change: (before: number) => number,
  keepsAway: boolean,
): string | null {
  const { files } = call.host;
  const before = entryOf(call, path);
  if (before === null && keepsAway) return null;
  const at = absolute(call, path);
  const reason =
    before?.kind === 'directory'
      ? 'Is a directory'
      : before
        ? call.host.refusal(at, call.user, 'write')
        : obstacle(call, path);
  if (reason !== null)
    return isBusybox(call)
      ? `${path}: open: ${reason}`
      : `cannot open '${path}' for writing: ${reason}`;
  const size = change(before ? sizeOfEntry(before) : 0);
  const entry = size > MOST_BYTES ? null : contentOf(before, size);
  if (entry === null)
    return isBusybox(call)
      ? `${path}: truncate: File too large`
      : `failed to truncate '${path}' at ${size} bytes: File too large`;
  if (before) files.write(at, owned(call, entry));
  else make(call, path, entry);
  return null;
}

function contentOf(before: FileEntry | null, size: number): FileEntry | null {
  if (before === null || before.kind !== 'text' || before.text === '' || size === 0)
    return size === 0 ? { kind: 'text', text: '' } : { kind: 'zeros', size };
  const bytes = bytesOf(textOfEntry(before));
  if (size <= bytes.length) return { kind: 'text', text: ofBytes(bytes.slice(0, size)) };
  if (size > MOST_TEXT) return null;
  return { kind: 'text', text: before.text + '\0'.repeat(size - bytes.length) };
}
