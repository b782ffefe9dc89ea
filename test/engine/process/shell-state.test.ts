import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('bash tells the statuses of a pipeline, its version, and whether a variable is set', () => {
  it.each<[Shell, string, string, string, number]>([
    [
      'bash',
      'true | false | true; echo ${PIPESTATUS[@]} ${PIPESTATUS[1]} $PIPESTATUS',
      '0 1 0 1 0\n',
      '',
      0,
    ],
    ['bash', 'false; echo ${PIPESTATUS[@]}', '1\n', '', 0],
    ['bash', 'false | true; echo $? ${PIPESTATUS[0]}', '0 1\n', '', 0],
    [
      'bash',
      'false | true; if [ ${PIPESTATUS[0]} -ne 0 ]; then echo failed; fi',
      'failed\n',
      '',
      0,
    ],
    ['bash', 'echo ${BASH_VERSION%%.*} ${BASH_VERSINFO[0]}', '5 5\n', '', 0],
    [
      'bash',
      '[ -v HOME ]; echo $?; [ -v nosuch ]; echo $?; x=1; test -v x && echo y; [[ -v x ]] && echo z; [[ -v q ]] || echo n',
      '0\n1\ny\nz\nn\n',
      '',
      0,
    ],
    ['bash', 'test -v; echo $?', '0\n', '', 0],
    [
      'bash',
      'umask; umask -S; umask 077; umask; umask -S; umask -p; touch /tmp/f; ls -l /tmp/f | cut -c1-10; echo a >/tmp/g; ls -l /tmp/g | cut -c1-10',
      '0022\nu=rwx,g=rx,o=rx\n0077\nu=rwx,g=,o=\numask 0077\n-rw-------\n-rw-------\n',
      '',
      0,
    ],
    ['bash', 'command -p -v cd', 'cd\n', '', 0],
    ['bash', 'command -pv cd', 'cd\n', '', 0],
  ])('%s: %s', (shell, script, stdout, stderr, exitCode) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, exitCode]);
  });
});

describe('bash quotes a text so that it reads it back', () => {
  it.each<[Shell, string, string, string, number]>([
    [
      'bash',
      'x=\'a b\'; echo ${x@Q}; y="it\'s"; echo ${y@Q} "${y@Q}"',
      "'a b'\n'it'\\''s' 'it'\\''s'\n",
      '',
      0,
    ],
    [
      'bash',
      'x=abc; echo ${x@U} ${x@u}; y=ABC; echo ${y@L}; a=(x "y z"); echo ${a[@]@Q}',
      "ABC Abc\nabc\n'x' 'y z'\n",
      '',
      0,
    ],
    ['bash', 'echo "[${nosuch@Q}]"', '[]\n', '', 0],
    [
      'bash',
      "printf '%q ' 'a b' \"it's\" '' plain 'a$b' '*' 'x=~y' '~' 'a,b' '#c' 'd#'; echo",
      "a\\ b it\\'s '' plain a\\$b \\* x=\\~y \\~ a\\,b \\#c d# \n",
      '',
      0,
    ],
    ['bash', "printf '%q\\n' $'a\\nb'", "$'a\\nb'\n", '', 0],
  ])('%s: %s', (shell, script, stdout, stderr, exitCode) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, exitCode]);
  });
});

describe('a umask holds for the files of the shell and of its programs', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', 'umask 027; umask', '0027\n', '', 0],
    [
      'bash',
      'umask 999; echo $?',
      '1\n',
      'bash: line 1: umask: 999: octal number out of range\n',
      0,
    ],
    ['bash', 'umask u=rwx,g=rx,o=; umask', '0027\n', '', 0],
    [
      'bash',
      'umask 0002; rm -rf /tmp/qd; mkdir /tmp/qd; ls -ld /tmp/qd | cut -c1-10',
      'drwxrwxr-x\n',
      '',
      0,
    ],
    ['bash', '(umask 077; umask); umask', '0077\n0022\n', '', 0],
    ['bash', 'umask g-w,o-rwx; umask', '0027\n', '', 0],
    [
      'bash',
      'umask q; echo $?',
      '1\n',
      "bash: line 1: umask: `q': invalid symbolic mode operator\n",
      0,
    ],
    ['bash', 'umask 077; sh -c umask', '0077\n', '', 0],
    [
      'dash',
      'umask 077; umask; touch /tmp/f; ls -l /tmp/f | cut -c1-10',
      '0077\n-rw-------\n',
      '',
      0,
    ],
    [
      'ash',
      'umask 027; umask; echo a > /tmp/g; ls -l /tmp/g | cut -c1-10',
      '0027\n-rw-r-----\n',
      '',
      0,
    ],
  ])('%s: %s', (shell, script, stdout, stderr, exitCode) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, exitCode]);
  });
});
