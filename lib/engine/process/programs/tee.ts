import type { Program } from '../program';
import { complain, optionsOf } from './options';
import { textOfEntry } from './input';
import { entryOf, writeText } from './paths';

/** `tee [-a] [FILE…]` */
export const tee: Program = (call) => {
  const options = optionsOf(call, '', { append: 'a' });
  if (call.stdin === null) return { kind: 'read' };
  let failed = false;
  for (const path of options.operands) {
    const entry = options.has('a') ? entryOf(call, path) : null;
    const reason = writeText(call, path, (entry ? textOfEntry(entry) : '') + call.stdin);
    if (reason === null) continue;
    complain(call, `${path}: ${reason}`);
    failed = true;
  }
  call.out(call.stdin);
  return { kind: 'exit', code: failed ? 1 : 0 };
};
