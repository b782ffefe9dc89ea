import { expect, it } from 'vitest';
import { session } from '../support/course';

it.each([
  [['a=(x y)', 'echo ${a[1]}'], 'y\n'],
  [["alias ll='echo hi'", 'll there'], 'hi there\n'],
  [['set -o pipefail', 'false | true; echo $?'], '1\n'],
])('the learner’s shell keeps from one line to the next: %j', (lines, stdout) => {
  expect(session(lines, { images: [] }).last.stdout).toBe(stdout);
});
