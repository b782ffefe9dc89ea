import { join } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { forEach, isBusybox, optionsOf, quoted } from './options';
import { missingOperand } from './usage';
import { entryOf, linkOrEntry, make } from './paths';
import { parseMode } from './mode';

function cannot(call: ProgramCall, path: string, reason: string): string {
  return isBusybox(call)
    ? `can't create directory '${path}': ${reason}`
    : `cannot create directory ${quoted(call, path)}: ${reason}`;
}

/** `mkdir [-p] [-m MODE] [-v] DIRECTORY…` */
export const mkdir: Program = (call) => {
  const options = optionsOf(call, 'm', { parents: 'p', mode: 'm' });
  if (options.operands.length === 0) return missingOperand(call);
  const mode = options.value('m');
  const bits = mode === undefined ? null : parseMode(mode, 0o777, true);
  const folder = { kind: 'directory', ...(bits === null ? {} : { mode: bits }) } as const;
  const made = (path: string): string | null => {
    const reason = make(call, path, folder);
    if (reason === null && options.has('v'))
      call.out(
        isBusybox(call)
          ? `created directory: '${path}'\n`
          : `mkdir: created directory ${quoted(call, path)}\n`,
      );
    return reason;
  };
  return forEach(call, options.operands, (path) => {
    if (!options.has('p')) {
      const reason = linkOrEntry(call, path) ? 'File exists' : made(path);
      return reason && cannot(call, path, reason);
    }
    let done = path.startsWith('/') ? '/' : '';
    const parts = path.split('/').filter((each) => each !== '');
    for (const [index, part] of parts.entries()) {
      done = done === '' ? part : join(done, part);
      const entry = entryOf(call, done);
      const isLast = index === parts.length - 1;
      if (entry !== null && entry.kind !== 'directory')
        return isLast
          ? cannot(call, path, 'File exists')
          : cannot(call, isBusybox(call) ? `${done}/` : done, 'Not a directory');
      const reason = entry === null ? made(done) : null;
      if (reason !== null) return cannot(call, isBusybox(call) ? path : done, reason);
    }
    return null;
  });
};
