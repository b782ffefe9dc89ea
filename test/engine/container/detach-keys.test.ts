import { expect, it } from 'vitest';
import { areDetachKeys } from '../../../lib/engine/container/detach-keys';

it.each(['', 'a', 'ctrl-p,ctrl-q', 'ctrl-@', 'ctrl-[', 'ctrl-\\', 'DEL', 'x,ctrl-_'])(
  'takes %j',
  (keys) => {
    expect(areDetachKeys(keys)).toBe(true);
  },
);

it.each(['ab', 'ctrl-9', 'ctrl-', 'ctrl-P', 'a,,b', 'del', 'ctrl-p,'])('refuses %j', (keys) => {
  expect(areDetachKeys(keys)).toBe(false);
});
