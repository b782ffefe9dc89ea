import { sizeOfEntry } from '../../files/attributes';
import { GZIP_MARK, unzipped } from '../../image/gzip-mark';
import type { Program, ProgramCall } from '../program';
import { textOfEntry } from './input';
import { isBusybox, optionsOf, selfName } from './options';
import { absolute, entryOf, writeText } from './paths';

/** The endings of what is packed. */
const PACKED = /\.t?gz$/;

/** A file that is not there: what unpacks looks for it with the ending, too, and GNU's names that one. */
function missing(call: ProgramCall, path: string, unpacks: boolean): string {
  const sought = unpacks && !isBusybox(call) && !PACKED.test(path) ? `${path}.gz` : path;
  return `${sought}: No such file or directory`;
}

/** GNU's `gunzip` and `zcat` are scripts that run `gzip`, which complains. */
function complain(call: ProgramCall, complaint: string): void {
  call.error(`${isBusybox(call) ? selfName(call) : 'gzip'}: ${complaint}\n`);
}

/** Packs or unpacks one file beside itself; what is wrong, or null. */
function replace(call: ProgramCall, path: string, unpacks: boolean, keeps: boolean): string | null {
  const entry = entryOf(call, path);
  if (!entry) return missing(call, path, unpacks);
  if (entry.kind === 'directory') return `${path} is a directory -- ignored`;
  if (unpacks && !PACKED.test(path))
    return `${path}: unknown suffix ${isBusybox(call) ? '-' : '--'} ignored`;
  if (!unpacks && PACKED.test(path))
    return `${path} already has ${path.slice(path.lastIndexOf('.'))} suffix -- unchanged`;
  const text = textOfEntry(entry);
  if (unpacks && !text.startsWith(GZIP_MARK) && sizeOfEntry(entry) > 0)
    return `${path}: not in gzip format`;
  const target = unpacks
    ? path.replace(PACKED, (suffix) => (suffix === '.tgz' ? '.tar' : ''))
    : `${path}.gz`;
  const reason = writeText(call, target, unpacks ? unzipped(text) : GZIP_MARK + text);
  if (reason !== null) return `${target}: ${reason}`;
  if (!keeps) call.host.files.remove(absolute(call, path));
  return null;
}

function packer(unpacksAlways: boolean, printsAlways: boolean): Program {
  return (call) => {
    const options = optionsOf(call, 'S', { decompress: 'd', keep: 'k', stdout: 'c' });
    const unpacks = unpacksAlways || options.has('d');
    const prints = printsAlways || options.has('c');
    const change = (text: string): string => (unpacks ? unzipped(text) : GZIP_MARK + text);
    if (options.operands.length === 0) {
      if (call.stdin === null) return { kind: 'read' };
      if (unpacks && !call.stdin.startsWith(GZIP_MARK)) {
        complain(call, call.stdin === '' ? 'unexpected end of file' : 'stdin: not in gzip format');
        return { kind: 'exit', code: 1 };
      }
      call.out(change(call.stdin));
      return { kind: 'exit', code: 0 };
    }
    let code = 0;
    for (const path of options.operands) {
      const entry = prints ? entryOf(call, path) : null;
      if (entry && entry.kind !== 'directory') call.out(change(textOfEntry(entry)));
      else {
        const problem = replace(call, path, unpacks, options.has('k'));
        if (problem === null) continue;
        complain(call, problem);
        code = 1;
      }
    }
    return { kind: 'exit', code };
  };
}

/** `gzip [-d] [-k] [-c] [FILE…]` */
export const gzip = packer(false, false);

/** `gunzip [FILE…]` */
export const gunzip = packer(true, false);

/** `zcat [FILE…]` */
export const zcat = packer(true, true);
