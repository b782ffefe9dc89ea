import { Recent } from '../kernel/recent';

/** The variants of a question show much the same again and again. */
const signatures = new Recent<string>();

const idPattern = /\b(?:sha256:)?[0-9a-f]{64}\b|\b[0-9a-f]{12}\b/g;
const timePatterns: readonly RegExp[] = [
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| ?[+-]\d\d:?\d\d(?: UTC)?)?/g,
  /(?:Less than a|About an?|\d+) (?:second|minute|hour|day|week|month|year)s?/g,
];

/**
 * What an output says when generated ids, times and the width of columns are set aside: two outputs with equal signatures are the same answer.
 * Ids are numbered in order of appearance, so that "the same id twice" and "two ids" stay different; long and short forms of one id count as
 * the same.
 */
export function outputSignature(text: string): string {
  return signatures.get(text, () => signatureOf(text));
}

function signatureOf(text: string): string {
  const numbers = new Map<string, number>();
  const withoutIds = text.replace(idPattern, (id) => {
    const short = id.replace('sha256:', '').slice(0, 12);
    const number = numbers.get(short) ?? numbers.size + 1;
    numbers.set(short, number);
    return `#${number}`;
  });
  return timePatterns
    .reduce((signature, pattern) => signature.replace(pattern, '#time'), withoutIds)
    .replace(/[ \t]+/g, ' ')
    .trim();
}
