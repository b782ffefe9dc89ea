import { describe, expect, it } from 'vitest';
import { session } from '../support/course';
import { inBusybox } from '../support/in-busybox';

const told = (line: string): string => {
  const { stdout, stderr } = session([line]).last;
  return stdout + stderr;
};
const six = String.raw`printf 'a\nb\nHIT\nc\nd\ne\n'`;

describe('programs that a docker pipeline is put together from', () => {
  it.each([
    [`${six} | grep -A1 HIT`, 'HIT\nc\n'],
    [`${six} | grep -B 1 HIT`, 'b\nHIT\n'],
    [`${six} | grep -nC1 HIT`, '2-b\n3:HIT\n4-c\n'],
    [`${six} | grep -A1 -e a -e d`, 'a\nb\n--\nd\ne\n'],
    [`${six} | grep -m1 -A9 '[a-d]'`, 'a\nb\nHIT\nc\nd\ne\n'],
    ['grep -rn learner /etc/passwd | cut -c1-10', '2:learner:\n'],
    [`${six} | tac | head -2`, 'e\nd\n'],
    [`${six} | paste -sd, -`, 'a,b,HIT,c,d,e\n'],
    [`printf 'x 1\nlong 2\n' | column -t`, 'x     1\nlong  2\n'],
    [`printf 'x\ny\n' | nl`, '     1\tx\n     2\ty\n'],
    [String.raw`printf 'a\0b' | tr '\0' -`, 'a-b'],
    [`docker run --rm busybox sh -c 'echo 한글 | wc -m; echo 한글 | cut -c1-3'`, '7\n한\n'],
    ['echo 한글 | wc -m', '3\n'],
    ['docker run --rm busybox ps', 'PID   USER     COMMAND\n    1 root     ps\n'],
  ])('%s', (line, output) => {
    expect(told(line)).toBe(output);
  });

  it.each([
    ['echo hello | od -c', '0000000   h   e   l   l   o  \\n\n0000006\n'],
    ['echo hello | od', '0000000 062550 066154 005157\n0000006\n'],
    ['echo hello | od -An -tx1', ' 68 65 6c 6c 6f 0a\n'],
    ['echo hello | hexdump', `0000000 6568 6c6c 0a6f${' '.repeat(25)}\n0000006\n`],
    [
      'echo hello world, docker | hexdump -C',
      `00000000  68 65 6c 6c 6f 20 77 6f  72 6c 64 2c 20 64 6f 63  |hello world, doc|\n00000010  6b 65 72 0a${' '.repeat(39)}|ker.|\n00000014\n`,
    ],
    ['echo "the quick brown fox" | fold -s -w 10', 'the quick \nbrown fox\n'],
    [String.raw`printf "a\n\nb\n" | nl -b a`, '     1\ta\n     2\t\n     3\tb\n'],
    [String.raw`printf "a\nb\nc\nd\n" | paste - -`, 'a\tb\nc\td\n'],
    [
      String.raw`printf "a\nb\n" >/x; printf "a\nc\n" >/y; cmp /x /y`,
      '/x /y differ: char 3, line 2\n',
    ],
    [String.raw`printf "a\nb\n" >/x; printf "a\n" >/y; cmp /x /y`, 'cmp: EOF on /y\n'],
    [
      'od /nope; tac /nope',
      'od: /nope: No such file or directory\ntac: /nope: No such file or directory\n',
    ],
  ])('busybox: %s', (script, output) => {
    expect(inBusybox(script)).toBe(output);
  });
});
