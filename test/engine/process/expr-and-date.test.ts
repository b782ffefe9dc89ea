import { expect, it } from 'vitest';
import { session } from '../support/course';

const said = (script: string): string => {
  const { stdout, stderr } = session([`docker run --rm busybox sh -c '${script}'`], {
    images: ['busybox'],
  }).last;
  return stdout + stderr;
};

/* Each was run in a container of busybox under Docker 28.2.2. */
it.each([
  ['expr abc : a; expr abc : b; expr abc : "a\\(.\\)c"', '1\n0\nb\n'],
  ['expr abc : "\\(b\\)"; echo $?', '\n1\n'],
  ['expr substr hello 2 3; expr index hello l; expr match hello h.l', 'ell\n3\n3\n'],
  ['expr 1 = 1; expr 5 / 0', '1\nexpr: division by zero\n'],
  [
    'date -u -d @86399 "+%j %w %U %V %C %h %k %l|%c|%x %X"',
    '001 4 00 01 19 Jan 23 11|Thu Jan  1 23:59:59 1970|01/01/70 23:59:59\n',
  ],
  ['date -u -d 2024-01-02 +%j', '002\n'],
  ['date -u -d "2024-02-29 12:30:15" -R', 'Thu, 29 Feb 2024 12:30:15 +0000\n'],
])('%s', (script, output) => {
  expect(said(script)).toBe(output);
});
