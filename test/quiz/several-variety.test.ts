import { expect, test } from 'vitest';
import {
  findLengthTells,
  findSetTells,
  readHolding,
  type JudgedLengths,
} from '@/lib/quiz/several-variety';

test.each([
  ['two statements change and the number too', [[0], [0, 1, 2]], []],
  ['the truth of nothing changes', [[0], [0]], ['fixed', 'count']],
  ['only one statement changes', [[0], [0, 1]], ['fixed']],
  ['always one holds, now this, now that', [[0], [1]], ['count']],
  ['one variant says nothing', [[0]], []],
] as const)('%s', (_what, variants, tells) => {
  expect(findSetTells(variants, 3).map(({ kind }) => kind)).toEqual(tells);
});

test('an outcome is read back as the statements that hold', () => {
  expect(readHolding('none')).toEqual([]);
  expect(readHolding('1+3')).toEqual([0, 2]);
});

/** Twenty variants of statements that are so long in English and all alike in Korean. */
function judged(lengths: readonly number[], holds: (i: number) => readonly boolean[]) {
  return Array.from({ length: 20 }, (_, i): JudgedLengths => ({
    holds: holds(i),
    lengths: { ko: lengths.map(() => 12), en: lengths },
  }));
}
const now = (i: number): boolean => i % 2 === 0;

test.each([
  [
    'the longest by far always holds',
    [40, 15, 16],
    (i) => [true, now(i), !now(i)],
    ['longest', true],
  ],
  [
    'the longest by far nearly never holds',
    [40, 15, 16],
    (i) => [i === 7, now(i), true],
    ['longest', false],
  ],
  [
    'the shortest by far always holds',
    [30, 28, 10],
    (i) => [now(i), !now(i), true],
    ['shortest', true],
  ],
  [
    'the two longest by far never hold',
    [40, 39, 15, 16],
    (i) => [false, false, true, now(i)],
    ['longest', false],
  ],
  ['the longest by far holds now and then', [40, 15, 16], (i) => [now(i), !now(i), true], null],
  ['the longest is not so by far', [22, 15, 16], (i) => [true, now(i), !now(i)], null],
  ['the two longest by far differ', [40, 39, 15, 16], (i) => [true, false, true, now(i)], null],
] as const satisfies readonly (readonly [
  string,
  readonly number[],
  (i: number) => readonly boolean[],
  readonly ['longest' | 'shortest', boolean] | null,
])[])('length as a tell: %s', (_what, lengths, holds, tell) => {
  expect(
    findLengthTells(judged(lengths, holds)).map(({ locale, which, holds }) => [
      locale,
      which,
      holds,
    ]),
  ).toEqual(tell === null ? [] : [['en', ...tell]]);
});

test('of no variants no length is a tell', () => {
  expect(findLengthTells([])).toEqual([]);
});
