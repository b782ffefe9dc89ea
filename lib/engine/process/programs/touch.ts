import type { Program } from '../program';
import { complain, forEach, optionsOf } from './options';
import { missingOperand } from './usage';
import { absolute, entryOf, make } from './paths';

/** `touch [-c] [-d TIME] FILE…` */
export const touch: Program = (call) => {
  const options = optionsOf(call, 'drt');
  if (options.operands.length === 0) return missingOperand(call);
  const asked = options.value('d');
  const time =
    asked === undefined
      ? call.host.now
      : Date.parse(`${asked.replace(' ', 'T')}Z`.replace(/ZZ$/, 'Z'));
  if (Number.isNaN(time)) {
    complain(call, `invalid date '${asked ?? ''}'`);
    return { kind: 'exit', code: 1 };
  }
  return forEach(call, options.operands, (path) => {
    if (!entryOf(call, path)) {
      if (options.has('c')) return null;
      const reason = make(call, path, { kind: 'text', text: '', mtime: time });
      return reason && `${path}: ${reason}`;
    }
    const reason = call.host.refusal(absolute(call, path), call.user, 'write');
    if (reason === null)
      call.host.files.alter(absolute(call, path), (entry) => ({ ...entry, mtime: time }));
    return reason && `${path}: ${reason}`;
  });
};
