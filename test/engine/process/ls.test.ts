import { expect, it } from 'vitest';
import { session } from '../support/course';

const FILES =
  'cd /tmp; printf "b 2\\na 1\\n" > f; mkdir d1 d2; printf "b 2\\na 1\\nzz\\n" > d2/f; echo x > d2/.h; ln -s f sl; cp f x.sh; chmod +x x.sh; touch -d 2024-01-01 e.txt';

/* Recorded from GNU coreutils 9.1; where it steps to a column with tabs, with spaces. */
it.each([
  ['ls -F', 'd1/\nd2/\ne.txt\nf\nsl@\nx.sh*\n'],
  ['ls -p', 'd1/\nd2/\ne.txt\nf\nsl\nx.sh\n'],
  ['ls -Q f sl', '"f"\n"sl"\n'],
  ['ls -m', 'd1, d2, e.txt, f, sl, x.sh\n'],
  ['ls -x', 'd1  d2  e.txt  f  sl  x.sh\n'],
  ['ls -C -w 20', 'd1  e.txt  sl\nd2  f      x.sh\n'],
  ['ls -s f', '4 f\n'],
  ['ls -s', 'total 16\n4 d1\n4 d2\n0 e.txt\n4 f\n0 sl\n4 x.sh\n'],
  ['ls -X', 'd1\nd2\nf\nsl\nx.sh\ne.txt\n'],
  ['ls -r', 'x.sh\nsl\nf\ne.txt\nd2\nd1\n'],
  ['ls -S d2/f f e.txt', 'd2/f\nf\ne.txt\n'],
  ['ls -A d2', '.h\nf\n'],
  ['ls -a d2', '.\n..\n.h\nf\n'],
  ['ls -R', '.:\nd1\nd2\ne.txt\nf\nsl\nx.sh\n\n./d1:\n\n./d2:\nf\n'],
  ['ls -I "d*"', 'e.txt\nf\nsl\nx.sh\n'],
  ['ls --hide="*.txt"', 'd1\nd2\nf\nsl\nx.sh\n'],
  ['ls --group-directories-first', 'd1\nd2\ne.txt\nf\nsl\nx.sh\n'],
  ['ls -l --time-style=+%Y e.txt', '-rw-r--r-- 1 root root 0 2024 e.txt\n'],
  ['ls -l --time-style=long-iso e.txt', '-rw-r--r-- 1 root root 0 2024-01-01 00:00 e.txt\n'],
  ['ls --full-time e.txt', '-rw-r--r-- 1 root root 0 2024-01-01 00:00:00.000000000 +0000 e.txt\n'],
  ['ls -g --time-style=iso e.txt', '-rw-r--r-- 1 root 0 2024-01-01  e.txt\n'],
  ['ls -o --time-style=iso e.txt', '-rw-r--r-- 1 root 0 2024-01-01  e.txt\n'],
  ['ls -n --time-style=iso e.txt', '-rw-r--r-- 1 0 0 0 2024-01-01  e.txt\n'],
  ['ls -lh --time-style=+ f', '-rw-r--r-- 1 root root 8  f\n'],
  ['ls --sort=extension', 'd1\nd2\nf\nsl\nx.sh\ne.txt\n'],
  ['ls --sort=foo 2>&1 | head -n 1', "ls: invalid argument 'foo' for '--sort'\n"],
  ['ls --format=commas', 'd1, d2, e.txt, f, sl, x.sh\n'],
  ['ls --indicator-style=slash', 'd1/\nd2/\ne.txt\nf\nsl\nx.sh\n'],
  ['ls -d d1 f', 'd1\nf\n'],
  ['ls -lL --time-style=+ sl', '-rw-r--r-- 1 root root 8  sl\n'],
  ['date -u -d @0 -Iseconds', '1970-01-01T00:00:00+00:00\n'],
  ['date -u -d @0 --iso-8601=hours', '1970-01-01T00+00:00\n'],
  ['date -u -d @0 --rfc-3339=seconds', '1970-01-01 00:00:00+00:00\n'],
  ['date -u -d @0 --rfc-email', 'Thu, 01 Jan 1970 00:00:00 +0000\n'],
  ['date -u -r e.txt +%F', '2024-01-01\n'],
  ['date -r nope', 'date: nope: No such file or directory\n'],
  ['seq -f %03g 1 2', '001\n002\n'],
  ['seq -f n%g 2', 'n1\nn2\n'],
  ['stat --printf "%n\\t%s\\n" f', 'f	8\n'],
])('%s', (command, printed) => {
  const line = `docker run --rm ubuntu sh -c '${FILES}; (${command}) 2>&1'`;
  expect(session([line]).last.stdout).toBe(printed);
});
