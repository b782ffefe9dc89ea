import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

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
});
