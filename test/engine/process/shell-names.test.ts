import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('type and command tell what a name stands for', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', 'type -t ls cd if nosuch', 'file\nbuiltin\nkeyword\n', '', 1],
    ['bash', 'f() { :; }; type -t f constructor', 'function\n', '', 1],
    ['bash', 'type -p ls cd', '/usr/bin/ls\n', '', 0],
    ['bash', 'type -P ls cd', '/usr/bin/ls\n', '', 1],
    [
      'bash',
      'type -z ls',
      '',
      'bash: line 1: type: -z: invalid option\ntype: usage: type [-afptP] name [name ...]\n',
      2,
    ],
    [
      'bash',
      'command -V cd ls if',
      'cd is a shell builtin\nls is /usr/bin/ls\nif is a shell keyword\n',
      '',
      0,
    ],
    ['bash', 'command -V nosuch', '', 'bash: line 1: command: nosuch: not found\n', 1],
    ['bash', 'command -v cd ls nosuch', 'cd\n/usr/bin/ls\n', '', 0],
    ['dash', 'type -t cd', '-t: not found\ncd is a shell builtin\n', '', 127],
    ['dash', 'command -V cd ls', 'cd is a shell builtin\n', '', 0],
    ['dash', 'command -v cd ls', 'cd\n', '', 0],
    ['dash', 'command -V nosuch', 'nosuch: not found\n', '', 127],
    ['ash', 'type -t cd if nosuch', 'cd\nif\n', '', 127],
    ['ash', 'command -V nosuch', 'nosuch: not found\n', '', 127],
  ])('%s: %s', (shell, script, stdout, stderr, exitCode) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, exitCode]);
  });
});
