import 'server-only';
import { readFileSync } from 'node:fs';
import { env } from './env';

/**
 * The time now, in milliseconds since 1970, UTC: the only clock of the server. Pure rules are given it.
 *
 * For tests only: DRYDOCK_TEST_CLOCK_FILE names a file that holds a number of milliseconds to add, so
 * that a browser test can come back "tomorrow".
 */
export function now(): number {
  const file = env().DRYDOCK_TEST_CLOCK_FILE;
  return Date.now() + (file === undefined ? 0 : Number(readFileSync(file, 'utf8')));
}
