import type { ProgramCall } from '../program';
import { selfName } from './options';

/** Puts a question; true when the answer begins with y. */
export type Ask = (question: string) => boolean;

/** Asks on standard error and takes a line of what comes in for each answer; where nothing more comes in the answer is no. */
export function asker(call: ProgramCall): Ask {
  const lines = (call.stdin ?? '').split('\n');
  let at = 0;
  return (question) => {
    call.error(`${selfName(call)}: ${question}? `);
    return /^[yY]/.test(lines[at++] ?? '');
  };
}

/** Of two letters that contradict each other the one that was given last. */
export function lastOf(call: ProgramCall, letters: string): string {
  const words = call.argv.slice(1);
  const end = words.indexOf('--');
  const given = (end < 0 ? words : words.slice(0, end)).filter((word) => /^-[^-]/.test(word));
  return [...given.join('')].findLast((letter) => letters.includes(letter)) ?? '';
}
