import { expect, test } from 'vitest';
import { findSetTells, readHolding } from '@/lib/quiz/several-variety';

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
