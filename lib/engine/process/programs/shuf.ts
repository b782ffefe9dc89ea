import { seededRandom, type Random } from '../../../kernel/random';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { allLines, readInputs } from './input';
import { complain, fail, isBusybox, optionsOf, quoted, tryHelp, type Options } from './options';
import { writeText } from './paths';
import { tellUsage } from './usage';

const MOST_LINES = 100_000;

/** What there is to choose from: so many things, and what each of them is. */
interface Choice {
  readonly count: number;
  readonly at: (index: number) => string;
}

/** `shuf [-n COUNT] [-o FILE] [-rz] [FILE | -e WORD… | -i LOW-HIGH]`: lines in an order that the moment and the process give. */
export const shuf: Program = (call) => {
  const options = optionsOf(call, 'nio', {
    'head-count': 'n',
    'input-range': 'i',
    output: 'o',
    repeat: 'r',
    echo: 'e',
    'zero-terminated': 'z',
  });
  const count = options.value('n') ?? String(MOST_LINES);
  if (!/^\d+$/.test(count))
    return fail(
      call,
      isBusybox(call) ? `invalid number '${count}'` : `invalid line count: ${quoted(call, count)}`,
    );
  const choice = choiceOf(call, options);
  if (choice === null) return { kind: 'read' };
  if ('kind' in choice) return choice;
  const most = Math.min(Number(count), MOST_LINES);
  if (options.has('r') && choice.count === 0 && most > 0) return fail(call, 'no lines to repeat');
  const random = seededRandom(`shuf/${call.host.containerId}/${call.host.now}/${call.pid}`);
  const picked = options.has('r')
    ? Array.from({ length: most }, () => random.below(choice.count))
    : sample(random, choice.count, Math.min(most, choice.count));
  const end = options.has('z') ? '\0' : '\n';
  const text = picked.map((index) => choice.at(index) + end).join('');
  const file = options.value('o');
  const reason = file === undefined ? null : writeText(call, file, text);
  if (file === undefined) call.out(text);
  if (reason !== null) complain(call, `${file ?? ''}: ${reason}`);
  return { kind: 'exit', code: reason === null ? 0 : 1 };
};

function choiceOf(call: ProgramCall, options: Options): Choice | ProgramOutcome | null {
  const { operands } = options;
  const range = options.value('i');
  const isOf = isBusybox(call);
  if (
    isOf &&
    (range === undefined ? !options.has('e') && operands.length > 1 : operands.length > 0)
  ) {
    tellUsage(call);
    return { kind: 'exit', code: 1 };
  }
  if (range !== undefined && options.has('e'))
    return fail(call, `cannot combine -e and -i options${tryHelp(call)}`);
  const extra = operands[range === undefined ? 1 : 0];
  if (extra !== undefined && !options.has('e'))
    return fail(call, `extra operand ${quoted(call, extra)}${tryHelp(call)}`);
  if (range !== undefined) {
    const [, low = '', high = ''] = /^(\d{1,15})-(\d{1,15})$/.exec(range) ?? [];
    const size = Number(high) - Number(low) + 1;
    if (low !== '' && (size > 0 || (size === 0 && !isOf)))
      return { count: size, at: (index) => String(Number(low) + index) };
    return fail(
      call,
      isOf ? `bad range '${range}'` : `invalid input range: ${quoted(call, range)}`,
    );
  }
  if (options.has('e')) return { count: operands.length, at: (index) => operands[index] ?? '' };
  const input = readInputs(call, operands, 'plain');
  if (input === null) return null;
  if (input.failed) return { kind: 'exit', code: 1 };
  const lines = allLines(input);
  return { count: lines.length, at: (index) => lines[index] ?? '' };
}

/** Different numbers below `count`, so many, in any order: Fisher and Yates over a list that is written down only where it was changed. */
function sample(random: Random, count: number, many: number): number[] {
  const moved = new Map<number, number>();
  return Array.from({ length: many }, (_, at) => {
    const other = at + random.below(count - at);
    const found = moved.get(other) ?? other;
    moved.set(other, moved.get(at) ?? at);
    return found;
  });
}
