import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 32;

/** 32 letters and digits that nobody can guess (190 bits). */
export function randomKey(): string {
  let key = '';
  while (key.length < LENGTH)
    for (const byte of randomBytes(LENGTH))
      // Bytes from 248 on would make the first letters likelier than the others.
      if (byte < 248 && key.length < LENGTH) key += LETTERS.charAt(byte % LETTERS.length);
  return key;
}

/** What is stored of a key that only its owner has. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}
