import type { Program } from '../program';
import { fail, isBusybox, optionsOf, quoted } from './options';
import { printed } from './printf-text';
import { missingOperand } from './usage';

const MOST_NUMBERS = 100_000;

/** `seq [-w] [-s BETWEEN] [-f FORMAT] [FIRST [STEP]] LAST` */
export const seq: Program = (call) => {
  const args = call.argv.slice(1);
  const options = args.some((arg) => /^-[swf]/.test(arg)) ? optionsOf(call, 'sf') : null;
  const operands = options ? options.operands : args;
  const wrong = operands.find((word) => Number.isNaN(Number(word)) || word === '');
  if (operands.length === 0) return missingOperand(call);
  if (wrong !== undefined)
    return fail(
      call,
      isBusybox(call)
        ? `invalid number '${wrong}'`
        : `invalid floating point argument: ${quoted(call, wrong)}\nTry 'seq --help' for more information.`,
    );
  const numbers = operands.map(Number);
  const first = numbers.length > 1 ? (numbers[0] ?? 1) : 1;
  const step = numbers.length > 2 ? (numbers[1] ?? 1) : 1;
  const last = numbers.at(-1) ?? 1;
  const decimals = Math.max(...operands.map((word) => /\.(\d*)/.exec(word)?.[1]?.length ?? 0));
  const found: string[] = [];
  for (
    let n = first;
    step !== 0 && (step > 0 ? n <= last : n >= last) && found.length < MOST_NUMBERS;
    n += step
  )
    found.push(n.toFixed(decimals));
  const width = options?.has('w') ? Math.max(...found.map((n) => n.length)) : 0;
  const format = options?.value('f');
  const shown = found.map((n) =>
    format === undefined
      ? n.padStart(width, '0')
      : printed(format, [n], 'gnu', (text) => text).text,
  );
  if (shown.length > 0) call.out(`${shown.join(options?.value('s') ?? '\n')}\n`);
  return { kind: 'exit', code: 0 };
};
