import { describe, expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

describe('set -e ends a shell within functions and behind subshells, unless a status is looked at', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', 'set -e; f() { false; echo in; }; f; echo out', '', '', 1],
    ['dash', 'set -e; f() { false; echo in; }; f || echo no; echo out', 'in\nout\n', '', 0],
    [
      'ash',
      'set -e; f() { false; echo in; }; if f; then echo y; fi; echo out',
      'in\ny\nout\n',
      '',
      0,
    ],
    [
      'bash',
      'set -e; g() { false; echo g; }; f() { g; echo f; }; f && echo z; echo out',
      'g\nf\nz\nout\n',
      '',
      0,
    ],
    ['dash', 'set -e; f() { return 2; }; f; echo out', '', '', 2],
    ['ash', 'set -e; f() { [ a = b ] && echo x; }; f; echo out', '', '', 1],
    ['bash', 'set -e; f() { echo a | grep q; echo b; }; f; echo out', '', '', 1],
    ['dash', 'set -e; x=$(false; echo a); echo $x', '', '', 1],
    ['ash', 'set -e; f() { local x=$(false); echo l; }; f', 'l\n', '', 0],
    ['bash', 'set -e; f() { false; }; ! f; echo out', 'out\n', '', 0],
    ['dash', 'set -e; f() { false; }; while f; do :; done; echo out', 'out\n', '', 0],
    ['ash', 'set -e; (exit 3) || echo r $?; (exit 4); echo no', 'r 3\n', '', 4],
    ['bash', 'set -e; { false; echo a; } || echo b', 'a\n', '', 0],
    ['dash', 'set -e; eval false; echo n', '', '', 1],
    ['ash', 'set -e; false | true; echo y; true | false; echo n', 'y\n', '', 1],
    ['bash', 'set -e; f() { if false; then :; fi; echo ok; }; f', 'ok\n', '', 0],
    [
      'dash',
      'set -e; f() { for i in 1 2; do false || continue; done; echo ok; }; f; echo out',
      'ok\nout\n',
      '',
      0,
    ],
    ['ash', 'f() { false; }; f; echo $?', '1\n', '', 0],
    ['bash', 'set -eu; f() { test -f /nosuch; }; f && echo y; echo out', 'out\n', '', 0],
    ['ash', 'set -o errexit; f() { false; echo a; }; f', '', '', 1],
    ['bash', 'f() { echo $?; }; false; f', '1\n', '', 0],
  ])('%s: %s', (shell, script, stdout, stderr, exitCode) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, exitCode]);
  });
});

describe('a trap at the end of a shell has its functions and the status', () => {
  it.each<[Shell, string, string, string, number]>([
    ['dash', "trap 'echo bye' EXIT; (echo sub); echo a", 'sub\na\nbye\n', '', 0],
    ['ash', "trap 'rm -f /tmp/f; echo gone' EXIT; f() { exit 3; }; f; echo a", 'gone\n', '', 3],
    ['bash', "x=1; trap 'echo $x' EXIT; x=2", '2\n', '', 0],
    [
      'dash',
      'cleanup() { c=$?; echo bye $c; exit $c; }; trap cleanup EXIT INT; false',
      'bye 1\n',
      '',
      1,
    ],
    ['bash', "trap 'false' EXIT; exit 3", '', '', 3],
    ['dash', "trap 'echo $?; exit 5' EXIT; exit 3", '3\n', '', 5],
    ['ash', "trap 'exit' EXIT; exit 3", '', '', 3],
    ['dash', "set -e; trap 'echo E $?' EXIT; false", 'E 1\n', '', 1],
    ['ash', "trap 'echo a #c' EXIT", 'a\n', '', 0],
    ['bash', "trap '' EXIT; exit 4", '', '', 4],
  ])('%s: %s', (shell, script, stdout, stderr, exitCode) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, exitCode]);
  });
});

describe('trap ERR, -p and -l of bash', () => {
  it.each<[Shell, string, string, string, number]>([
    ['bash', "trap 'echo err' ERR; false; echo a", 'err\na\n', '', 0],
    ['bash', "trap 'echo err $?' ERR; set -e; false; echo a", 'err 1\n', '', 1],
    [
      'bash',
      "trap 'echo err' ERR; false || true; if false; then :; fi; ! true; echo a",
      'a\n',
      '',
      0,
    ],
    [
      'bash',
      "trap 'echo err' ERR; f() { false; echo in; return 3; }; f; echo out",
      'in\nerr\nout\n',
      '',
      0,
    ],
    ['bash', "trap 'echo err' ERR; f() { false; }; f || echo no", 'no\n', '', 0],
    ['bash', 'trap \'echo "line $LINENO"\' ERR\ntrue\nfalse\necho a', 'line 3\na\n', '', 0],
    [
      'bash',
      "set -E; trap 'echo err' ERR; f() { false; echo in; }; f; echo out",
      'err\nin\nout\n',
      '',
      0,
    ],
    ['bash', "trap 'echo err' ERR; trap - ERR; false; echo a", 'a\n', '', 0],
    ['bash', "trap 'echo err' ERR; trap -p", "trap -- 'echo err' ERR\n", '', 0],
    ['bash', "n=0; trap 'n=$((n+1))' ERR; false; false; echo $n", '2\n', '', 0],
    ['bash', "trap 'echo E' ERR; (false); echo a", 'E\na\n', '', 0],
    ['bash', "trap 'echo E' ERR; true | false; echo a", 'E\na\n', '', 0],
    ['bash', "trap 'echo E' ERR; x=$(false); echo a", 'E\na\n', '', 0],
    [
      'bash',
      "set -e; trap 'echo E' ERR; trap 'echo X' EXIT; f() { false; }; f; echo a",
      'X\n',
      '',
      1,
    ],
    ['bash', 'trap -p', '', '', 0],
    ['bash', "trap 'echo hi' INT; trap -p", "trap -- 'echo hi' SIGINT\n", '', 0],
    ['bash', "trap 'echo hi' INT EXIT; trap -p INT", "trap -- 'echo hi' SIGINT\nhi\n", '', 0],
    ['bash', 'trap -l | head -1', ' 1) SIGHUP	 2) SIGINT	 3) SIGQUIT	 4) SIGILL	 5) SIGTRAP\n', '', 0],
  ])('%s: %s', (shell, script, stdout, stderr, exitCode) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, exitCode]);
  });
});

describe('an assignment knows the status before it, and ends with that of what is substituted', () => {
  it.each<[Shell, string, string]>([
    ['bash', 'false; c=$?; echo $c', '1\n'],
    ['dash', 'f() { c=$?; echo $c; }; false; f', '1\n'],
    ['ash', 'false; x=$(echo $?); echo $x', '1\n'],
    ['bash', 'x=$(false) y=1; echo $?', '1\n'],
    ['ash', 'false; x=1; echo $?', '0\n'],
    ['dash', '$(false); echo $?', '1\n'],
    ['bash', 'false | true; c=${PIPESTATUS[0]}; echo $c', '1\n'],
  ])('%s: %s', (shell, script, stdout) => {
    expect(toldBy(shell, script)).toEqual([stdout, '', 0]);
  });
});
