import { seededRandom } from '../../../../kernel/random';
import type { ProgramCall } from '../../program';
import { MOST_LINE } from '../regex';
import type { Expression, Place } from './ast';
import type { AwkMemory } from './memory';
import { bytesOf, fieldOf, numberOf, ofBytes, sprintf, textOf, UNSET, type Value } from './value';

const RECORD: Place = { kind: 'field', index: { kind: 'number', value: 0 } };

/** What the functions of the language need of a program at work. */
interface Machine {
  readonly call: ProgramCall;
  readonly memory: AwkMemory;
  seed: number;
  /** The state of its random numbers. */
  random: number;
  valueOf(expression: Expression): Value;
  assign(place: Place, value: Value): void;
  patternOf(expression: Expression): RegExp;
  close(name: string): number;
}

/** Calls one of the functions of the language; what is missing of its arguments is empty. */
export function callBuiltin(run: Machine, name: string, args: readonly Expression[]): Value {
  const value = (at: number): Value => {
    const arg = args[at];
    return arg === undefined ? UNSET : run.valueOf(arg);
  };
  const text = (at: number): string => textOf(value(at), run.memory.text('CONVFMT'));
  const number = (at: number): number => numberOf(value(at));
  switch (name) {
    case 'length':
      return lengthOf(run, args[0]);
    case 'substr':
      return substr(text(0), number(1), args.length > 2 ? number(2) : Infinity);
    case 'index':
      return bytesOf(text(0)).indexOf(bytesOf(text(1))) + 1;
    case 'split':
      return split(run, args, text(0));
    case 'sub':
    case 'gsub':
      return substitute(run, args, name === 'gsub');
    case 'match':
      return match(run, text(0), args[1]);
    case 'sprintf': {
      const [format = '', ...rest] = args.map((arg) => run.valueOf(arg));
      return sprintf(textOf(format), rest);
    }
    case 'toupper':
      return text(0).replace(/[a-z]+/g, (letters) => letters.toUpperCase());
    case 'tolower':
      return text(0).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    case 'int':
      return Math.trunc(number(0));
    case 'sqrt':
      return run.memory.mathOnly(Math.sqrt(number(0)));
    case 'exp':
      return run.memory.mathOnly(Math.exp(number(0)));
    case 'log':
      return run.memory.mathOnly(Math.log(number(0)));
    case 'sin':
      return run.memory.mathOnly(Math.sin(number(0)));
    case 'cos':
      return run.memory.mathOnly(Math.cos(number(0)));
    case 'atan2':
      return run.memory.mathOnly(Math.atan2(number(0), number(1)));
    case 'rand':
      return (
        Number.parseInt(seededRandom(`awk/${run.seed}/${run.random++}`).hex(12), 16) / 16 ** 12
      );
    case 'srand': {
      const before = run.seed;
      run.seed = args.length === 0 ? Math.floor(run.call.host.now / 1000) : number(0);
      run.random = 0;
      return before;
    }
    case 'system':
      return run.call.run(['sh', '-c', text(0)]);
    case 'systime':
      return Math.floor(run.call.host.now / 1000);
    case 'close':
      return run.close(text(0));
    default:
      return 0;
  }
}

function lengthOf(run: Machine, arg: Expression | undefined): number {
  if (arg === undefined) return bytesOf(textOf(run.valueOf(RECORD))).length;
  if (
    arg.kind === 'name' &&
    run.memory.variable(arg.name) === UNSET &&
    run.memory.array(arg.name).size > 0
  )
    return run.memory.array(arg.name).size;
  return bytesOf(textOf(run.valueOf(arg))).length;
}

/** The characters of places `from` to `from + count - 1`, both rounded; places before the first are not there. */
function substr(text: string, from: number, count: number): string {
  const bytes = bytesOf(text);
  const begin = Math.round(from);
  const end = count === Infinity ? bytes.length + 1 : begin + Math.round(count);
  return ofBytes(bytes.slice(Math.max(0, begin - 1), Math.max(0, end - 1)));
}

function split(run: Machine, [, into, by]: readonly Expression[], text: string): number {
  if (into?.kind !== 'name') return 0;
  const separator =
    by === undefined
      ? run.memory.text('FS')
      : by.kind === 'pattern'
        ? by.source
        : textOf(run.valueOf(by));
  const parts =
    by?.kind === 'pattern' && text !== ''
      ? text.slice(0, MOST_LINE).split(run.memory.pattern(separator))
      : run.memory.cut(text, separator);
  const array = run.memory.array(into.name);
  array.clear();
  parts.forEach((part, at) => array.set(String(at + 1), fieldOf(part)));
  return parts.length;
}

function substitute(run: Machine, [by, into, place]: readonly Expression[], all: boolean): number {
  if (by === undefined || into === undefined) return 0;
  const pattern = run.patternOf(by);
  const replacement = textOf(run.valueOf(into));
  const isPlace = place?.kind === 'name' || place?.kind === 'element' || place?.kind === 'field';
  const target: Place = isPlace ? place : RECORD;
  const text = textOf(run.valueOf(place ?? RECORD)).slice(0, MOST_LINE);
  let count = 0;
  const replaced = text.replace(new RegExp(pattern.source, all ? 'g' : ''), (found) => {
    count++;
    return replacement.replace(/\\\\&|\\&|&/g, (mark) =>
      mark === '&' ? found : mark === '\\&' ? '&' : `\\${found}`,
    );
  });
  if (count > 0 && (isPlace || place === undefined)) run.assign(target, replaced);
  return count;
}

function match(run: Machine, text: string, by: Expression | undefined): number {
  const found = by === undefined ? null : run.patternOf(by).exec(text.slice(0, MOST_LINE));
  const start = found ? bytesOf(text.slice(0, found.index)).length + 1 : 0;
  run.memory.variables.set('RSTART', start);
  run.memory.variables.set('RLENGTH', found ? bytesOf(found[0]).length : -1);
  return start;
}
