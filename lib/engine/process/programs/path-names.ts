import { nameOf, parentOf } from '../../files/path';
import type { Program } from '../program';
import { optionsOf } from './options';
import { missingOperand } from './usage';

/** `basename PATH [SUFFIX]`, `basename -a PATH…`, `basename -s SUFFIX PATH…` */
export const basename: Program = (call) => {
  const options = optionsOf(call, 's');
  const suffix = options.value('s');
  const several = options.has('a') || suffix !== undefined;
  const [first, second = ''] = options.operands;
  if (first === undefined) return missingOperand(call);
  const end = several ? (suffix ?? '') : second;
  for (const path of several ? options.operands : [first]) {
    const name = nameOf(path.replace(/\/+$/, '')) || '/';
    const cut = end !== '' && name !== end && name.endsWith(end);
    call.out(`${cut ? name.slice(0, -end.length) : name}\n`);
  }
  return { kind: 'exit', code: 0 };
};

/** `dirname PATH` */
export const dirname: Program = (call) => {
  const [path] = call.argv.slice(1);
  if (path === undefined) return missingOperand(call);
  const trimmed = path.replace(/\/+$/, '') || '/';
  call.out(`${trimmed.includes('/') ? parentOf(trimmed) : '.'}\n`);
  return { kind: 'exit', code: 0 };
};
