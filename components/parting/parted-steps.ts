import type { PartingSide } from '@/lib/quiz/parting/parting';

/** How many steps at the beginning are the same on both sides: the same commands, before anything that was printed differs. */
export function alikeSteps(one: PartingSide, other: PartingSide): number {
  const most = Math.min(one.differs.step, other.differs.step);
  const apart = one.steps
    .slice(0, most)
    .findIndex(({ command }, step) => command !== other.steps[step]?.command);
  return apart === -1 ? most : apart;
}

/** A command in pieces, each as it is in another command or not. Joined they are the command. */
export interface CommandPiece {
  readonly text: string;
  readonly differs: boolean;
}

/**
 * Which words of a command are not in another: all between the first that differ and the last that differ. Where the other has only more words than this one, none
 * do.
 */
export function differingWords(command: string, other: string): readonly CommandPiece[] {
  const words = wordsOf(command);
  const others = wordsOf(other);
  const most = Math.min(words.length, others.length);
  const same = (at: number) => words.at(at) === others.at(at);
  let first = 0;
  while (first < most && same(first)) first += 1;
  let after = 0;
  while (after < most - first && same(-1 - after)) after += 1;
  let last = words.length - after - 1;
  if (isBlank(words[first])) first += 1;
  if (isBlank(words[last])) last -= 1;
  if (first > last) return [{ text: command, differs: false }];
  const pieces = [
    { text: words.slice(0, first).join(''), differs: false },
    { text: words.slice(first, last + 1).join(''), differs: true },
    { text: words.slice(last + 1).join(''), differs: false },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** Words, and what is blank between them as words of their own. */
function wordsOf(command: string): readonly string[] {
  return command.match(/\S+|\s+/g) ?? [];
}

const isBlank = (word: string | undefined): boolean => word?.trim() === '';
