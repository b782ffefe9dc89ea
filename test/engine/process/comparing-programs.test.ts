import { describe, expect, it } from 'vitest';
import { session } from '../support/course';
import { inBusybox } from '../support/in-busybox';

const files = [
  String.raw`printf 'a\nb\nc\n' >one`,
  String.raw`printf 'a\nB\nc' >two`,
  'mkdir -p left/sub left/mix right/sub right/alone',
  'cp one left/same; cp one right/same; cp one left/f; cp two right/f',
  'echo 1 >left/sub/z; echo 2 >right/sub/z; echo 3 >left/sub/nn; echo m >right/mix',
];

/** What diff and its kin tell, with the exit code; times of files left out. */
const gnu = (command: string): string => {
  const { stdout, stderr, exitCode } = session([...files, command]).last;
  return `${(stdout + stderr).replaceAll(/\t\d{4}-.*/g, '')}=${exitCode}`;
};
const busybox = (command: string): string =>
  inBusybox(['mkdir w', 'cd w', ...files, `{ ${command}; } 2>&1; echo =$?`].join('; ')).trimEnd();

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
const open = '\\ No newline at end of file';

describe('diff tells what GNU diff 3.8 tells', () => {
  it.each([
    ['diff one two', lines('2,3c2,3', '< b', '< c', '---', '> B', '> c', open) + '=1'],
    [
      'diff -u one two',
      lines('--- one', '+++ two', '@@ -1,3 +1,3 @@', ' a', '-b', '-c', '+B', '+c', open) + '=1',
    ],
    [
      'diff -U0 one two',
      lines('--- one', '+++ two', '@@ -2,2 +2,2 @@', '-b', '-c', '+B', '+c', open) + '=1',
    ],
    ['diff -i one two', lines('3c3', '< c', '---', '> c', open) + '=1'],
    ['diff -ib one two', '=0'],
    ['diff -q one two', 'Files one and two differ\n=1'],
    ['diff -s one left/f', 'Files one and left/f are identical\n=0'],
    ['diff -u -L x -L y one left/f', '=0'],
    ['diff one left', 'diff: left/one: No such file or directory\n=2'],
    ['diff one nope', 'diff: nope: No such file or directory\n=2'],
    ['diff -N one nope', lines('1,3d0', '< a', '< b', '< c') + '=1'],
    [
      'diff one',
      "diff: missing operand after 'one'\ndiff: Try 'diff --help' for more information.\n=2",
    ],
    [
      'diff -rq left right',
      lines(
        'Only in right: alone',
        'Files left/f and right/f differ',
        'File left/mix is a directory while file right/mix is a regular file',
        'Only in left/sub: nn',
        'Files left/sub/z and right/sub/z differ',
      ) + '=1',
    ],
    [
      'diff left right | tail -3',
      lines(
        open,
        'File left/mix is a directory while file right/mix is a regular file',
        'Common subdirectories: left/sub and right/sub',
      ) + '=0',
    ],
    [
      'diff -r left/sub right/sub',
      lines('Only in left/sub: nn', 'diff -r left/sub/z right/sub/z', '1c1') +
        lines('< 1', '---', '> 2') +
        '=1',
    ],
    [
      String.raw`printf 'a\ne\nl\n' >x; printf 'e\nl\na\nc\nc\na\nb\na\nl\n' | diff -U0 x - | tail -n +3`,
      lines('@@ -1 +0,0 @@', '-a', '@@ -2,0 +2,7 @@') +
        lines('+l', '+a', '+c', '+c', '+a', '+b', '+a') +
        '=0',
    ],
  ])('%s', (command, told) => {
    expect(gnu(command)).toBe(told);
  });
});

describe("diff tells what busybox's diff tells", () => {
  it.each([
    [
      'diff one two',
      lines('--- one', '+++ two', '@@ -1,3 +1,3 @@', ' a', '-b', '-c', '+B', '+c', open) + '=1',
    ],
    ['diff -ib one two', '=0'],
    ['diff -s one one', '=0'],
    ['diff one nope', "diff: can't stat 'nope': No such file or directory\n=2"],
    ['diff one left', "diff: can't stat 'left/one': No such file or directory\n=1"],
    ['diff -U x one two', "diff: invalid number 'x'\n=1"],
    [
      'diff -rq left right',
      lines(
        'Files left/f and right/f differ',
        'Only in right: mix',
        'Only in left: sub/nn',
        'Files left/sub/z and right/sub/z differ',
      ) + '=1',
    ],
    [
      'diff -rN left/sub right/sub',
      lines('--- left/sub/nn', '+++ /dev/null', '@@ -1 +0,0 @@', '-3') +
        lines('--- left/sub/z', '+++ right/sub/z', '@@ -1 +1 @@', '-1', '+2') +
        '=1',
    ],
    ['diff -c one two 2>&1 | head -1', "diff: invalid option -- 'c'\n=0"],
  ])('%s', (command, told) => {
    expect(busybox(command)).toBe(told);
  });
});

describe('comm tells what GNU comm 9.1 tells', () => {
  const sorted = [String.raw`printf 'a\nb\nd\n' >x`, String.raw`printf 'b\nc\nd\n' >y`].join('; ');
  it.each([
    ['comm x y', 'a\n\t\tb\n\tc\n\t\td\n=0'],
    ['comm -12 x y', 'b\nd\n=0'],
    ['comm --total x y', 'a\n\t\tb\n\tc\n\t\td\n1\t1\t2\ttotal\n=0'],
    ['comm x', "comm: missing operand after ‘x’\nTry 'comm --help' for more information.\n=1"],
    [
      String.raw`printf 'b\na\n' | comm -23 - x`,
      'a\ncomm: file 1 is not in sorted order\ncomm: input is not in sorted order\n=1',
    ],
  ])('%s', (command, told) => {
    expect(gnu(`${sorted}; ${command}`)).toBe(told);
  });
});
