import { calculate } from './builtin-let';
import type { OpenShell } from './open-shell';

/** What an assignment makes of a value: `declare -i` calculates it, `-u` and `-l` change its letters. */
export function valueUnder(shell: OpenShell, letters: string, value: string): string {
  if (letters.includes('i')) return (calculate(shell, value) ?? 0n).toString();
  if (letters.includes('u')) return value.toUpperCase();
  return letters.includes('l') ? value.toLowerCase() : value;
}
