import { nameOf, parentOf } from '../../files/path';
import type { Program } from '../program';
import { forEach, optionsOf } from './options';
import { missingOperand } from './usage';
import { absolute, linkOrEntry } from './paths';

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

/** `readlink [-f] PATH` and `realpath PATH` */
export const readlink: Program = (call) => {
  const options = optionsOf(call);
  const [path = ''] = options.operands;
  const entry = linkOrEntry(call, path);
  if (options.has('f')) call.out(`${call.host.files.real(absolute(call, path))}\n`);
  else if (entry?.kind === 'link') call.out(`${entry.target}\n`);
  else return { kind: 'exit', code: 1 };
  return { kind: 'exit', code: 0 };
};

export const realpath: Program = (call) =>
  forEach(call, optionsOf(call).operands, (path) => {
    const real = call.host.files.real(absolute(call, path));
    if (call.host.files.get(real) === null) return `${path}: No such file or directory`;
    call.out(`${real}\n`);
    return null;
  });
