import { expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    "printf '%d\\n' abc; echo $?; printf '%d %d\\n' 3 4x; echo $?; printf '%f\\n' x; echo $?; printf '%d\\n' 1.5; echo $?; printf '%d\\n' 99999999999999999999; echo $?",
    '0\n1\n3 4\n1\n0.000000\n1\n1\n1\n9223372036854775807\n0\n',
    'bash: line 1: printf: abc: invalid number\nbash: line 1: printf: 4x: invalid number\nbash: line 1: printf: x: invalid number\nbash: line 1: printf: 1.5: invalid number\nbash: line 1: printf: warning: 99999999999999999999: Numerical result out of range\n',
    0,
  ],
  [
    'dash',
    "printf '%d\\n' abc; echo $?; printf '%d %d\\n' 3 4x; echo $?; printf '%f\\n' x; echo $?; printf '%d\\n' 1.5; echo $?; printf '%d\\n' 99999999999999999999; echo $?",
    '0\n1\n3 4\n1\n0.000000\n1\n1\n1\n9223372036854775807\n1\n',
    'sh: 1: printf: abc: expected numeric value\nsh: 1: printf: 4x: not completely converted\nsh: 1: printf: x: expected numeric value\nsh: 1: printf: 1.5: not completely converted\nsh: 1: printf: 99999999999999999999: Numerical result out of range\n',
    0,
  ],
  [
    'ash',
    "printf '%d\\n' abc; echo $?; printf '%d %d\\n' 3 4x; echo $?; printf '%f\\n' x; echo $?; printf '%d\\n' 1.5; echo $?; printf '%d\\n' 99999999999999999999; echo $?",
    '0\n1\n3 0\n1\n0.000000\n1\n0\n1\n0\n1\n',
    "sh: invalid number 'abc'\nsh: invalid number '4x'\nsh: invalid number 'x'\nsh: invalid number '1.5'\nsh: invalid number '99999999999999999999'\n",
    0,
  ],
  [
    'bash',
    "printf -- '-x %s\\n' a; printf '%y\\n' a; echo $?; printf '%*d|%-*s|\\n' 5 42 6 ab; printf '%d\\n' ''; echo $?",
    '-x a\n1\n   42|ab    |\n0\n0\n',
    "bash: line 1: printf: `y': invalid format character\n",
    0,
  ],
  [
    'dash',
    "printf -- '-x %s\\n' a; printf '%y\\n' a; echo $?; printf '%*d|%-*s|\\n' 5 42 6 ab; printf '%d\\n' ''; echo $?",
    '-x a\n2\n   42|ab    |\n0\n0\n',
    'sh: 1: printf: %y: invalid directive\n',
    0,
  ],
  [
    'ash',
    "printf -- '-x %s\\n' a; printf '%y\\n' a; echo $?; printf '%*d|%-*s|\\n' 5 42 6 ab; printf '%d\\n' ''; echo $?",
    '-x a\n1\n   42|ab    |\n0\n1\n',
    "sh: %y\\n: invalid format\nsh: invalid number ''\n",
    0,
  ],
  [
    'bash',
    "printf '%5.3d|%+d|% d|%05d|%-5d|%#x|%u|%x\\n' 7 5 5 -42 3 255 -1 -1; printf '%d %d %d\\n' 0x1f 010 '\"A'",
    '  007|+5| 5|-0042|3    |0xff|18446744073709551615|ffffffffffffffff\n31 8 65\n',
    '',
    0,
  ],
  [
    'dash',
    "printf '%5.3d|%+d|% d|%05d|%-5d|%#x|%u|%x\\n' 7 5 5 -42 3 255 -1 -1; printf '%d %d %d\\n' 0x1f 010 '\"A'",
    '  007|+5| 5|-0042|3    |0xff|18446744073709551615|ffffffffffffffff\n31 8 65\n',
    '',
    0,
  ],
  [
    'ash',
    "printf '%5.3d|%+d|% d|%05d|%-5d|%#x|%u|%x\\n' 7 5 5 -42 3 255 -1 -1; printf '%d %d %d\\n' 0x1f 010 '\"A'",
    '  007|+5| 5|-0042|3    |0xff|18446744073709551615|ffffffffffffffff\n31 8 65\n',
    '',
    0,
  ],
  [
    'bash',
    "printf '%g %g %g %G %E\\n' 0.0001 1234567 100 1e-10 12345.678; printf '%.0f %.0f %.2f %5.1f %e\\n' 0.5 1.5 1.005 2.25 1234.5; printf '%5s%%|\\n' a; printf '%-+5d|\\n' 3",
    '0.0001 1.23457e+06 100 1E-10 1.234568E+04\n0 2 1.00   2.2 1.234500e+03\n    a%|\n+3   |\n',
    '',
    0,
  ],
  [
    'dash',
    "printf '%g %g %g %G %E\\n' 0.0001 1234567 100 1e-10 12345.678; printf '%.0f %.0f %.2f %5.1f %e\\n' 0.5 1.5 1.005 2.25 1234.5; printf '%5s%%|\\n' a; printf '%-+5d|\\n' 3",
    '0.0001 1.23457e+06 100 1E-10 1.234568E+04\n0 2 1.00   2.2 1.234500e+03\n    a%|\n+3   |\n',
    '',
    0,
  ],
  [
    'ash',
    "printf '%g %g %g %G %E\\n' 0.0001 1234567 100 1e-10 12345.678; printf '%.0f %.0f %.2f %5.1f %e\\n' 0.5 1.5 1.005 2.25 1234.5; printf '%5s%%|\\n' a; printf '%-+5d|\\n' 3",
    '0.0001 1.23457e+06 100 1E-10 1.234568E+04\n0 2 1.00   2.2 1.234500e+03\n    a%|\n+3   |\n',
    '',
    0,
  ],
  [
    'bash',
    "printf '\\101\\102\\n%b|' '\\0101' 'x\\ny'; printf 'a%'; echo $?",
    'AB\nA|AB\nx\ny|a1\n',
    "bash: line 1: printf: `%': missing format character\n",
    0,
  ],
  [
    'dash',
    "printf '\\101\\102\\n%b|' '\\0101' 'x\\ny'; printf 'a%'; echo $?",
    'AB\nA|AB\nx\ny|a2\n',
    'sh: 1: printf: missing format character\n',
    0,
  ],
  [
    'ash',
    "printf '\\101\\102\\n%b|' '\\0101' 'x\\ny'; printf 'a%'; echo $?",
    'AB\nA|AB\nx\ny|a1\n',
    'sh: %: invalid format\n',
    0,
  ],
])('printf tells what is no number: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'dash',
    "printf '%q\\n' 'a b'; echo $?; test -v HOME; echo $?; [ -v HOME ]; echo $?",
    '2\n2\n2\n',
    'sh: 1: printf: %q: invalid directive\nsh: 1: test: -v: unexpected operator\nsh: 1: [: -v: unexpected operator\n',
    0,
  ],
  [
    'ash',
    "printf '%q\\n' 'a b'; echo $?; test -v HOME; echo $?; [ -v HOME ]; echo $?",
    '1\n2\n2\n',
    'sh: %q\\n: invalid format\nsh: HOME: unknown operand\nsh: HOME: unknown operand\n',
    0,
  ],
])('printf has no %q, test no -v: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  ['dash', "printf '\\x41\\n'; echo '\\x41'", '\\x41\n\\x41\n', '', 0],
])('printf has no \\x: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'ulimit -Z; echo $?; ulimit -c 0; echo $?',
    '2\n0\n',
    'bash: line 1: ulimit: -Z: invalid option\nulimit: usage: ulimit [-SHabcdefiklmnpqrstuvxPRT] [limit]\n',
    0,
  ],
  [
    'dash',
    'ulimit -Z; echo $?; ulimit -c 0; echo $?',
    '2\n0\n',
    'sh: 1: ulimit: Illegal option -Z\n',
    0,
  ],
  [
    'ash',
    'ulimit -Z; echo $?; ulimit -c 0; echo $?',
    '1\n0\n',
    "ulimit: invalid option -- 'Z'\n",
    0,
  ],
])('a wrong letter of ulimit: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'hash nosuch; echo $?; hash -r; echo $?',
    '1\n0\n',
    'bash: line 1: hash: nosuch: not found\n',
    0,
  ],
  [
    'dash',
    'hash nosuch; echo $?; hash -r; echo $?',
    '1\n0\n',
    'sh: 1: hash: nosuch: not found\n',
    0,
  ],
  [
    'ash',
    'hash nosuch; echo $?; hash -r; echo $?',
    '1\n0\n',
    'sh: hash: line 0: nosuch: not found\n',
    0,
  ],
])('hash looks for a program: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'dash',
    "eval 'echo a\nnosuchcmd\necho b'; f() { nosuchcmd; }; eval f",
    'a\nb\n',
    'sh: 2: eval: nosuchcmd: not found\nsh: 3: eval: nosuchcmd: not found\n',
    127,
  ],
  [
    'ash',
    "eval 'echo a\nnosuchcmd\necho b'; f() { nosuchcmd; }; eval f",
    'a\nb\n',
    'sh: eval: line 1: nosuchcmd: not found\nsh: eval: line 2: nosuchcmd: not found\n',
    127,
  ],
])('eval names itself: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'exec 3<<E\nline one\nline two\nE\nread a <&3; echo "$a"; cat /dev/fd/3',
    'line one\nline two\n',
    '',
    0,
  ],
  [
    'dash',
    'exec 3<<E\nline one\nline two\nE\nread a <&3; echo "$a"; cat /dev/fd/3',
    'line one\nline two\n',
    '',
    0,
  ],
])('a program is given the name of a descriptor: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});
