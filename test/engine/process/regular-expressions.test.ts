import { expect, test } from 'vitest';
import { session } from '../support/course';

/** What `grep -o` of GNU 3.8 finds in this line. */
const LINE = String.raw`ab]c^d\d A-1 [x] b c`;

test.each([
  ['[[:alpha:]]*', 'ab c d d A x b c'],
  ['[]x]', '] x ]'],
  ['[a^]', 'a ^'],
  [String.raw`[\d]`, String.raw`d \ d`],
  ['[[:digit:][:upper:]-]', 'A - 1'],
  ['[[.a.]]', 'a'],
  ['[[=b=]c]', 'b c b c'],
  ['[^][:alpha:] ]', String.raw`^ \ - 1 [`],
])('the set %s is read as POSIX has it', (pattern, found) => {
  const { last } = session([
    String.raw`printf '%s\n' '${LINE}' | grep -o -- '${pattern}' | tr '\n' ' '`,
  ]);
  expect(last.stdout.trimEnd()).toBe(found);
});

test('sed and awk read sets as grep does', () => {
  const { last } = session([
    `echo 'a1 b2' | sed 's/[[:digit:]]/X/g' | awk '{ gsub(/[[:space:]]/, "_"); print }'`,
  ]);
  expect(last.stdout).toBe('aX_bX\n');
});

test.each(['[[:foo:]]', '[a', '[[:alpha:'])('%s is no pattern', (pattern) => {
  expect(session([`echo a | grep '${pattern}'`]).last.exitCode).toBe(2);
});
