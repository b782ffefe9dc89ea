import { expect, it } from 'vitest';
import { toldBy, type Shell } from '../support/in-shell';

/* Each line is what the real shell says: bash 5.2.15, dash 0.5.12, the ash of busybox 1.35. */

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'for i in 1 2; do false; done; echo $?; i=0; while [ $i -lt 2 ]; do i=$((i+1)); [ $i = 1 ]; done; echo $?',
    '1\n1\n',
    '',
    0,
  ],
  [
    'dash',
    'for i in 1 2; do false; done; echo $?; i=0; while [ $i -lt 2 ]; do i=$((i+1)); [ $i = 1 ]; done; echo $?',
    '1\n1\n',
    '',
    0,
  ],
  [
    'ash',
    'for i in 1 2; do false; done; echo $?; i=0; while [ $i -lt 2 ]; do i=$((i+1)); [ $i = 1 ]; done; echo $?',
    '1\n1\n',
    '',
    0,
  ],
  [
    'bash',
    'while false; do :; done; echo $?; false; until true; do :; done; echo $?',
    '0\n0\n',
    '',
    0,
  ],
  [
    'dash',
    'while false; do :; done; echo $?; false; until true; do :; done; echo $?',
    '0\n0\n',
    '',
    0,
  ],
  [
    'ash',
    'while false; do :; done; echo $?; false; until true; do :; done; echo $?',
    '0\n0\n',
    '',
    0,
  ],
  [
    'bash',
    'i=0; while :; do i=$((i+1)); [ $i -gt 2 ] && break; false; done; echo $?',
    '0\n',
    '',
    0,
  ],
  [
    'dash',
    'i=0; while :; do i=$((i+1)); [ $i -gt 2 ] && break; false; done; echo $?',
    '0\n',
    '',
    0,
  ],
  ['ash', 'i=0; while :; do i=$((i+1)); [ $i -gt 2 ] && break; false; done; echo $?', '0\n', '', 0],
  [
    'bash',
    'i=0; while [ $i -lt 3 ]; do i=$((i+1)); [ $i = 3 ] && continue; false; done; echo $?',
    '0\n',
    '',
    0,
  ],
  [
    'dash',
    'i=0; while [ $i -lt 3 ]; do i=$((i+1)); [ $i = 3 ] && continue; false; done; echo $?',
    '0\n',
    '',
    0,
  ],
  [
    'ash',
    'i=0; while [ $i -lt 3 ]; do i=$((i+1)); [ $i = 3 ] && continue; false; done; echo $?',
    '0\n',
    '',
    0,
  ],
  [
    'bash',
    'for i in 1 2; do while :; do false; continue 2; done; done; echo $?; f() { while :; do return 3; done; }; f; echo $?',
    '0\n3\n',
    '',
    0,
  ],
  [
    'dash',
    'for i in 1 2; do while :; do false; continue 2; done; done; echo $?; f() { while :; do return 3; done; }; f; echo $?',
    '0\n3\n',
    '',
    0,
  ],
  [
    'ash',
    'for i in 1 2; do while :; do false; continue 2; done; done; echo $?; f() { while :; do return 3; done; }; f; echo $?',
    '0\n3\n',
    '',
    0,
  ],
])(
  'a loop ends with what its body has ended with last: %s %s',
  (shell, script, stdout, stderr, code) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
  },
);

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'for ((i=0;i<2;i++)); do false; done; echo $?; for ((;;)); do false; break; done; echo $?',
    '1\n0\n',
    '',
    0,
  ],
])('a loop that counts does, too: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    "set -x; x=1; y='a b'; echo \"a b\" $x ''; A=1 true; [ -n \"$x\" ]; echo '*' '~' a=b; set +x",
    'a b 1 \n* ~ a=b\n',
    "+ x=1\n+ y='a b'\n+ echo 'a b' 1 ''\n+ A=1\n+ true\n+ '[' -n 1 ']'\n+ echo '*' '~' a=b\n+ set +x\n",
    0,
  ],
  [
    'dash',
    "set -x; x=1; y='a b'; echo \"a b\" $x ''; A=1 true; [ -n \"$x\" ]; echo '*' '~' a=b; set +x",
    'a b 1 \n* ~ a=b\n',
    '+ x=1\n+ y=a b\n+ echo a b 1 \n+ A=1 true\n+ [ -n 1 ]\n+ echo * ~ a=b\n+ set +x\n',
    0,
  ],
  [
    'ash',
    "set -x; x=1; y='a b'; echo \"a b\" $x ''; A=1 true; [ -n \"$x\" ]; echo '*' '~' a=b; set +x",
    'a b 1 \n* ~ a=b\n',
    "+ x=1\n+ y='a b'\n+ echo 'a b' 1 \n+ A=1 true\n+ '[' -n 1 ]\n+ echo '*' '~' 'a=b'\n+ set +x\n",
    0,
  ],
  [
    'bash',
    "set -x; f() { echo from $1; }; f 'it is'; x=$(echo sub); case a in a) echo m;; esac; eval 'echo e'; for i in 1 2; do :; done",
    'from it is\nm\ne\n',
    "+ f 'it is'\n+ echo from it is\n++ echo sub\n+ x=sub\n+ case a in\n+ echo m\n+ eval 'echo e'\n++ echo e\n+ for i in 1 2\n+ :\n+ for i in 1 2\n+ :\n",
    0,
  ],
  [
    'dash',
    "set -x; f() { echo from $1; }; f 'it is'; x=$(echo sub); case a in a) echo m;; esac; eval 'echo e'; for i in 1 2; do :; done",
    'from it is\nm\ne\n',
    '+ f it is\n+ echo from it is\n+ echo sub\n+ x=sub\n+ echo m\n+ eval echo e\n+ echo e\n+ :\n+ :\n',
    0,
  ],
  [
    'ash',
    "set -x; f() { echo from $1; }; f 'it is'; x=$(echo sub); case a in a) echo m;; esac; eval 'echo e'; for i in 1 2; do :; done",
    'from it is\nm\ne\n',
    "+ f 'it is'\n+ echo from it is\n+ echo sub\n+ x=sub\n+ echo m\n+ eval 'echo e'\n+ echo e\n+ :\n+ :\n",
    0,
  ],
  ['bash', "PS4='> '; set -x; echo a; (echo b)", 'a\nb\n', '> echo a\n> echo b\n', 0],
  ['dash', "PS4='> '; set -x; echo a; (echo b)", 'a\nb\n', '> echo a\n> echo b\n', 0],
  ['ash', "PS4='> '; set -x; echo a; (echo b)", 'a\nb\n', '> echo a\n> echo b\n', 0],
])('what is shown after set -x can be read back: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    "set -x; a=(1 'b c'); ((1 + 1)); x=$(echo $(echo deep)); for i; do :; done",
    '',
    "+ a=(1 'b c')\n+ (( 1 + 1 ))\n+++ echo deep\n++ echo deep\n+ x=deep\n",
    0,
  ],
])(
  'bash shows arrays, conditions and sums as well: %s %s',
  (shell, script, stdout, stderr, code) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
  },
);

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    '(exec nosuch); echo $?; (exec echo hi); echo after; (exec false); echo $?',
    '127\nhi\nafter\n1\n',
    'bash: line 1: exec: nosuch: not found\n',
    0,
  ],
  [
    'dash',
    '(exec nosuch); echo $?; (exec echo hi); echo after; (exec false); echo $?',
    '127\nhi\nafter\n1\n',
    'sh: 1: exec: nosuch: not found\n',
    0,
  ],
  [
    'ash',
    '(exec nosuch); echo $?; (exec echo hi); echo after; (exec false); echo $?',
    '127\nhi\nafter\n1\n',
    'sh: exec: line 0: nosuch: not found\n',
    0,
  ],
])('exec in a subshell ends the subshell: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'cd /tmp; set -C; echo a > zf1; echo b >| zf1; cat zf1; rm zf1; set -n; echo never',
    'b\n',
    '',
    0,
  ],
  [
    'dash',
    'cd /tmp; set -C; echo a > zf1; echo b >| zf1; cat zf1; rm zf1; set -n; echo never',
    'b\n',
    '',
    0,
  ],
  [
    'ash',
    'cd /tmp; set -C; echo a > zf1; echo b >| zf1; cat zf1; rm zf1; set -n; echo never',
    'b\n',
    '',
    0,
  ],
])('set -C keeps a file, set -n runs nothing: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'cd /tmp; set -C; echo a > zf2; echo b > zf2; echo $?; rm zf2',
    '1\n',
    'bash: line 1: zf2: cannot overwrite existing file\n',
    0,
  ],
  [
    'dash',
    'cd /tmp; set -C; echo a > zf2; echo b > zf2; echo $?; rm zf2',
    '2\n',
    'sh: 1: cannot create zf2: File exists\n',
    0,
  ],
])('set -C keeps a file: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'set -- -x; getopts ab: o; echo "$o $?"; set -- -b; OPTIND=1; getopts ab: o; echo "$o"',
    '? 0\n?\n',
    'bash: illegal option -- x\nbash: option requires an argument -- b\n',
    0,
  ],
  [
    'dash',
    'set -- -x; getopts ab: o; echo "$o $?"; set -- -b; OPTIND=1; getopts ab: o; echo "$o"',
    '? 0\n?\n',
    'Illegal option -x\nNo arg for -b option\n',
    0,
  ],
  [
    'ash',
    'set -- -x; getopts ab: o; echo "$o $?"; set -- -b; OPTIND=1; getopts ab: o; echo "$o"',
    '? 0\n?\n',
    'Illegal option -x\nNo arg for -b option\n',
    0,
  ],
])('getopts names the script in bash alone: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'echo "${x:-\'b\'}" "${x:-"q q"}" "${x:-a\\}b}" ${x:-\'c  d\'}; cat <<E\n${x:-\'in\'}\nE',
    "'b' q q a}b c  d\n'in'\n",
    '',
    0,
  ],
  [
    'dash',
    'echo "${x:-\'b\'}" "${x:-"q q"}" "${x:-a\\}b}" ${x:-\'c  d\'}; cat <<E\n${x:-\'in\'}\nE',
    "'b' q q a}b c  d\n'in'\n",
    '',
    0,
  ],
  [
    'ash',
    'echo "${x:-\'b\'}" "${x:-"q q"}" "${x:-a\\}b}" ${x:-\'c  d\'}; cat <<E\n${x:-\'in\'}\nE',
    "'b' q q a}b c  d\n'in'\n",
    '',
    0,
  ],
])('a single quote is none within double quotes: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'readonly X=1; unset X; echo $?',
    '1\n',
    'bash: line 1: unset: X: cannot unset: readonly variable\n',
    0,
  ],
  ['dash', 'readonly X=1; unset X; echo $?', '', 'sh: 1: unset: X: is read only\n', 2],
  ['ash', 'readonly X=1; unset X; echo $?', '', 'sh: unset: line 0: X: is read only\n', 2],
])('what is fixed cannot be unset: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  ['bash', 'shift abc; echo $?', '1\n', 'bash: line 1: shift: abc: numeric argument required\n', 0],
  ['dash', 'shift abc; echo $?', '', 'sh: 1: shift: Illegal number: abc\n', 2],
  ['ash', 'shift abc; echo $?', '', 'sh: shift: line 0: Illegal number: abc\n', 2],
])('shift wants a number: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  ['bash', '. nosuch; echo $?', '1\n', 'bash: line 1: nosuch: No such file or directory\n', 0],
  ['dash', '. nosuch; echo $?', '', 'sh: 1: .: nosuch: not found\n', 2],
  ['ash', '. nosuch; echo $?', '', 'sh: .: line 0: nosuch: not found\n', 2],
])('a file without a slash is looked for in PATH: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'echo ~root ~root/x ~nosuch; x=~root; echo $x "~root"',
    '/root /root/x ~nosuch\n/root ~root\n',
    '',
    0,
  ],
  [
    'dash',
    'echo ~root ~root/x ~nosuch; x=~root; echo $x "~root"',
    '/root /root/x ~nosuch\n/root ~root\n',
    '',
    0,
  ],
  [
    'ash',
    'echo ~root ~root/x ~nosuch; x=~root; echo $x "~root"',
    '/root /root/x ~nosuch\n/root ~root\n',
    '',
    0,
  ],
])('the home of an account: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'mkdir -p /tmp/zg/a/x /tmp/zg/b; touch /tmp/zg/a/x/f /tmp/zg/b/f /tmp/zg/.h; cd /tmp/zg; echo */ */f */*/f ./*/x /tmp/z?/b "*"/f nos*/x; rm -r /tmp/zg',
    'a/ b/ b/f a/x/f ./a/x /tmp/zg/b */f nos*/x\n',
    '',
    0,
  ],
  [
    'dash',
    'mkdir -p /tmp/zg/a/x /tmp/zg/b; touch /tmp/zg/a/x/f /tmp/zg/b/f /tmp/zg/.h; cd /tmp/zg; echo */ */f */*/f ./*/x /tmp/z?/b "*"/f nos*/x; rm -r /tmp/zg',
    'a/ b/ b/f a/x/f ./a/x /tmp/zg/b */f nos*/x\n',
    '',
    0,
  ],
  [
    'ash',
    'mkdir -p /tmp/zg/a/x /tmp/zg/b; touch /tmp/zg/a/x/f /tmp/zg/b/f /tmp/zg/.h; cd /tmp/zg; echo */ */f */*/f ./*/x /tmp/z?/b "*"/f nos*/x; rm -r /tmp/zg',
    'a/ b/ b/f a/x/f ./a/x /tmp/zg/b */f nos*/x\n',
    '',
    0,
  ],
])('a pattern stands for folders, too: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});

it.each<[Shell, string, string, string, number]>([
  [
    'bash',
    'declare -i n=3+4; n=n+1; echo $n; n+=5; echo $n; declare -p n; declare -u up=abc; up=def; echo $up; declare -p up',
    '8\n13\ndeclare -i n="13"\nDEF\ndeclare -u up="DEF"\n',
    '',
    0,
  ],
])(
  'declare -i, -u and -l hold for every assignment: %s %s',
  (shell, script, stdout, stderr, code) => {
    expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
  },
);

it.each<[Shell, string, string, string, number]>([
  ['bash', 'set -u; echo $1', '', 'bash: line 1: $1: unbound variable\n', 127],
  ['bash', 'set -eu; echo $NOSUCH', '', 'bash: line 1: NOSUCH: unbound variable\n', 1],
])('a parameter without a value: %s %s', (shell, script, stdout, stderr, code) => {
  expect(toldBy(shell, script)).toEqual([stdout, stderr, code]);
});
