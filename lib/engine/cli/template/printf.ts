import { formatGeneral } from '../humanize';
import { goQuote, goQuoteCharacter } from './go-quote';
import { formatFloat, formatValue, quoteValue } from './print';
import { concrete, elementsOf, entriesOf, GoValue, isInvalid, STRING, typeName } from './value';

/** Go's fmt.Sprintf, Sprint and Sprintln for the values of a template. */

/** A width or precision larger than this is refused, as in Go. */
const MAX_WIDTH = 1_000_000;
const VERB = /%([-+# 0]*)(\*|[0-9]+)?(?:\.(\*|[0-9]+)?)?(.)?/suy;

interface Directive {
  readonly flags: string;
  readonly width: number | null;
  readonly precision: number | null;
  readonly verb: string;
}

/** Formats as Go does, wrong uses included: `%!d(string=hi)`, `%!s(MISSING)`, `%!(EXTRA int=1)`, `%!(NOVERB)`. */
export function sprintf(format: string, args: readonly GoValue[]): string {
  let output = '';
  let next = 0;
  for (let at = 0; at < format.length;) {
    const percent = format.indexOf('%', at);
    output += format.slice(at, percent < 0 ? undefined : percent);
    if (percent < 0) break;
    VERB.lastIndex = percent;
    const match = VERB.exec(format);
    at = percent + (match?.[0].length ?? 1);
    const [whole = '', flags = '', width, precision, verb] = match ?? [];
    const star = (text: string | undefined): number | null => {
      if (text !== '*') return text === undefined ? null : Math.min(Number(text), MAX_WIDTH);
      const value = args[next++];
      return value === undefined ? null : Number(concrete(value).data);
    };
    const widthValue = star(width);
    const precisionValue = whole.includes('.') && verb !== '.' ? (star(precision) ?? 0) : null;
    if (verb === undefined) output += '%!(NOVERB)';
    else if (verb === '%') output += '%';
    else {
      const value = args[next++];
      const directive = { flags, width: widthValue, precision: precisionValue, verb };
      output +=
        value === undefined
          ? `%!${verb}(MISSING)`
          : pad(formatOne(value, directive), directive, value);
    }
  }
  if (next < args.length) output += `%!(EXTRA ${args.slice(next).map(typeAndValue).join(', ')})`;
  return output;
}

function typeAndValue(value: GoValue): string {
  if (isInvalid(value)) return '<nil>';
  return `${typeName(concrete(value).type)}=${formatValue(value)}`;
}

function pad(text: string, { flags, width, verb }: Directive, value: GoValue): string {
  const missing = (width ?? 0) - [...text].length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  const numeric = ['int', 'uint', 'float'].includes(concrete(value).type.kind);
  if (!flags.includes('0') || (!numeric && verb !== 's' && verb !== 'v')) {
    return ' '.repeat(missing) + text;
  }
  const sign = numeric ? (/^[-+ ]/.exec(text)?.[0] ?? '') : '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

function formatOne(value: GoValue, directive: Directive): string {
  const { verb, flags } = directive;
  const at = concrete(value);
  if (verb === 'T') return isInvalid(at) ? '<nil>' : typeName(at.type);
  if (verb === 'v')
    return flags.includes('#') ? goSyntax(at) : formatValue(at, flags.includes('+'));
  if (isInvalid(at)) return `%!${verb}(<nil>)`;
  switch (at.type.kind) {
    case 'string':
      return formatString(String(at.data), directive) ?? wrongVerb(at, verb);
    case 'bool':
      return verb === 't' ? String(at.data) : wrongVerb(at, verb);
    case 'int':
    case 'uint':
      return formatInteger(Number(at.data), directive) ?? wrongVerb(at, verb);
    case 'float':
      return formatReal(Number(at.data), directive) ?? wrongVerb(at, verb);
    case 'slice':
      if (verb === 'q') return quoteValue(at);
      return `[${elementsOf(at)
        .map((element) => formatOne(element, directive))
        .join(' ')}]`;
    case 'map':
      return `map[${entriesOf(at)
        .map(([key, element]) => [new GoValue(STRING, key), element] as const)
        .map((pair) => pair.map((item) => formatOne(item, directive)).join(':'))
        .join(' ')}]`;
    default:
      return verb === 's' || verb === 'd' ? formatValue(at) : wrongVerb(at, verb);
  }
}

function wrongVerb(value: GoValue, verb: string): string {
  return `%!${verb}(${typeAndValue(value)})`;
}

/** `%#v` for what a template meets: strings quoted, the rest as `%v`. */
function goSyntax(value: GoValue): string {
  if (isInvalid(value)) return '<nil>';
  if (value.type.kind === 'string') return goQuote(String(value.data));
  if (value.type.kind !== 'slice') return formatValue(value);
  const elements = elementsOf(value).map((element) => goSyntax(concrete(element)));
  return `${typeName(value.type)}{${elements.join(', ')}}`;
}

function formatString(text: string, { verb, precision, flags }: Directive): string | null {
  const cut = precision === null ? text : [...text].slice(0, precision).join('');
  switch (verb) {
    case 's':
      return cut;
    case 'q':
      return goQuote(cut);
    case 'x':
    case 'X': {
      const bytes = [...new TextEncoder().encode(cut)].map((byte) =>
        byte.toString(16).padStart(2, '0'),
      );
      const hex = bytes.join(flags.includes(' ') ? ' ' : '');
      return verb === 'X' ? hex.toUpperCase() : hex;
    }
    default:
      return null;
  }
}

function formatInteger(value: number, { verb, flags, precision }: Directive): string | null {
  const bases: Readonly<Record<string, number>> = { d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
  const prefixes: Readonly<Record<string, string>> = { b: '0b', o: '0', O: '0o', x: '0x', X: '0X' };
  const base = Object.hasOwn(bases, verb) ? bases[verb] : undefined;
  if (base !== undefined) {
    const digits = Math.abs(value)
      .toString(base)
      .padStart(precision ?? 0, '0');
    const prefix = flags.includes('#') || verb === 'O' ? (prefixes[verb] ?? '') : '';
    const sign = value < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
    return sign + prefix + (verb === 'X' ? digits.toUpperCase() : digits);
  }
  if (verb === 'c') return value >= 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
  if (verb === 'q') return goQuoteCharacter(value);
  return verb === 'U' ? `U+${value.toString(16).toUpperCase().padStart(4, '0')}` : null;
}

/** As toFixed, but what lies in the middle goes to the even digit, as in Go: 2.25 is 2.2 with one digit. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const exact = value.toFixed(Math.min(100, digits + 40));
  const point = exact.indexOf('.');
  const isMiddle = /^50*$/.test(exact.slice(point + 1 + digits));
  if (point < 0 || !isMiddle || !/[13579]$/.test(text)) return text;
  return exact.slice(0, digits === 0 ? point : point + 1 + digits);
}

function formatReal(value: number, { verb, flags, precision }: Directive): string | null {
  const sign = value >= 0 && flags.includes('+') ? '+' : '';
  switch (verb) {
    case 'f':
    case 'F':
      return sign + fixed(value, Math.min(precision ?? 6, 100));
    case 'e':
    case 'E': {
      const text = value
        .toExponential(Math.min(precision ?? 6, 100))
        .replace(/e([-+])(\d)$/, 'e$10$2');
      return sign + (verb === 'E' ? text.toUpperCase() : text);
    }
    case 'g':
    case 'G':
      return (
        sign +
        (precision === null ? formatFloat(value) : formatGeneral(value, Math.min(precision, 100)))
      );
    default:
      return null;
  }
}

/** Go's Sprint: a space between neighbours that are both no strings. */
export function sprint(args: readonly GoValue[]): string {
  let output = '';
  args.forEach((arg, index) => {
    const before = args[index - 1];
    const spaced = before !== undefined && !isString(before) && !isString(arg);
    output += (spaced ? ' ' : '') + formatValue(arg);
  });
  return output;
}

/** Go's Sprintln: a space between all, a newline behind. */
export function sprintln(args: readonly GoValue[]): string {
  return `${args.map((arg) => formatValue(arg)).join(' ')}\n`;
}

function isString(value: GoValue): boolean {
  return concrete(value).type.kind === 'string';
}
