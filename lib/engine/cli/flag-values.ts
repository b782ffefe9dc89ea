import { err, ok, type Result } from '../../kernel/result';
import { own } from '../../kernel/own';
import { goQuote } from './template/go-quote';

/** How Go reads the values of flags: strconv's ParseBool and ParseInt, time's ParseDuration, with their errors. */

const TRUE_WORDS = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const FALSE_WORDS = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

/** Go's ParseBool; null when the text is neither. */
export function parseBoolean(text: string): boolean | null {
  if (TRUE_WORDS.has(text)) return true;
  return FALSE_WORDS.has(text) ? false : null;
}

const INTEGER =
  /^([+-]?)(0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB]_?[01]+(?:_[01]+)*|0[oO]?_?[0-7]+(?:_[0-7]+)*|[1-9][0-9]*(?:_[0-9]+)*|0)$/;

/** Go's ParseInt(text, 0, 64): decimal, `0x`, `0o`, `0b`, a leading 0 for octal, `_` between digits. */
export function parseInteger(text: string): Result<number, string> {
  const match = INTEGER.exec(text);
  const quoted = goQuote(text);
  if (!match) return err(`strconv.ParseInt: parsing ${quoted}: invalid syntax`);
  const digits = (match[2] ?? '0').replaceAll('_', '').toLowerCase();
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const value = match[1] === '-' ? -magnitude : magnitude;
  if (BigInt.asIntN(64, value) !== value) {
    return err(`strconv.ParseInt: parsing ${quoted}: value out of range`);
  }
  return ok(Number(value));
}

const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Go's ParseDuration: `1h30m`, `1.5s`, `300ms`; the result is in milliseconds. */
export function parseDuration(text: string): Result<number, string> {
  const quoted = goQuote(text);
  const sign = text.startsWith('-') ? -1 : 1;
  let rest = text.replace(/^[+-]/, '');
  if (rest === '0') return ok(0);
  if (rest === '') return err(`time: invalid duration ${quoted}`);
  let total = 0;
  while (rest !== '') {
    const number = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)/.exec(rest)?.[0];
    if (number === undefined) return err(`time: invalid duration ${quoted}`);
    rest = rest.slice(number.length);
    const unit = /^[^0-9.]*/.exec(rest)?.[0] ?? '';
    if (unit === '') return err(`time: missing unit in duration ${quoted}`);
    const factor = own(MILLISECONDS, unit);
    if (factor === undefined) {
      return err(`time: unknown unit ${goQuote(unit)} in duration ${quoted}`);
    }
    total += Number(number) * factor;
    rest = rest.slice(unit.length);
  }
  return ok(sign * total);
}
