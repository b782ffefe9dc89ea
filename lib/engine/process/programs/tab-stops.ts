import { limits } from '../../limits';
import type { Program, ProgramCall } from '../program';
import { allLines, readInputs, type Input } from './input';
import { fail, isBusybox, optionsOf, quoted, type Options } from './options';

const MOST_STOPS = 100;
const WIDEST = 10_000;
/** No more is written than a command may cause. */
const MOST_TEXT = limits.outputCharacters;

/** Where the next tab stop behind a column is; null when there is none. */
type Stops = (column: number) => number | null;

/** The tab stops of `-t 4` or `-t 2,6`; 8 by default. A text: why the list makes no sense. */
function stopsOf(call: ProgramCall, list: string): Stops | string {
  if (isBusybox(call) && /^0+$/.test(list)) return `number ${list} is not in 1..4294967295 range`;
  if (isBusybox(call) && !/^[1-9]\d*$/.test(list)) return `invalid number '${list}'`;
  const words = list
    .split(/[ ,]/)
    .filter((word) => word !== '')
    .slice(0, MOST_STOPS);
  const wrong = /[^\d, ].*/.exec(list)?.[0];
  if (wrong !== undefined) return `tab size contains invalid character(s): ${quoted(call, wrong)}`;
  const columns = words.map(Number);
  if (columns.includes(0)) return 'tab size cannot be 0';
  const wide = words.find((word) => Number(word) > WIDEST);
  if (wide !== undefined) return `tab stop is too large ${quoted(call, wide)}`;
  const [only = 8] = columns;
  if (columns.length < 2) return (column) => column + only - (column % only);
  if (columns.some((column, at) => at > 0 && column <= (columns[at - 1] ?? 0)))
    return 'tab sizes must be ascending';
  return (column) => columns.find((stop) => stop > column) ?? null;
}

/** Both programs: each input's lines, changed. */
function program(
  change: (line: string, stops: Stops, options: Options) => string,
  long: Readonly<Record<string, string>>,
): Program {
  return (call) => {
    const options = optionsOf(call, 't', { ...long, tabs: 't' });
    const stops = stopsOf(call, options.value('t') ?? '8');
    if (typeof stops === 'string') return fail(call, stops);
    const input = readInputs(call, options.operands, 'plain');
    if (input === null) return { kind: 'read' };
    const changed: string[] = [];
    let size = 0;
    for (const line of allLines(input)) {
      if (size > MOST_TEXT) break;
      const text = change(line, stops, options);
      size += text.length;
      changed.push(text);
    }
    call.out(changed.join('\n') + endOf(input));
    return { kind: 'exit', code: input.failed ? 1 : 0 };
  };
}

function endOf({ parts }: Input): string {
  return parts
    .map(({ text }) => text)
    .join('')
    .endsWith('\n')
    ? '\n'
    : '';
}

/** `expand [-i] [-t LIST] [FILE…]`: tabs become spaces; with `-i` only those before anything else. */
export const expand = program(
  (line, stops, { has }) => {
    let out = '';
    let column = 0;
    let isInitial = true;
    for (const letter of line) {
      if (out.length > MOST_TEXT) break;
      if (letter === '\t' && (isInitial || !has('i'))) {
        const next = stops(column) ?? column + 1;
        out += ' '.repeat(next - column);
        column = next;
      } else {
        out += letter;
        column = letter === '\b' ? Math.max(0, column - 1) : column + 1;
        isInitial &&= letter === ' ' || letter === '\t';
      }
    }
    return out;
  },
  { initial: 'i' },
);

/** `unexpand [-a] [-t LIST] [FILE…]`: blanks at the beginning, or with `-a` all of them, become tabs. */
export const unexpand = program(
  (line, stops, { has }) => {
    const isWhole = (has('a') || has('t')) && !has('f');
    let out = '';
    let blanks = '';
    let column = 0;
    let isActive = true;
    /** One blank alone has reached a stop: what follows it decides whether it is a tab. */
    let isBeforeStop = false;
    const kept = (): string =>
      isBeforeStop && blanks.length > 1 ? `\t${blanks.slice(1)}` : blanks;
    for (const letter of line) {
      const next = isActive && (letter === ' ' || letter === '\t') ? stops(column) : null;
      if (next === null) {
        out += kept() + letter;
        [blanks, isBeforeStop] = ['', false];
        column++;
        isActive &&= isWhole;
        continue;
      }
      column = letter === '\t' ? next : column + 1;
      if (letter === '\t' || (column === next && blanks !== '')) {
        out += isBeforeStop ? '\t\t' : '\t';
        [blanks, isBeforeStop] = ['', false];
      } else {
        blanks += ' ';
        isBeforeStop ||= column === next;
      }
    }
    return out + kept();
  },
  { all: 'a', 'first-only': 'f' },
);
