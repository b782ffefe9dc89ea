import type { PartingSide } from '@/lib/quiz/parting/parting';

/** How many steps at the beginning are the same on both sides: the same commands, before anything that was printed differs. */
export function alikeSteps(one: PartingSide, other: PartingSide): number {
  const most = Math.min(one.differs.step, other.differs.step);
  const apart = one.steps
    .slice(0, most)
    .findIndex(({ command }, step) => command !== other.steps[step]?.command);
  return apart === -1 ? most : apart;
}

/** A text in pieces, each as it is in another text or not. Joined they are the text. */
export interface TextPiece {
  readonly text: string;
  readonly differs: boolean;
}

/**
 * Which words of a command are not in another: all between the first that differ and the last that differ. Where the other has only more words than this one, none
 * do.
 */
export function differingWords(command: string, other: string): readonly TextPiece[] {
  return differing(command.match(/\S+|\s+/g) ?? [], other.match(/\S+|\s+/g) ?? []);
}

/**
 * Which part of a printed line is not in another: as of a command, but by names, figures and signs, so that of a long name the part is found that makes the difference. None
 * where the lines have no word in common at either end: then they differ as a whole.
 */
export function differingPart(line: string, other: string): readonly TextPiece[] {
  const parts = /[\p{L}\p{N}.]+|\s+|[^\p{L}\p{N}.\s]/gu;
  const pieces = differing(line.match(parts) ?? [], other.match(parts) ?? []);
  const hasCommon = pieces.some(({ text, differs }) => !differs && /[\p{L}\p{N}]/u.test(text));
  return hasCommon ? pieces : [{ text: line, differs: false }];
}

/** All between the first words that differ and the last, in one piece. */
function differing(words: readonly string[], others: readonly string[]): readonly TextPiece[] {
  const most = Math.min(words.length, others.length);
  const same = (at: number) => words.at(at) === others.at(at);
  let first = 0;
  while (first < most && same(first)) first += 1;
  let after = 0;
  while (after < most - first && same(-1 - after)) after += 1;
  let last = words.length - after - 1;
  if (isBlank(words[first])) first += 1;
  if (isBlank(words[last])) last -= 1;
  if (first > last) return [{ text: words.join(''), differs: false }];
  const pieces = [
    { text: words.slice(0, first).join(''), differs: false },
    { text: words.slice(first, last + 1).join(''), differs: true },
    { text: words.slice(last + 1).join(''), differs: false },
  ];
  return pieces.filter(({ text }) => text !== '');
}

const isBlank = (word: string | undefined): boolean => word?.trim() === '';
