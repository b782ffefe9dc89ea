import { expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'sleep 0.1 & jobs; wait; echo $?',
    '[1]+  Running                 sleep 0.1 &\n0\n',
    '',
    0,
  ],
  ['dash', 'sleep 0.1 & jobs; wait; echo $?', '[1] + Running                    \n0\n', '', 0],
  ['ash', 'sleep 0.1 & jobs; wait; echo $?', '[1]+  Running                    \n0\n', '', 0],
  [
    'bash',
    '(exit 2) & a=$!; (exit 3) & b=$!; wait $a $b; echo $?; wait $b $a; echo $?',
    '3\n2\n',
    '',
    0,
  ],
  [
    'dash',
    '(exit 2) & a=$!; (exit 3) & b=$!; wait $a $b; echo $?; wait $b $a; echo $?',
    '3\n2\n',
    '',
    0,
  ],
  [
    'ash',
    '(exit 2) & a=$!; (exit 3) & b=$!; wait $a $b; echo $?; wait $b $a; echo $?',
    '3\n2\n',
    '',
    0,
  ],
  ['bash', 'sleep 10 & kill -9 $!; wait $! 2>/dev/null; echo $?', '137\n', '', 0],
  ['dash', 'sleep 10 & kill -9 $!; wait $! 2>/dev/null; echo $?', '137\n', '', 0],
  ['ash', 'sleep 10 & kill -9 $!; wait $! 2>/dev/null; echo $?', '137\n', '', 0],
  [
    'bash',
    'sleep 10 & p=$!; kill $p; wait $p 2>/dev/null; echo "status $?"',
    'status 143\n',
    '',
    0,
  ],
  [
    'dash',
    'sleep 10 & p=$!; kill $p; wait $p 2>/dev/null; echo "status $?"',
    'status 143\n',
    '',
    0,
  ],
  ['ash', 'sleep 10 & p=$!; kill $p; wait $p 2>/dev/null; echo "status $?"', 'status 143\n', '', 0],
  ['bash', 'sleep 100 & kill -STOP $!; kill -CONT $!; kill $!; wait $!; echo $?', '143\n', '', 0],
  [
    'dash',
    'sleep 100 & kill -STOP $!; kill -CONT $!; kill $!; wait $!; echo $?',
    '143\n',
    'Terminated\n',
    0,
  ],
  [
    'ash',
    'sleep 100 & kill -STOP $!; kill -CONT $!; kill $!; wait $!; echo $?',
    '143\n',
    'Terminated\n',
    0,
  ],
  ['bash', 'sleep 0.1 & wait %1 %2; echo $?', '127\n', 'bash: line 1: wait: %2: no such job\n', 0],
  ['dash', 'sleep 0.1 & wait %1 %2; echo $?', '2\n', 'sh: 1: wait: No such job: %2\n', 0],
  ['ash', 'sleep 0.1 & wait %1 %2; echo $?', '2\n', 'sh: wait: line 0: %2: no such job\n', 0],
  [
    'bash',
    'wait %5; echo $?; kill %5; echo $?; jobs %1; echo $?',
    '127\n1\n1\n',
    'bash: line 1: wait: %5: no such job\nbash: line 1: kill: %5: no such job\nbash: line 1: jobs: %1: no such job\n',
    0,
  ],
  [
    'dash',
    'wait %5; echo $?; kill %5; echo $?; jobs %1; echo $?',
    '2\n2\n2\n',
    'sh: 1: wait: No such job: %5\nsh: 1: kill: No such job: %5\nsh: 1: jobs: No such job: %1\n',
    0,
  ],
  [
    'ash',
    'wait %5; echo $?; kill %5; echo $?; jobs %1; echo $?',
    '2\n2\n2\n',
    'sh: wait: line 0: %5: no such job\nsh: kill: line 0: %5: no such job\nsh: jobs: line 0: %1: no such job\n',
    0,
  ],
  ['bash', "(trap 'echo bye' EXIT; sleep 0.1) & wait; echo done", 'bye\ndone\n', '', 0],
  ['dash', "(trap 'echo bye' EXIT; sleep 0.1) & wait; echo done", 'bye\ndone\n', '', 0],
  ['ash', "(trap 'echo bye' EXIT; sleep 0.1) & wait; echo done", 'bye\ndone\n', '', 0],
  [
    'bash',
    "trap 'echo term; exit 3' TERM; (sleep 0.2; kill $$) & sleep 0.5; echo no",
    'term\n',
    '',
    3,
  ],
  [
    'dash',
    "trap 'echo term; exit 3' TERM; (sleep 0.2; kill $$) & sleep 0.5; echo no",
    'term\n',
    '',
    3,
  ],
  [
    'ash',
    "trap 'echo term; exit 3' TERM; (sleep 0.2; kill $$) & sleep 0.5; echo no",
    'term\n',
    '',
    3,
  ],
  [
    'bash',
    'kill abc; echo $?',
    '1\n',
    'bash: line 1: kill: abc: arguments must be process or job IDs\n',
    0,
  ],
  ['dash', 'kill abc; echo $?', '2\n', 'sh: 1: kill: Illegal number: abc\n', 0],
  ['ash', 'kill abc; echo $?', '1\n', "sh: invalid number 'abc'\n", 0],
])('what a script leaves in the background: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  ['bash', 'sleep 0.1 & sleep 0.3 & wait -n; echo $?', '0\n', '', 0],
  ['ash', 'sleep 0.1 & sleep 0.3 & wait -n; echo $?', '0\n', '', 0],
])('wait -n: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    '(exit 3) & wait -n; echo $?; wait -n; echo $?; disown; echo $?; sleep 0.1 & disown; jobs; disown %1; echo $?',
    '3\n127\n1\n1\n',
    'bash: line 1: disown: current: no such job\nbash: line 1: disown: %1: no such job\n',
    0,
  ],
])('wait -n tells the status, disown forgets: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  ['dash', 'wait -n; echo $?', '2\n', 'sh: 1: wait: Illegal option -n\n', 0],
])('wait -n is none of dash: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'cd /tmp; pushd /; pushd /usr; dirs; popd; dirs -v; popd; popd; dirs -l; pushd; pushd +1; pushd nosuch; dirs -c; dirs; dirs -p',
    '/ /tmp\n/usr / /tmp\n/usr / /tmp\n/ /tmp\n 0  /\n 1  /tmp\n/tmp\n/tmp\n/tmp\n/tmp\n',
    'bash: line 1: popd: directory stack empty\nbash: line 1: pushd: no other directory\nbash: line 1: pushd: directory stack empty\nbash: line 1: pushd: nosuch: No such file or directory\n',
    0,
  ],
  [
    'bash',
    'cd /; pushd /tmp >/dev/null; pushd /usr > /dev/null; pushd; dirs +1; dirs -0; popd +1; dirs; popd -n; dirs; popd +9; popd x; dirs -z',
    '/tmp /usr /\n/usr\n/\n/tmp /\n/tmp /\n/tmp\n/tmp\n',
    'bash: line 1: popd: directory stack empty\nbash: line 1: popd: x: invalid argument\npopd: usage: popd [-n] [+N | -N]\nbash: line 1: dirs: -z: invalid number\ndirs: usage: dirs [-clpv] [+N] [-N]\n',
    2,
  ],
])('folders on a stack: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});
