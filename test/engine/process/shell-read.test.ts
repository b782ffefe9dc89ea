import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('read has the options of each shell, and refuses the others', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', 'echo "a b c" | { read -a x; echo "${x[1]} ${#x[@]}"; }', 'b 3\n', '', 0],
    [
      'bash',
      "IFS=: read -a x <<< 'a::b:'; echo ${#x[@]}; read -a x < /dev/null; echo $? ${#x[@]}",
      '3\n1 0\n',
      '',
      0,
    ],
    ['bash', 'echo abc | { read -n 2 x; echo $x $?; read y; echo $y; }', 'ab 0\nc\n', '', 0],
    ['bash', 'echo abc | { read -N2 x y; echo "$x|$y"; }', 'ab|\n', '', 0],
    ['bash', 'echo a:b | { read -d : x; echo $x $?; }', 'a 0\n', '', 0],
    ['bash', "read -d '' x <<< 'a b'; echo \"[$x]$?\"", '[a b]1\n', '', 0],
    [
      'bash',
      'echo a | { read -t x y; echo $?; }',
      '1\n',
      'bash: line 1: read: x: invalid timeout specification\n',
      0,
    ],
    [
      'bash',
      'echo a | { read 1x; echo $?; }',
      '1\n',
      "bash: line 1: read: `1x': not a valid identifier\n",
      0,
    ],
    [
      'bash',
      "echo a b | { read -rp 'q ' constructor __proto__; echo $constructor $__proto__; }",
      'a b\n',
      '',
      0,
    ],
    ['dash', 'echo a | { read -n 2 x; echo $?; }', '2\n', 'sh: 1: read: Illegal option -n\n', 0],
    ['dash', 'echo a | { read 1x; echo $?; }', '2\n', 'sh: 1: read: 1x: bad variable name\n', 0],
    ['ash', 'echo abc | { read -n 2 x; echo $x $?; }', 'ab 0\n', '', 0],
    ['ash', 'echo a | { read -a x; echo $?; }', '2\n', 'sh: read: line 0: illegal option -a\n', 0],
    ['ash', 'echo a | { read -n x y; echo $?; }', '2\n', 'sh: read: line 0: invalid count\n', 0],
  ])('%s: %s', (shell, script, stdout, stderr, exitCode) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, exitCode]);
  });
});
