import { err, ok, type Result } from '../kernel/result';
import type { SourceCitation } from './types';

export const sourceMarks = ['S0', 'S1', 'S2', 'S3', 'S4'] as const;
export type SourceMark = (typeof sourceMarks)[number];

function isMark(text: string): text is SourceMark {
  return (sourceMarks as readonly string[]).includes(text);
}

/**
 * `41-43` or `41` as a range of lines; both numbers count from 1 and the first is not greater than the second.
 * The error is a sentence.
 */
export function parseLines(text: string): Result<{ from: number; to: number }, string> {
  const match = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/.exec(text.trim());
  if (match?.[1] === undefined) return err(`"${text}" is not a range of lines`);
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : Number(match[2]);
  if (to < from) return err(`the range ${text} ends before it begins`);
  return ok({ from, to });
}

/**
 * `S0#41-43` or `S4#54` as a place in a source document. `lineCounts` holds how many lines each document has; a range
 * beyond the end is refused. The error is a sentence.
 */
export function parseCitation(
  text: string,
  lineCounts: Readonly<Partial<Record<SourceMark, number>>>,
): Result<SourceCitation, string> {
  const [mark, lines, ...rest] = text.trim().split('#');
  if (mark === undefined || lines === undefined || rest.length > 0) {
    return err(`"${text}" is not a citation`);
  }
  if (!isMark(mark)) return err(`there is no source document "${mark}"`);
  const count = lineCounts[mark];
  if (count === undefined) return err(`there is no source document "${mark}"`);
  const range = parseLines(lines);
  if (!range.ok) return range;
  if (range.value.to > count) return err(`${mark} has only ${count} lines, not ${range.value.to}`);
  return ok({ source: mark, ...range.value });
}
