import { expect, it } from 'vitest';
import { isTicked, tickNone, tickStatement } from '@/components/question/tick-statements';

it('ticks and takes the tick off again', () => {
  const once = tickStatement([], 'a');
  expect(once).toEqual(['a']);
  expect(tickStatement(tickStatement(once, 'b'), 'a')).toEqual(['b']);
});

it('"none of these" and a statement never stand ticked together', () => {
  expect(tickNone(['a', 'b'])).toBe('none');
  expect(tickStatement('none', 'a')).toEqual(['a']);
  expect(tickNone('none')).toEqual([]);
});

it('"none of these" ticks no statement, whatever its id', () => {
  expect(isTicked('none', 'n')).toBe(false);
  expect(isTicked(['a'], 'a')).toBe(true);
});
