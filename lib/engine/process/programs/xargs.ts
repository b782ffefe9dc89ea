import type { Program } from '../program';
import { optionsOf } from './options';

const MOST_RUNS = 200;

/** The program's own options end where its command begins. */
function commandAt(args: readonly string[]): number {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-')) return i;
    if (/^-[nILP]$/.test(arg)) i++;
  }
  return args.length;
}

/** `xargs [-0] [-n N] [-I X] [-r] [-t] [COMMAND…]` */
export const xargs: Program = (call) => {
  if (call.stdin === null) return { kind: 'read' };
  const args = call.argv.slice(1);
  const at = commandAt(args);
  const options = optionsOf({ ...call, argv: ['xargs', ...args.slice(0, at)] }, 'nILP');
  const command = at < args.length ? args.slice(at) : ['echo'];
  const mark = options.value('I');
  const words = options.has('0')
    ? call.stdin.split('\0').filter((word) => word !== '')
    : mark === undefined
      ? call.stdin.split(/\s+/).filter((word) => word !== '')
      : call.stdin.split('\n').filter((line) => line !== '');
  if (words.length === 0 && (options.has('r') || mark !== undefined))
    return { kind: 'exit', code: 0 };
  const size =
    mark === undefined ? Number(options.value('n') ?? Math.max(1, words.length)) || 1 : 1;
  let worst = 0;
  for (let i = 0, runs = 0; (i < words.length || i === 0) && runs < MOST_RUNS; i += size, runs++) {
    const some = words.slice(i, i + size);
    const argv =
      mark === undefined
        ? [...command, ...some]
        : command.map((word) => word.replaceAll(mark, some[0] ?? ''));
    if (options.has('t')) call.error(`${argv.join(' ')}\n`);
    const code = call.run(argv, '');
    if (code === 126 || code === 127) return { kind: 'exit', code };
    if (code !== 0) worst = 123;
  }
  return { kind: 'exit', code: worst };
};
