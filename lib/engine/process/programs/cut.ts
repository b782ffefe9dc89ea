import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { bytesOf, ofBytes } from './awk/value';
import { allLines, readInputs } from './input';
import { fail, isBusybox, optionsOf, tryHelp, type Options } from './options';

/** Positions from 0 to before `end`. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** `cut [-s] [-d CHAR] -f LIST`, `cut -c LIST` and `cut -b LIST`, with `--complement` and `--output-delimiter`; a letter is a byte (coreutils cut.c). */
export const cut: Program = (call) => {
  const options = optionsOf(call, 'dfcbo', { complement: '!', 'output-delimiter': 'o' });
  const lists = ['f', 'c', 'b'].flatMap((letter) => options.values(letter));
  const [list] = lists;
  const byFields = options.has('f');
  const wrong = misused(call, options, lists.length);
  if (wrong !== null || list === undefined) return wrong ?? { kind: 'exit', code: 1 };
  const ranges = rangesOf(list, byFields);
  if (typeof ranges === 'string')
    return fail(call, isBusybox(call) ? `invalid number '${list}'` : ranges + tryHelp(call));
  const chosen = options.has('!') ? complementOf(ranges) : ranges;
  const delimiter = options.value('d') ?? '\t';
  const between = options.value('o') ?? (byFields ? delimiter : '');
  const input = readInputs(call, options.operands);
  if (input === null) return { kind: 'read' };
  for (const line of allLines(input)) {
    if (!byFields) {
      const bytes = bytesOf(line);
      const pieces = chosen.map(({ start, end }) => bytes.slice(start, end));
      call.out(`${ofBytes(pieces.filter((piece) => piece !== '').join(between))}\n`);
      continue;
    }
    const fields = line.split(delimiter);
    if (fields.length === 1) {
      if (!options.has('s')) call.out(`${line}\n`);
      continue;
    }
    const picked = chosen.flatMap(({ start, end }) => fields.slice(start, end));
    call.out(`${picked.join(between)}\n`);
  }
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};

/** What is wrong with how it was called, or null. */
function misused(call: ProgramCall, options: Options, lists: number): ProgramOutcome | null {
  const busybox = isBusybox(call);
  const refuse = (gnu: string, its = gnu): ProgramOutcome =>
    fail(call, busybox ? its : gnu + tryHelp(call));
  if (lists === 0)
    return refuse(
      'you must specify a list of bytes, characters, or fields',
      'expected a list of bytes, characters, or fields',
    );
  if (lists > 1 && !busybox) return refuse('only one list may be specified');
  if (!options.has('f') && options.has('d'))
    return refuse(
      'an input delimiter may be specified only when operating on fields',
      'a delimiter may be specified only when operating on fields',
    );
  if (!options.has('f') && options.has('s'))
    return refuse(
      'suppressing non-delimited lines makes sense\n\tonly when operating on fields',
      'suppressing non-delimited lines makes sense only when operating on fields',
    );
  return !busybox && (options.value('d')?.length ?? 1) > 1
    ? refuse('the delimiter must be a single character')
    : null;
}

/** The ranges of `1,3-5,7-` in their order, those that overlap as one; a text is what is wrong with the list. */
function rangesOf(list: string, byFields: boolean): readonly Range[] | string {
  const ranges: Range[] = [];
  for (const part of list.split(/[, \t]/)) {
    if (part === '-') return 'invalid range with no endpoint: -';
    const [whole, from = '', dash = '', to = ''] = /^(\d*)(-?)(\d*)$/.exec(part) ?? [];
    if (whole === undefined) {
      const stray = /[^\d-].*$/s.exec(part)?.[0];
      if (stray === undefined)
        return byFields ? 'invalid field range' : 'invalid byte or character range';
      return `invalid ${byFields ? 'field value' : 'byte/character position'} '${stray}'`;
    }
    const start = from === '' && dash !== '' ? 1 : Number(from);
    if (start === 0)
      return `${byFields ? 'fields' : 'byte/character positions'} are numbered from 1`;
    const end = dash === '' ? start : to === '' ? Infinity : Number(to);
    if (end < start) return 'invalid decreasing range';
    ranges.push({ start: start - 1, end });
  }
  ranges.sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}

function complementOf(ranges: readonly Range[]): readonly Range[] {
  const left: Range[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) left.push({ start: at, end: start });
    at = end;
  }
  return at === Infinity ? left : [...left, { start: at, end: Infinity }];
}
