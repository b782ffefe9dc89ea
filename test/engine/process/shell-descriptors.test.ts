import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('descriptors from 3 on, closed outputs, and redirections that end with what they stand around', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', 'exec 3>/tmp/f; echo hi >&3; exec 3>&-; cat /tmp/f', 'hi\n', '', 0],
    ['dash', 'echo hi >&4; echo $?', '2\n', 'sh: 1: 4: Bad file descriptor\n', 0],
    ['ash', '{ echo out; echo err >&2; } 3>&1 1>&2 2>&3', 'err\n', 'out\n', 0],
    [
      'bash',
      'printf "a\\nb\\n" >/tmp/f; exec 3</tmp/f; read a <&3; read b <&3; read c <&3; echo $? $a $b $c',
      '1 a b\n',
      '',
      0,
    ],
    ['dash', 'exec 3>&1; x=$(echo in; echo out >&3); echo "[$x]"', 'out\n[in]\n', '', 0],
    ['ash', 'exec 3>&1; echo a | { echo b >&3; cat; } | tr a-z A-Z', 'b\nA\n', '', 0],
    ['bash', 'exec 3>&1 >/tmp/f; echo in; exec >&3 3>&-; echo out; cat /tmp/f', 'out\nin\n', '', 0],
    ['dash', 'exec 3>/tmp/f; sh -c "echo a >&3"; cat /tmp/f', 'a\n', '', 0],
    ['ash', 'exec 3>&1; echo a >/dev/fd/3', 'a\n', '', 0],
    ['bash', 'exec 3<>/tmp/f; echo a >&3; cat /tmp/f', 'a\n', '', 0],
    [
      'dash',
      '( exec 3>/tmp/f; echo a >&3 ); cat /tmp/f; echo b >&3',
      'a\n',
      'sh: 1: 3: Bad file descriptor\n',
      2,
    ],
    ['ash', 'f() { echo x; }; f >/tmp/f; echo y; cat /tmp/f', 'y\nx\n', '', 0],
    ['bash', '( exec >/tmp/f; echo a ); echo b; cat /tmp/f', 'b\na\n', '', 0],
    [
      'dash',
      'for i in 1 2; do { echo $i; break; } >/tmp/f; done; echo a; cat /tmp/f',
      'a\n1\n',
      '',
      0,
    ],
    [
      'ash',
      'f() { while read x; do return 3; done </etc/passwd; }; f; echo $?; cat /tmp/f',
      '3\n',
      "cat: can't open '/tmp/f': No such file or directory\n",
      1,
    ],
    [
      'bash',
      'printf "a\\nb\\n" | { { read x; } 2>/dev/null; read y; echo $x $y; }',
      'a b\n',
      '',
      0,
    ],
    ['dash', 'printf "a\\nb\\n" | { ( read x ); read y; echo $y; }', 'b\n', '', 0],
    ['ash', '{ exec 3>/tmp/f; } 2>/dev/null; echo a >&3; cat /tmp/f', 'a\n', '', 0],
    ['bash', 'f() { exec >/tmp/f; }; f; echo a; cat /tmp/f >&2', '', 'a\n', 0],
    [
      'dash',
      'for i in 1 2; do for j in a b; do { echo $i$j; continue 2; } 2>/dev/null; done; done; echo z',
      '1a\n2a\nz\n',
      '',
      0,
    ],
    [
      'ash',
      'printf "1\\n2\\n" > /tmp/f; while read x; do echo $x; read y <&3; echo $y; done </tmp/f 3</tmp/f',
      '1\n1\n2\n2\n',
      '',
      0,
    ],
    ['dash', 'exec 4>&9; echo $?', '', 'sh: 1: 9: Bad file descriptor\n', 2],
    ['ash', 'echo hi >&4; echo $?', '1\n', 'sh: line 0: 4: Bad file descriptor\n', 0],
    ['ash', 'exec 4>&9; echo $?', '', 'sh: line 0: 9: Bad file descriptor\n', 1],
    [
      'bash',
      'printf "a\\nb\\n" >/tmp/f; exec 3</tmp/f; read -u 3 a; read -u3 b; echo $a $b',
      'a b\n',
      '',
      0,
    ],
    [
      'bash',
      'read -u 5 x; echo $?',
      '1\n',
      'bash: line 1: read: 5: invalid file descriptor: Bad file descriptor\n',
      0,
    ],
    [
      'bash',
      'echo a >&-; echo $?',
      '1\n',
      'bash: line 1: echo: write error: Bad file descriptor\n',
      0,
    ],
    ['dash', 'echo a >&-; echo $?', '1\n', 'sh: 1: echo: echo: I/O error\n', 0],
  ])('%s: %s', (shell, script, stdout, stderr, exitCode) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, exitCode]);
  });
});
