import type { Program, ProgramCall } from '../program';
import { forEach, isBusybox, optionsOf, quoted } from './options';
import { missingOperand } from './usage';
import { absolute, entryOf, linkOrEntry, make } from './paths';
import { parseMode } from './mode';

function cannot(call: ProgramCall, path: string, reason: string): string {
  return isBusybox(call)
    ? `can't create directory '${path}': ${reason}`
    : `cannot create directory ${quoted(call, path)}: ${reason}`;
}

/** `mkdir [-p] [-m MODE] DIRECTORY…` */
export const mkdir: Program = (call) => {
  const options = optionsOf(call, 'm', { parents: 'p', mode: 'm' });
  if (options.operands.length === 0) return missingOperand(call);
  const mode = options.value('m');
  const bits = mode === undefined ? null : parseMode(mode, 0o777, true);
  const folder = { kind: 'directory', ...(bits === null ? {} : { mode: bits }) } as const;
  return forEach(call, options.operands, (path) => {
    if (!options.has('p')) {
      const reason = linkOrEntry(call, path) ? 'File exists' : make(call, path, folder);
      return reason && cannot(call, path, reason);
    }
    let done = '';
    for (const part of absolute(call, path).split('/').slice(1)) {
      done += `/${part}`;
      const entry = entryOf(call, done);
      const reason =
        entry === null
          ? make(call, done, folder)
          : entry.kind === 'directory'
            ? null
            : 'File exists';
      if (reason !== null) return cannot(call, path, reason);
    }
    return null;
  });
};
