import { unescapeText, withoutHex } from './escapes';

/** Whose `printf` it is: a shell's own, or the program of GNU. */
export type PrintfKind = 'bash' | 'dash' | 'ash' | 'gnu';

/** What `printf` writes, what it complains of, and its status. */
export interface Printed {
  readonly text: string;
  readonly problems: readonly string[];
  readonly status: number;
}

const MOST_WIDTH = 1_000;
const MOST_TEXT = 100_000;
const MOST_DIGITS = 20;
const DIRECTIVE = /%([-0+ #]*)(\d+|\*)?(?:\.(\d+|\*)?)?([hlLjzt]*)([^]?)/g;
const KINDS = /[sdiucxXoeEfFgGbq%]/;
const LARGEST = 9_223_372_036_854_775_807n;

/** The text of a format, which is used again as long as there are arguments (POSIX.1-2017, printf); `quote` is what `%q` does, which dash and ash have not. */
export function printed(
  format: string,
  args: readonly string[],
  kind: PrintfKind,
  quote: (text: string) => string,
): Printed {
  return new Printf(kind, args, quote).whole(format);
}

class Printf {
  private next = 0;
  private status = 0;
  private ended = false;
  private readonly problems: string[] = [];

  constructor(
    private readonly kind: PrintfKind,
    private readonly args: readonly string[],
    private readonly quote: (text: string) => string,
  ) {}

  whole(format: string): Printed {
    let text = '';
    do {
      const before = this.next;
      text += this.once(format);
      if (this.next === before) break;
    } while (!this.ended && this.next < this.args.length && text.length < MOST_TEXT);
    return { text, problems: this.problems, status: this.status };
  }

  private once(format: string): string {
    let text = '';
    let at = 0;
    for (const found of format.matchAll(DIRECTIVE)) {
      text += this.unescaped(format.slice(at, found.index));
      at = found.index + found[0].length;
      const [, flags = '', width = '', precision, , letter = ''] = found;
      if (letter === '%') {
        text += '%';
        continue;
      }
      if (
        !KINDS.test(letter) ||
        (letter === 'q' && (this.kind === 'dash' || this.kind === 'ash'))
      ) {
        this.refuse(format.slice(found.index), letter);
        return text;
      }
      text += this.field(flags, width, found[0].includes('.') ? (precision ?? '0') : null, letter);
    }
    return text + this.unescaped(format.slice(at));
  }

  private unescaped(text: string): string {
    if (!text.includes('\\')) return text;
    const octal = text.replace(/\\([0-7]{1,3})|\\[^]/g, (all, digits?: string) =>
      digits === undefined ? all : String.fromCharCode(Number.parseInt(digits, 8) & 255),
    );
    return this.kind === 'dash' ? withoutHex(octal) : unescapeText(octal);
  }

  private refuse(rest: string, letter: string): void {
    this.ended = true;
    this.status = this.kind === 'dash' ? 2 : 1;
    const missing = letter === '';
    const directive = /^%[^A-Za-z%]*[hlLjzt]*.?/.exec(rest)?.[0] ?? rest;
    const words = {
      bash: missing ? "`%': missing format character" : `\`${letter}': invalid format character`,
      dash: missing ? 'missing format character' : `${directive}: invalid directive`,
      ash: `${rest.replace(/^(%[^A-Za-z]*)[hlLjzt]+/, '$1')}: invalid format`,
      gnu: `${directive}: invalid conversion specification`,
    };
    this.problems.push(words[this.kind]);
  }

  private field(flags: string, width: string, precision: string | null, letter: string): string {
    const wide = width === '*' ? Number(this.integer()) : Number(width || '0');
    const exact = precision === '*' ? Number(this.integer()) : Number(precision ?? '-1');
    const digits = exact < 0 ? null : Math.min(MOST_WIDTH, exact);
    const left = flags.includes('-') || wide < 0;
    const room = Math.min(MOST_WIDTH, Math.abs(wide));
    const value = this.converted(letter, digits, flags);
    if (left) return value.padEnd(room);
    const isNumber = /[diuxXoeEfFgG]/.test(letter);
    if (!flags.includes('0') || !isNumber || (digits !== null && /[diuxXo]/.test(letter)))
      return value.padStart(room);
    const sign = /^[-+ ]?(?:0[xX])?/.exec(value)?.[0] ?? '';
    return sign + value.slice(sign.length).padStart(room - sign.length, '0');
  }

  private converted(letter: string, digits: number | null, flags: string): string {
    switch (letter) {
      case 's':
        return this.cut(this.args[this.next++] ?? '', digits);
      case 'b':
        return this.cut(unescapeText(this.args[this.next++] ?? ''), digits);
      case 'q':
        return this.quote(this.args[this.next++] ?? '');
      case 'c':
        return (this.args[this.next++] ?? '').slice(0, 1) || '\0';
      case 'd':
      case 'i': {
        const value = this.integer();
        const text = (value < 0n ? -value : value).toString().padStart(digits ?? 1, '0');
        return signOf(value < 0n, flags) + text;
      }
      case 'u':
        return BigInt.asUintN(64, this.integer())
          .toString()
          .padStart(digits ?? 1, '0');
      case 'o':
      case 'x':
      case 'X': {
        const value = BigInt.asUintN(64, this.integer());
        const text = value.toString(letter === 'o' ? 8 : 16).padStart(digits ?? 1, '0');
        const mark = !flags.includes('#') || value === 0n ? '' : letter === 'o' ? '0' : '0x';
        return letter === 'X' ? (mark + text).toUpperCase() : mark + text;
      }
      default: {
        const value = this.float();
        const text = floatText(Math.abs(value), letter.toLowerCase(), digits ?? 6);
        const shown = signOf(value < 0 || Object.is(value, -0), flags) + text;
        return letter === letter.toLowerCase() ? shown : shown.toUpperCase();
      }
    }
  }

  private cut(text: string, digits: number | null): string {
    return digits === null ? text : text.slice(0, digits);
  }

  /** A number as C writes it, or `'A` for the character; what is none is told. */
  private integer(): bigint {
    const arg = this.args[this.next++];
    if (arg === undefined && this.kind !== 'ash') return 0n;
    const text = arg ?? '';
    if (/^["']/.test(text)) return BigInt(text.codePointAt(1) ?? 0);
    const found = /^\s*([-+]?)(?:0[xX]([0-9a-fA-F]+)|(\d+))/.exec(text);
    const [all = '', sign, hex, decimal = '0'] = found ?? [];
    const octal = /^0[0-7]*/.exec(decimal)?.[0];
    const used =
      octal !== undefined && octal !== decimal
        ? all.length - decimal.length + octal.length
        : all.length;
    const isWhole = found !== null && used === text.length;
    if (!isWhole) this.complain(text, found !== null);
    if (found === null || (!isWhole && this.kind === 'ash')) return 0n;
    const size = BigInt(
      hex === undefined ? (octal === undefined ? decimal : `0o${octal}`) : `0x${hex}`,
    );
    const value = sign === '-' ? -size : size;
    return size > LARGEST && hex === undefined ? this.outOfRange(text, sign === '-') : value;
  }

  private outOfRange(text: string, negative: boolean): bigint {
    const why = 'Numerical result out of range';
    if (this.kind === 'bash') this.problems.push(`warning: ${text}: ${why}`);
    else if (this.kind === 'dash') this.problems.push(`${text}: ${why}`);
    else if (this.kind === 'ash') this.problems.push(`invalid number '${text}'`);
    if (this.kind !== 'bash') this.status = 1;
    if (this.kind === 'ash') return 0n;
    return negative ? -LARGEST - 1n : LARGEST;
  }

  private float(): number {
    const arg = this.args[this.next++];
    if (arg === undefined) return 0;
    if (/^["']/.test(arg)) return arg.codePointAt(1) ?? 0;
    const found = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(arg)?.[0] ?? '';
    if (found === '' || found.length < arg.length) this.complain(arg, found !== '');
    return found === '' || (found.length < arg.length && this.kind === 'ash') ? 0 : Number(found);
  }

  private complain(text: string, begins: boolean): void {
    // An empty text is 0, but for busybox.
    if (text === '' && this.kind !== 'ash') return;
    this.status = 1;
    const words = {
      bash: `${text}: invalid number`,
      dash: `${text}: ${begins ? 'not completely converted' : 'expected numeric value'}`,
      ash: `invalid number '${text}'`,
      gnu: `'${text}': ${begins ? 'value not completely converted' : 'expected a numeric value'}`,
    };
    this.problems.push(words[this.kind]);
  }
}

function signOf(negative: boolean, flags: string): string {
  return negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

/** A number of 0 or more under `%f`, `%e` and `%g`. */
function floatText(value: number, letter: string, precision: number): string {
  if (letter === 'f') return fixed(value, precision);
  if (letter === 'e') return scientific(value, precision);
  const digits = Math.max(1, precision);
  const power =
    value === 0 ? 0 : Number(value.toExponential(Math.min(MOST_DIGITS, digits - 1)).split('e')[1]);
  const isLong = power < -4 || power >= digits;
  const text = isLong ? scientific(value, digits - 1) : fixed(value, digits - 1 - power);
  return text.replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');
}

function scientific(value: number, precision: number): string {
  const [digits = '', power = '+0'] = value
    .toExponential(Math.min(MOST_DIGITS, precision))
    .split('e');
  return `${digits}e${power.slice(0, 1)}${power.slice(1).padStart(2, '0')}`;
}

/** As toFixed, but what lies right between two goes to the even one, as in C. */
function fixed(value: number, precision: number): string {
  const places = Math.min(MOST_DIGITS, precision);
  const exact = value.toFixed(MOST_DIGITS);
  const end = exact.indexOf('.') + 1 + places;
  const kept = exact.slice(0, places === 0 ? end - 1 : end);
  const isTie = /^50*$/.test(exact.slice(end)) && /[02468]$/.test(kept);
  return isTie ? kept : value.toFixed(places);
}
