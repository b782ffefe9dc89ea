import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('errors', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', 'echo ${x!}', '', 'bash: line 1: ${x!}: bad substitution\n', 1],
    ['dash', 'echo ${x!}', '', 'sh: 1: Bad substitution\n', 2],
    ['ash', 'echo ${x!}', '', 'sh: syntax error: bad substitution\n', 2],
    ['bash', 'echo ${a^^}', '\n', '', 0],
    ['dash', 'echo ${a^^}', '', 'sh: 1: Bad substitution\n', 2],
    ['ash', 'echo ${a^^}', '', 'sh: syntax error: bad substitution\n', 2],
    [
      'bash',
      'echo ${nosuch:?}; echo after',
      '',
      'bash: line 1: nosuch: parameter null or not set\n',
      127,
    ],
    ['dash', 'echo ${nosuch:?}; echo after', '', 'sh: 1: nosuch: parameter not set or null\n', 2],
    ['ash', 'echo ${nosuch:?}; echo after', '', 'sh: nosuch: parameter not set or null\n', 2],
    ['bash', 'echo ${nosuch:?not here}', '', 'bash: line 1: nosuch: not here\n', 127],
    ['dash', 'echo ${nosuch:?not here}', '', 'sh: 1: nosuch: not here\n', 2],
    ['ash', 'echo ${nosuch:?not here}', '', 'sh: nosuch: not here\n', 2],
    ['bash', 'set -u; echo $nope; echo after', '', 'bash: line 1: nope: unbound variable\n', 127],
    ['dash', 'set -u; echo $nope; echo after', '', 'sh: 1: nope: parameter not set\n', 2],
    ['ash', 'set -u; echo $nope; echo after', '', 'sh: nope: parameter not set\n', 2],
    ['bash', 'for 1 in a; do b; done', '', "bash: line 1: `1': not a valid identifier\n", 1],
    ['dash', 'for 1 in a; do b; done', '', 'sh: 1: Syntax error: Bad for loop variable\n', 2],
    ['ash', 'for 1 in a; do b; done', '', 'sh: syntax error: bad for loop variable\n', 2],
    [
      'bash',
      "eval 'if'; echo after $?",
      'after 2\n',
      'bash: eval: line 2: syntax error: unexpected end of file\n',
      0,
    ],
    [
      'dash',
      "eval 'if'; echo after $?",
      '',
      'sh: 1: eval: Syntax error: end of file unexpected (expecting "then")\n',
      2,
    ],
    [
      'ash',
      "eval 'if'; echo after $?",
      '',
      'sh: eval: line 0: syntax error: unexpected end of file (expecting "then")\n',
      2,
    ],
    [
      'bash',
      "eval 'echo \"'; echo after",
      'after\n',
      'bash: eval: line 1: unexpected EOF while looking for matching `"\'\n',
      0,
    ],
    [
      'dash',
      "eval 'echo \"'; echo after",
      '',
      'sh: 1: eval: Syntax error: Unterminated quoted string\n',
      2,
    ],
    [
      'ash',
      "eval 'echo \"'; echo after",
      '',
      'sh: eval: line 0: syntax error: unterminated quoted string\n',
      2,
    ],
    [
      'bash',
      'echo a\nfi',
      'a\n',
      "bash: -c: line 2: syntax error near unexpected token `fi'\nbash: -c: line 2: `fi'\n",
      2,
    ],
    ['dash', 'echo a\nfi', 'a\n', 'sh: 2: Syntax error: "fi" unexpected\n', 2],
    ['ash', 'echo a\nfi', 'a\n', 'sh: syntax error: unexpected "fi"\n', 2],
    [
      'bash',
      'echo a; fi',
      '',
      "bash: -c: line 1: syntax error near unexpected token `fi'\nbash: -c: line 1: `echo a; fi'\n",
      2,
    ],
    ['dash', 'echo a; fi', '', 'sh: 1: Syntax error: "fi" unexpected\n', 2],
    ['ash', 'echo a; fi', '', 'sh: syntax error: unexpected "fi"\n', 2],
    [
      'bash',
      'echo a\nif true; then\necho b',
      'a\n',
      'bash: -c: line 4: syntax error: unexpected end of file\n',
      2,
    ],
    [
      'dash',
      'echo a\nif true; then\necho b',
      'a\n',
      'sh: 3: Syntax error: end of file unexpected (expecting "fi")\n',
      2,
    ],
    [
      'ash',
      'echo a\nif true; then\necho b',
      'a\n',
      'sh: syntax error: unexpected end of file (expecting "fi")\n',
      2,
    ],
    [
      'bash',
      'cd /nosuch\nnosuch',
      '',
      'bash: line 1: cd: /nosuch: No such file or directory\nbash: line 2: nosuch: command not found\n',
      127,
    ],
    [
      'dash',
      'cd /nosuch\nnosuch',
      '',
      "sh: 1: cd: can't cd to /nosuch\nsh: 2: nosuch: not found\n",
      127,
    ],
    [
      'ash',
      'cd /nosuch\nnosuch',
      '',
      "sh: cd: line 0: can't cd to /nosuch: No such file or directory\nsh: nosuch: not found\n",
      127,
    ],
    [
      'bash',
      'cd /nosuch\ncd /nosuch2\nnosuch',
      '',
      'bash: line 1: cd: /nosuch: No such file or directory\nbash: line 2: cd: /nosuch2: No such file or directory\nbash: line 3: nosuch: command not found\n',
      127,
    ],
    [
      'dash',
      'cd /nosuch\ncd /nosuch2\nnosuch',
      '',
      "sh: 1: cd: can't cd to /nosuch\nsh: 2: cd: can't cd to /nosuch2\nsh: 3: nosuch: not found\n",
      127,
    ],
    [
      'ash',
      'cd /nosuch\ncd /nosuch2\nnosuch',
      '',
      "sh: cd: line 0: can't cd to /nosuch: No such file or directory\nsh: cd: line 1: can't cd to /nosuch2: No such file or directory\nsh: nosuch: not found\n",
      127,
    ],
    ['bash', 'f() { nosuch; }; f', '', 'environment: line 1: nosuch: command not found\n', 127],
    ['dash', 'f() { nosuch; }; f', '', 'sh: 1: nosuch: not found\n', 127],
    ['ash', 'f() { nosuch; }; f', '', 'sh: nosuch: not found\n', 127],
    [
      'bash',
      '\nnosuch\nf() {\n nosuch2\n}\n\nf',
      '',
      'bash: line 2: nosuch: command not found\nenvironment: line 4: nosuch2: command not found\n',
      127,
    ],
    [
      'dash',
      '\nnosuch\nf() {\n nosuch2\n}\n\nf',
      '',
      'sh: 2: nosuch: not found\nsh: 4: nosuch2: not found\n',
      127,
    ],
    [
      'ash',
      '\nnosuch\nf() {\n nosuch2\n}\n\nf',
      '',
      'sh: nosuch: not found\nsh: nosuch2: not found\n',
      127,
    ],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});

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

describe('what calls itself', () => {
  it.each<[Shell, string, string, string, number]>([
    [
      'dash',
      'f() { f; }; f; echo after',
      '',
      'sh: 1: Maximum function recursion depth (1000) reached\n',
      2,
    ],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});
