import { nameOf } from '../../files/path';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { compareTwo, readCompared } from './diff/compare';
import { compareFolders } from './diff/folders';
import { readOrder } from './diff/order';
import { complain, isBusybox } from './options';
import { absolute, entryOf } from './paths';

/** `diff [-qrsNabiwBZ] [-u] [-U LINES] [-L LABEL] FILE FILE`: GNU's in its default or the unified format, busybox's always unified. */
export const diff: Program = (call) => {
  const order = readOrder(call);
  if ('kind' in order) return order;
  if ((order.left === '-' || order.right === '-') && call.stdin === null) return { kind: 'read' };
  const missing = [order.left, order.right].filter((name) => isMissing(call, name));
  if (missing.length > (order.options.has('N') ? 1 : 0)) return notThere(call, missing, 2);
  const [left, right] = [order.left, order.right].map((name) => isFolder(call, name));
  if (left === true && right === true)
    return isSame(call, order.left, order.right)
      ? { kind: 'exit', code: 0 }
      : { kind: 'exit', code: compareFolders(call, order, order.left, order.right) };
  // A folder stands for the file in it that is named as the other one.
  const one = left === true ? inFolder(order.left, order.right) : order.left;
  const two = right === true ? inFolder(order.right, order.left) : order.right;
  const gone = [one, two].filter((name) => isMissing(call, name) && !missing.includes(name));
  if (gone.length > 0) return notThere(call, gone, isBusybox(call) ? 1 : 2);
  const read = (name: string) =>
    isMissing(call, name) ? { name, text: null, changed: 0 } : readCompared(call, name);
  const [a, b] = [read(one), read(two)];
  // busybox says nothing of a file that is compared with itself.
  if (isBusybox(call) && isSame(call, one, two)) return { kind: 'exit', code: 0 };
  return { kind: 'exit', code: a === null || b === null ? 2 : compareTwo(call, order, a, b) };
};

function isMissing(call: ProgramCall, name: string): boolean {
  return name !== '-' && entryOf(call, name) === null;
}

function isFolder(call: ProgramCall, name: string): boolean {
  return name !== '-' && entryOf(call, name)?.kind === 'directory';
}

function isSame(call: ProgramCall, left: string, right: string): boolean {
  const { files } = call.host;
  return files.real(absolute(call, left)) === files.real(absolute(call, right));
}

function inFolder(folder: string, file: string): string {
  return `${folder.replace(/\/$/, '')}/${nameOf(file)}`;
}

/** busybox ends at the first file that is not there, GNU tells all of them. */
function notThere(call: ProgramCall, names: readonly string[], code: number): ProgramOutcome {
  if (isBusybox(call)) complain(call, `can't stat '${names[0] ?? ''}': No such file or directory`);
  else for (const name of names) complain(call, `${name}: No such file or directory`);
  return { kind: 'exit', code };
}
