import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('options of bash', () => {
  it.each<[Shell, string, string, string, number]>([
    [
      'bash',
      'shopt -s nullglob; echo /nosuch*; shopt nullglob; shopt -s nosuch; echo $?',
      '\nnullglob       \ton\n1\n',
      'bash: line 1: shopt: nosuch: invalid shell option name\n',
      0,
    ],
    ['bash', 'cd /tmp /etc; echo $?', '1\n', 'bash: line 1: cd: too many arguments\n', 0],
    [
      'bash',
      'set -o | head -3; set +o | head -2',
      'allexport      \toff\nbraceexpand    \ton\nemacs          \toff\nset +o allexport\nset -o braceexpand\n',
      '',
      0,
    ],
    ['bash', 'shopt -p nullglob; shopt -q nullglob; echo $?', 'shopt -u nullglob\n1\n', '', 0],
    ['bash', 'let', '', 'bash: line 1: let: expression expected\n', 1],
    [
      'bash',
      'builtin nosuch; builtin echo hi; unset -f nosuch; declare -F',
      'hi\n',
      'bash: line 1: builtin: nosuch: not a shell builtin\n',
      0,
    ],
  ])('%s: %j', (shell, script, ...expected) => {
    expect(toldBy(shell, script)).toEqual(expected);
  });
});
