import { expect, it } from 'vitest';
import { session } from '../support/course';

const inBox = (script: string) =>
  session([`docker run --rm busybox sh -c '${script}'`], { images: ['busybox'] }).last.stdout;

it.each([
  ['basename /a/b.c', 'b.c\n'],
  ['basename /a/b.c .c', 'b\n'],
  ['basename .c .c', '.c\n'],
  ['basename -a /x/a /y/b', 'a\nb\n'],
  ['basename -s .c /a/b.c /d.c', 'b\nd\n'],
  ['echo /x/a | xargs basename -a', 'a\n'],
  ['dirname /a/b.c', '/a\n'],
])('%s', (script, stdout) => {
  expect(inBox(script)).toBe(stdout);
});
