/** A value as 64 bits hold it. */
export function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** A number with a sign before it; null for what is none. */
export function signed(text: string): bigint | null {
  const value = number(text.replace(/^[-+]/, ''));
  return value === null ? null : text.startsWith('-') ? wrap(-value) : value;
}

/** Decimal, `0x` and octal by a leading zero, as in C, and `2#101`; null for `08` and the like. */
export function number(text: string): bigint | null {
  const [base = '', digits] = text.split('#');
  if (digits !== undefined) return inBase(Number(base), digits);
  if (/^0[xX][0-9a-fA-F]+$/.test(text)) return wrap(BigInt(text));
  if (/^0[0-7]+$/.test(text)) return wrap(BigInt(`0o${text.slice(1)}`));
  return /^(?:0|[1-9][0-9]*)$/.test(text) ? wrap(BigInt(text)) : null;
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_';

function inBase(base: number, digits: string): bigint | null {
  if (base < 2 || base > 64) return null;
  let value = 0n;
  for (const digit of base <= 36 ? digits.toLowerCase() : digits) {
    const worth = DIGITS.indexOf(digit);
    if (worth >= base) return null;
    value = wrap(value * BigInt(base) + BigInt(worth));
  }
  return value;
}
