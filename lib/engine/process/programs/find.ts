import { join } from '../../files/path';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { FindProblem, readExpression, type Expression, type Walk } from './find-expression';
import type { Place } from './find-tests';
import { complain, isBusybox, quoted } from './options';
import { absolute, linkOrEntry } from './paths';
import { tellUsage } from './usage';

/** `find [PATH…] [EXPRESSION]`: what an expression holds for is printed, or what its actions say. */
export const find: Program = (call) => {
  const args = call.argv.slice(1);
  const first = args.findIndex((arg) => /^-|^[!()]$/.test(arg));
  const paths = first < 0 ? args : args.slice(0, first);
  const walk: Walk = { pruned: false, ended: false };
  try {
    const expression = readExpression(call, first < 0 ? [] : args.slice(first), walk);
    return visitAll(call, paths.length > 0 ? paths : ['.'], expression, walk);
  } catch (problem) {
    if (!(problem instanceof FindProblem)) throw problem;
    call.error(problem.message);
    if (problem.tellsUsage && isBusybox(call)) tellUsage(call);
    return { kind: 'exit', code: 1 };
  }
};

function visitAll(
  call: ProgramCall,
  paths: readonly string[],
  { holds, least, most, deep, atEnd }: Expression,
  walk: Walk,
): ProgramOutcome {
  const look = (place: Place, depth: number): void => {
    walk.pruned = false;
    if (depth >= least && !walk.ended) holds(place);
  };
  const visit = (place: Place, depth: number): void => {
    if (!deep) look(place, depth);
    if (place.entry.kind === 'directory' && depth < most && !walk.pruned)
      for (const name of call.host.files.list(place.path)) {
        const path = join(place.path, name);
        const entry = call.host.files.at(path);
        if (entry && !walk.ended) visit({ path, shown: join(place.shown, name), entry }, depth + 1);
      }
    if (deep) look(place, depth);
  };
  let code = 0;
  for (const path of paths) {
    const entry = linkOrEntry(call, path);
    if (entry) {
      visit({ path: absolute(call, path), shown: path, entry }, 0);
      continue;
    }
    const shown = isBusybox(call) ? path : quoted(call, path);
    complain(call, `${shown}: No such file or directory`);
    code = 1;
  }
  atEnd();
  return { kind: 'exit', code };
}
