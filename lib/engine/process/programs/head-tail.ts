import type { Program, ProgramCall } from '../program';
import { fail, isBusybox, optionsOf, quoted } from './options';
import { readInputs } from './input';

/** `-5` is `-n 5`, but where it is the value of an option itself. */
function spelled(call: ProgramCall): ProgramCall {
  const argv = call.argv.map((arg, at) =>
    /^-\d+$/.test(arg) && !/^-[a-z]*[nc]$/.test(call.argv[at - 1] ?? '')
      ? `-n${arg.slice(1)}`
      : arg,
  );
  return { ...call, argv };
}

function cut(part: 'head' | 'tail'): Program {
  return (given) => {
    const call = spelled(given);
    const options = optionsOf(call, 'nc', { lines: 'n', bytes: 'c', follow: 'f' });
    const typed = options.value('c') ?? options.value('n') ?? '10';
    if (!/^[-+]?\d+$/.test(typed))
      return fail(
        call,
        isBusybox(call)
          ? `invalid number '${typed}'`
          : `invalid number of ${options.has('c') ? 'bytes' : 'lines'}: ${quoted(call, typed)}`,
      );
    const count = Number(typed.replace(/^[-+]/, ''));
    const input = readInputs(call, options.operands);
    if (input === null) return { kind: 'read' };
    const pick = <T>(all: readonly T[]): readonly T[] => {
      if (part === 'head')
        return typed.startsWith('-')
          ? all.slice(0, Math.max(0, all.length - count))
          : all.slice(0, count);
      return typed.startsWith('+')
        ? all.slice(Math.max(0, count - 1))
        : count === 0
          ? []
          : all.slice(-count);
    };
    input.parts.forEach(({ name, text }, index) => {
      if (options.operands.length > 1 && !options.has('q'))
        call.out(`${index > 0 ? '\n' : ''}==> ${name} <==\n`);
      const chosen = options.has('c')
        ? pick([...text]).join('')
        : pick(text.match(/[^\n]*\n|[^\n]+$/g) ?? []).join('');
      if (chosen !== '') call.out(chosen);
    });
    if (
      part === 'tail' &&
      (options.has('f') || options.has('F')) &&
      (input.parts.length > 0 || options.has('F'))
    )
      return { kind: 'read' };
    return { kind: 'exit', code: input.failed ? 1 : 0 };
  };
}

/** `head [-n N | -c N] [FILE…]` */
export const head = cut('head');

/** `tail [-f] [-n N | -c N] [FILE…]`; with `-f` it waits for more. */
export const tail = cut('tail');
