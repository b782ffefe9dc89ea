import { expect, test } from 'vitest';
import { foldLines } from '@/components/parting/fold-lines';

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`);
const shown = (count: number, marked: number | null) =>
  foldLines(lines(count), marked).map((line) =>
    line.kind === 'line' ? line.at : `${line.count} more`,
  );

test.each([
  ['nothing', 0, null, []],
  ['two lines without a mark', 2, null, [0, 1]],
  ['three lines without a mark', 3, null, [0, '2 more']],
  ['a mark at the beginning', 9, 0, [0, 1, 2, '6 more']],
  ['a mark in the middle', 12, 5, ['4 more', 4, 5, 6, 7, '4 more']],
  ['a mark at the end', 9, 8, ['7 more', 7, 8]],
  ['a mark past the end', 9, 9, ['8 more', 8]],
  ['a mark on what printed nothing', 0, 0, []],
  ['no fold of a single line', 5, 2, [0, 1, 2, 3, 4]],
] as const)('%s', (_what, count, marked, expected) => {
  expect(shown(count, marked)).toEqual(expected);
});
