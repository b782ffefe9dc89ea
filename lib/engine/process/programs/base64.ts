import type { Program } from '../program';
import { fail, optionsOf } from './options';
import { readInputs } from './input';

const LINE = 76;

function encoded(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function decoded(text: string): string | null {
  const clean = text.replace(/\s/g, '');
  if (clean.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(clean)) return null;
  return new TextDecoder().decode(Uint8Array.from(atob(clean), (digit) => digit.charCodeAt(0)));
}

/** `base64 [-d] [-w COLUMNS] [FILE]`: lines of 76 digits. */
export const base64: Program = (call) => {
  const options = optionsOf(call, 'w', { decode: 'd', wrap: 'w' });
  const input = readInputs(call, options.operands);
  if (input === null) return { kind: 'read' };
  if (input.failed) return { kind: 'exit', code: 1 };
  const text = input.parts.map((part) => part.text).join('');
  if (options.has('d')) {
    const plain = decoded(text);
    if (plain === null) return fail(call, 'truncated input');
    call.out(plain);
    return { kind: 'exit', code: 0 };
  }
  const digits = encoded(text);
  const width = Number(options.value('w') ?? LINE) || Math.max(digits.length, 1);
  for (let at = 0; at < digits.length; at += width) call.out(`${digits.slice(at, at + width)}\n`);
  return { kind: 'exit', code: 0 };
};
