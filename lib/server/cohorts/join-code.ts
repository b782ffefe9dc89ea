import 'server-only';
import { randomInt } from 'node:crypto';

/** Capital letters and digits that are not mistaken for each other: no I and 1, no O and 0 (the database checks it). */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 8;

/** A fresh join code: one of 32⁸, about 10¹², so that it cannot be found by trying. */
export function makeJoinCode(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/**
 * The code in what somebody typed or pasted: any case, with blanks or hyphens between, or the whole link. Null when it
 * holds none.
 */
export function readJoinCode(typed: string): string | null {
  const last = typed.trim().split('/').at(-1) ?? '';
  const code = last.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-HJ-NP-Z2-9]{8}$/.test(code) ? code : null;
}
