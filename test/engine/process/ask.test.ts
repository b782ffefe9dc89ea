import { expect, test } from 'vitest';
import { session } from '../support/course';
import { inBusybox } from '../support/in-busybox';

const FILES = 'mkdir /w; cd /w; mkdir d; echo x > d/x; echo A > a; echo B > b; ';

/* What Debian's busybox 1.35 and coreutils 9.1 do, standard output before standard error. */
test.each([
  ['echo n | rm -i a; ls', 'a\nb\nd\n', "rm: remove 'a'? "],
  ['echo y | rm -i a; ls', 'b\nd\n', "rm: remove 'a'? "],
  ['rm -i a < /dev/null; ls', 'a\nb\nd\n', "rm: remove 'a'? "],
  ['echo n | rm -if a; ls', 'b\nd\n', ''],
  ['echo n | rm -fi a; ls', 'a\nb\nd\n', "rm: remove 'a'? "],
  ['echo n | cp -i a b; cat b', 'B\n', "cp: overwrite 'b'? "],
  ['echo y | cp -i a b; cat b', 'A\n', "cp: overwrite 'b'? "],
  ['echo n | mv -i a b; ls', 'a\nb\nd\n', "mv: overwrite 'b'? "],
  [
    "printf 'y\\ny\\ny\\n' | rm -ri d; ls",
    'a\nb\n',
    "rm: descend into directory 'd'? rm: remove 'd/x'? rm: remove directory 'd'? ",
  ],
  [
    "printf 'y\\nn\\ny\\n' | rm -ri d; ls",
    'a\nb\nd\n',
    "rm: descend into directory 'd'? rm: remove 'd/x'? rm: remove directory 'd'? rm: can't remove 'd': Directory not empty\n",
  ],
])('busybox asks before it takes something away: %s', (line, stdout, stderr) => {
  expect(inBusybox(FILES + line)).toBe(stdout + stderr);
});

test.each([
  ['echo y | rm -i a; ls', 'b\nd\n', "rm: remove regular file 'a'? "],
  [
    "printf 'y\\nn\\n' | rm -ri d; ls d",
    'x\n',
    "rm: descend into directory 'd'? rm: remove regular file 'd/x'? ",
  ],
  ['rm -r d/x; echo y | rm -ri d; ls', 'a\nb\n', "rm: remove directory 'd'? "],
])("GNU's rm asks: %s", (line, stdout, stderr) => {
  const { last } = session([`docker run --rm ubuntu sh -c "${FILES}${line}"`]);
  expect(last).toMatchObject({ stdout, stderr });
});
