import { expect, test } from 'vitest';
import { outputSignature } from '@/lib/quiz/output-signature';

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];

test.each([
  ['generated ids', a, b],
  ['long and short forms of one id', `${a}\n${a.slice(0, 12)}`, `${b}\n${b.slice(0, 12)}`],
  ['times', 'web  Up 5 seconds', 'web  Up About a minute'],
  ['times ago', 'Exited (0) 1 second ago', 'Exited (0) 12 minutes ago'],
  ['timestamps', '2026-01-15T09:00:00.1Z', '2026-01-15T09:00:10Z'],
  ['the width of columns', 'NAMES   STATE\nweb     up', 'NAMES STATE\nweb   up'],
])('%s do not make an answer another one', (_what, left, right) => {
  expect(outputSignature(left)).toBe(outputSignature(right));
});

test.each([
  ['one id twice and two ids', `${a}\n${a}`, `${a}\n${b}`],
  ['other states', 'Up 5 seconds', 'Exited (0) 5 seconds ago'],
  ['other exit codes', 'Exited (0) 5 seconds ago', 'Exited (137) 5 seconds ago'],
  ['other names', 'web', 'api'],
  ['nothing and something', '', 'web'],
  ['a paused one', 'Up 5 seconds', 'Up 5 seconds (Paused)'],
])('%s are different answers', (_what, left, right) => {
  expect(outputSignature(left)).not.toBe(outputSignature(right));
});
