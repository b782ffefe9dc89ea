import { isWithin } from '../../../files/path';
import type { ProgramCall } from '../../program';
import { complain, isBusybox } from '../options';
import { absolute, entryOf } from '../paths';
import { kindWords } from '../stat';
import { compareTwo, readCompared, type Verdict } from './compare';
import type { Order } from './order';

/** Deeper than this no folder is looked into; a link may lead in a circle. */
const DEEPEST = 20;

function isFolder(call: ProgramCall, path: string): boolean {
  return entryOf(call, path)?.kind === 'directory';
}

function inside(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function namesIn(call: ProgramCall, folder: string): readonly string[] {
  return isFolder(call, folder) ? call.host.files.list(absolute(call, folder)) : [];
}

/** Compares what lies in two folders, name by name. */
export function compareFolders(
  call: ProgramCall,
  order: Order,
  left: string,
  right: string,
): Verdict {
  const { options } = order;
  if (isBusybox(call) && options.has('r')) return compareAll(call, order, left, right);
  return compareNames(call, order, left, right, 0);
}

/** Name by name, and with `-r` folder by folder, as GNU does it. */
function compareNames(
  call: ProgramCall,
  order: Order,
  left: string,
  right: string,
  depth: number,
): Verdict {
  const { has } = order.options;
  let worst: Verdict = 0;
  for (const name of sorted([...namesIn(call, left), ...namesIn(call, right)])) {
    if (--order.budget.names < 0) return endless(call, left);
    const [one, two] = [inside(left, name), inside(right, name)];
    const folders = [one, two].filter((path) => isFolder(call, path)).length;
    const isOnOneSide = !entryOf(call, one) || !entryOf(call, two);
    let verdict: Verdict = 0;
    if (isOnOneSide && !has('N')) verdict = only(call, entryOf(call, one) ? left : right, name);
    else if (folders === 2 || (isOnOneSide && folders === 1)) {
      if (has('r') && isLoop(call, left, one)) verdict = endless(call, one);
      else if (!has('r')) call.out(`Common subdirectories: ${one} and ${two}\n`);
      else if (depth < DEEPEST) verdict = compareNames(call, order, one, two, depth + 1);
    } else verdict = pair(call, order, one, two);
    worst = verdict > worst ? verdict : worst;
  }
  return worst;
}

/** All files below two folders in one list, as busybox does it. */
function compareAll(call: ProgramCall, order: Order, left: string, right: string): Verdict {
  let worst: Verdict = 0;
  const found: string[] = [];
  const collect = (from: string, other: string, below: string, depth: number): void => {
    for (const name of namesIn(call, inside(from, below))) {
      if (--order.budget.names < 0) return;
      const path = below === '' ? name : `${below}/${name}`;
      if (!isFolder(call, inside(from, path))) found.push(path);
      else if (!order.options.has('N') && !isFolder(call, inside(other, path))) worst = 1;
      else if (depth < DEEPEST && !isLoop(call, inside(from, below), inside(from, path)))
        collect(from, other, path, depth + 1);
    }
  };
  collect(left, right, '', 0);
  collect(right, left, '', 0);
  if (order.budget.names < 0) return endless(call, left);
  for (const path of sorted(found)) {
    const [one, two] = [inside(left, path), inside(right, path)];
    const missing = [one, two].findIndex((each) => !isFile(call, each));
    const verdict =
      missing < 0 || order.options.has('N')
        ? pair(call, order, one, two)
        : only(call, missing === 0 ? right : left, path);
    worst = verdict > worst ? verdict : worst;
  }
  return worst;
}

/** Links that lead in a circle, or more names than are looked at. */
function endless(call: ProgramCall, folder: string): Verdict {
  complain(call, `${folder}: recursive directory loop`);
  return 2;
}

/** Does a link in a folder lead to the folder itself, or to one around it? */
function isLoop(call: ProgramCall, folder: string, path: string): boolean {
  const { files } = call.host;
  const [outer, inner] = [folder, path].map((each) => files.real(absolute(call, each)));
  return outer !== undefined && inner !== undefined && isWithin(outer, inner);
}

function isFile(call: ProgramCall, path: string): boolean {
  return entryOf(call, path) !== null && !isFolder(call, path);
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function only(call: ProgramCall, folder: string, name: string): Verdict {
  call.out(`Only in ${folder}: ${name}\n`);
  return 1;
}

/** Two files of the same name; one that is not there counts as empty. */
function pair(call: ProgramCall, order: Order, left: string, right: string): Verdict {
  const [one, two] = [entryOf(call, left), entryOf(call, right)];
  const isOf = isBusybox(call);
  const isMixed = (one?.kind === 'directory') !== (two?.kind === 'directory');
  if (one && two && isMixed && !(isOf && order.options.has('r'))) {
    call.out(`File ${left} is a ${kindWords(one)} while file ${right} is a ${kindWords(two)}\n`);
    return isOf ? 0 : 1;
  }
  const nothing = (path: string) => (isOf && !order.options.has('q') ? '/dev/null' : path);
  const read = (path: string) =>
    isFile(call, path) ? readCompared(call, path) : { name: nothing(path), text: null, changed: 0 };
  const [a, b] = [read(left), read(right)];
  if (a === null || b === null) return 2;
  return compareTwo(call, order, a, b, isOf ? '' : `diff ${order.words}${left} ${right}\n`);
}
