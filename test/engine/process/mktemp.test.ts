import { expect, test } from 'vitest';
import { session } from '../support/course';
import { inBusybox } from '../support/in-busybox';

/* What Debian's busybox 1.35 and coreutils 9.1 do, standard output before standard error. */
test.each([
  ['cd /tmp; mktemp abcXXXXXX | cut -c1-3', 'abc\n'],
  ['mktemp | wc -c', '16\n'],
  ['mktemp -d /tmp/dXXXXXX | cut -c1-6', '/tmp/d\n'],
  ['TMPDIR=/var mktemp -t zXXXXXX | cut -c1-6', '/var/z\n'],
  ['ls -l $(mktemp) | cut -c1-10; ls -ld $(mktemp -d) | cut -c1-10', '-rw-------\ndrwx------\n'],
  ['a=$(mktemp) b=$(mktemp); [ "$a" != "$b" ] && [ -f "$a" ] && echo two', 'two\n'],
  ['[ -e "$(mktemp -u)" ] || echo none', 'none\n'],
  ['mktemp aXXX', 'mktemp: (null): Invalid argument\n'],
  ['mktemp /nope/aXXXXXX', 'mktemp: (null): No such file or directory\n'],
  ['mktemp -q /nope/aXXXXXX; echo $?', '1\n'],
])("busybox's mktemp: %s", (line, printed) => {
  expect(inBusybox(line)).toBe(printed);
});

test.each([
  ['mktemp fooXXX.txt | cut -c1-3,7-', 'foo.txt\n', ''],
  ['mktemp --suffix=.log barXXX | cut -c1-3,7-', 'bar.log\n', ''],
  ['mktemp | wc -c', '20\n', ''],
  ['mktemp aXX', '', "mktemp: too few X's in template 'aXX'\n"],
  ['mktemp fXXXX/', '', "mktemp: invalid suffix '/', contains directory separator\n"],
  [
    'mktemp /nope/xXXX',
    '',
    "mktemp: failed to create file via template '/nope/xXXX': No such file or directory\n",
  ],
  ['mktemp a b', '', "mktemp: too many templates\nTry 'mktemp --help' for more information.\n"],
])("GNU's mktemp: %s", (line, stdout, stderr) => {
  expect(session([`docker run --rm ubuntu sh -c "${line}"`]).last).toMatchObject({
    stdout,
    stderr,
  });
});
