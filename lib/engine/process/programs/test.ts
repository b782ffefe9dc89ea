import { evaluateTest } from '../test-command';
import type { Program } from '../program';
import { entryOf, linkOrEntry } from './paths';

/** `test EXPRESSION` and `[ EXPRESSION ]` */
export const test: Program = (call) => {
  const args = call.argv.slice(1);
  const bracket = (call.argv[0] ?? '').endsWith('[');
  if (bracket && args.at(-1) !== ']') {
    call.error(`[: missing ]\n`);
    return { kind: 'exit', code: 2 };
  }
  const holds = evaluateTest(bracket ? args.slice(0, -1) : args, (path, link) =>
    (link ? linkOrEntry : entryOf)(call, path),
  );
  if (typeof holds === 'object') {
    call.error(`${bracket ? '[' : 'test'}: ${holds.problem}\n`);
    return { kind: 'exit', code: 2 };
  }
  return { kind: 'exit', code: holds ? 0 : 1 };
};
