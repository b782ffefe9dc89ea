import { expect, it } from 'vitest';
import { comesBackWords } from '@/components/practice/comes-back-words';
import { retryDelay } from '@/components/practice/retry-delay';

it.each([
  [
    { kind: 'time', at: 0, inMinutes: 0 },
    { key: 'soon', count: 0, day: null },
  ],
  [
    { kind: 'time', at: 0, inMinutes: 10 },
    { key: 'minutes', count: 10, day: null },
  ],
  [
    { kind: 'time', at: 0, inMinutes: 89 },
    { key: 'minutes', count: 89, day: null },
  ],
  [
    { kind: 'time', at: 0, inMinutes: 200 },
    { key: 'hours', count: 3, day: null },
  ],
  [
    { kind: 'day', day: '2026-11-21', inDays: 0 },
    { key: 'today', count: 0, day: null },
  ],
  [
    { kind: 'day', day: '2026-11-22', inDays: 1 },
    { key: 'tomorrow', count: 1, day: null },
  ],
  [
    { kind: 'day', day: '2026-11-25', inDays: 4 },
    { key: 'days', count: 4, day: '2026-11-25' },
  ],
] as const)('%j is said as %j', (due, words) => {
  expect(comesBackWords(due)).toEqual(words);
});

it('a kept answer is sent again after 2, 4, 8 … and at most 30 seconds', () => {
  expect([1, 2, 3, 4, 5, 50].map(retryDelay)).toEqual([2000, 4000, 8000, 16000, 30000, 30000]);
});
