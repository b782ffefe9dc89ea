import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB of memory, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same password typed on another keyboard gives the same bytes (NIST SP 800-63B: normalise with NFKC). */
const bytesOf = (password: string): string => password.normalize('NFKC');

/** The hash to store for a password, in PHC format: parameters and a fresh salt included. */
export function hashPassword(password: string): Promise<string> {
  return hash(bytesOf(password), PARAMETERS);
}

let decoy: Promise<string> | null = null;

/**
 * Is this the password behind `stored`? Without a stored hash (an unknown address, an account of a provider) the
 * same work is done and the answer is false, so that time tells nobody which addresses have an account.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('hex'));
  const right = await verify(stored ?? (await decoy), bytesOf(password));
  return stored !== null && right;
}
