import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('test', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', '[ a == a ]; echo $?', '0\n', '', 0],
    ['dash', '[ a == a ]; echo $?', '2\n', 'sh: 1: [: a: unexpected operator\n', 0],
    ['ash', '[ a == a ]; echo $?', '0\n', '', 0],
    ['bash', '[ a = b = c ]; echo $?', '2\n', 'bash: line 1: [: too many arguments\n', 0],
    ['dash', '[ a = b = c ]; echo $?', '2\n', 'sh: 1: [: b: unexpected operator\n', 0],
    ['ash', '[ a = b = c ]; echo $?', '2\n', 'sh: =: unknown operand\n', 0],
    ['bash', '[ 1 -eq a ]; echo $?', '2\n', 'bash: line 1: [: a: integer expression expected\n', 0],
    ['dash', '[ 1 -eq a ]; echo $?', '2\n', 'sh: 1: [: Illegal number: a\n', 0],
    ['ash', '[ 1 -eq a ]; echo $?', '2\n', 'sh: a: bad number\n', 0],
    ['bash', '[ -f; echo $?', '2\n', "bash: line 1: [: missing `]'\n", 0],
    ['dash', '[ -f; echo $?', '2\n', 'sh: 1: [: missing ]\n', 0],
    ['ash', '[ -f; echo $?', '2\n', 'sh: missing ]\n', 0],
    [
      'bash',
      'test a -foo b; echo $?',
      '2\n',
      'bash: line 1: test: -foo: binary operator expected\n',
      0,
    ],
    ['dash', 'test a -foo b; echo $?', '2\n', 'sh: 1: test: a: unexpected operator\n', 0],
    ['ash', 'test a -foo b; echo $?', '2\n', 'sh: -foo: unknown operand\n', 0],
    ['bash', '[ x y ]; echo $?', '2\n', 'bash: line 1: [: x: unary operator expected\n', 0],
    ['dash', '[ x y ]; echo $?', '2\n', 'sh: 1: [: x: unexpected operator\n', 0],
    ['ash', '[ x y ]; echo $?', '2\n', 'sh: y: unknown operand\n', 0],
    [
      'bash',
      '[ ! -f /x -a 1 -eq 1 ]; echo $?; [ "(" a ")" ]; echo $?; [ "" -o a -a b ]; echo $?; [ ! a ]; echo $?',
      '0\n0\n0\n1\n',
      '',
      0,
    ],
    [
      'dash',
      '[ ! -f /x -a 1 -eq 1 ]; echo $?; [ "(" a ")" ]; echo $?; [ "" -o a -a b ]; echo $?; [ ! a ]; echo $?',
      '0\n0\n0\n1\n',
      '',
      0,
    ],
    [
      'ash',
      '[ ! -f /x -a 1 -eq 1 ]; echo $?; [ "(" a ")" ]; echo $?; [ "" -o a -a b ]; echo $?; [ ! a ]; echo $?',
      '0\n0\n0\n1\n',
      '',
      0,
    ],
    ['bash', '[[ a == b && c == d ]]; echo $?', '1\n', '', 0],
    ['dash', '[[ a == b && c == d ]]; echo $?', '127\n', 'sh: 1: [[: not found\n', 0],
    ['ash', '[[ a == b && c == d ]]; echo $?', '1\n', '', 0],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});

describe('what a signal has ended', () => {
  it.each<[Shell, string, string, string, number]>([
    [
      'bash',
      "sh -c 'kill -9 $$'; echo $?",
      '137\n',
      "bash: line 1: PID Killed                  sh -c 'kill -9 $$'\n",
      0,
    ],
    ['dash', "sh -c 'kill -9 $$'; echo $?", '137\n', 'Killed\n', 0],
    ['ash', "sh -c 'kill -9 $$'; echo $?", '137\n', 'Killed\n', 0],
    ['bash', "sh -c 'kill -TERM $$'; echo $?", '143\n', 'Terminated\n', 0],
    ['dash', "sh -c 'kill -TERM $$'; echo $?", '143\n', 'Terminated\n', 0],
    ['ash', "sh -c 'kill -TERM $$'; echo $?", '143\n', 'Terminated\n', 0],
    [
      'bash',
      "f() { sh -c 'kill -9 $$'; echo $?; }; f",
      '137\n',
      "environment: line 1: PID Killed                  sh -c 'kill -9 $$'\n",
      0,
    ],
    ['dash', "f() { sh -c 'kill -9 $$'; echo $?; }; f", '137\n', 'Killed\n', 0],
    ['ash', "f() { sh -c 'kill -9 $$'; echo $?; }; f", '137\n', 'Killed\n', 0],
    ['bash', "x=$(sh -c 'kill -9 $$'); echo $?", '137\n', '', 0],
    ['dash', "x=$(sh -c 'kill -9 $$'); echo $?", '137\n', 'Killed\n', 0],
    ['ash', "x=$(sh -c 'kill -9 $$'); echo $?", '137\n', 'Killed\n', 0],
    [
      'bash',
      "sh -c 'kill -USR1 $$'; echo $?",
      '138\n',
      "bash: line 1: PID User defined signal 1   sh -c 'kill -USR1 $$'\n",
      0,
    ],
    ['dash', "sh -c 'kill -USR1 $$'; echo $?", '138\n', 'User defined signal 1\n', 0],
    ['ash', "sh -c 'kill -USR1 $$'; echo $?", '138\n', 'User defined signal 1\n', 0],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});
