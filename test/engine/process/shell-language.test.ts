import { expect, it } from 'vitest';
import { session } from '../support/course';

const run = (script: string, program = 'sh') =>
  session([`docker run --rm -i busybox ${program} -c '${script}'`], { images: ['busybox'] }).last;

/* Each was run in a container of busybox under Docker 28.2.2. */
it.each([
  ['x=hello; echo ${x:1:2} ${x:3} ${x: -2}', 'el lo lo\n'],
  ['x=hello; echo ${x/l/L} ${x//l/L} ${x//l} ${x/h*l/J}', 'heLlo heLLo heo Jo\n'],
  ['echo $((2**3)) $((2**3**2)) $((-2**2))', '8 512 4\n'],
  ['read a b <<X\n1 2 3\nX\necho "$a|$b"', '1|2 3\n'],
  ['echo a:b:c | while IFS=: read x y; do echo "$x|$y"; done', 'a|b:c\n'],
  ['cd /tmp && pwd && cd - && echo $OLDPWD', '/tmp\n/\n/tmp\n'],
  ['umask', '0022\n'],
  ['f() { local x=1; echo $x; }; x=0; f; echo $x', '1\n0\n'],
  ['for i in 1 2; do for j in a b; do [ $j = b ] && continue 2; echo $i$j; done; done', '1a\n2a\n'],
  ['for i in 1 2; do for j in a b; do break 2; done; done; echo end', 'end\n'],
  ['command echo hi; command -v echo', 'hi\necho\n'],
  [
    'type echo if nosuch; echo $?',
    'echo is a shell builtin\nif is a shell keyword\nnosuch: not found\n127\n',
  ],
  ['while getopts ab:c o; do echo $o $OPTARG; done', ''],
  [
    'set -- -ab v -c x; while getopts ab:c o; do echo $o $OPTARG; done; echo $OPTIND',
    'a\nb v\nc\n4\n',
  ],
])('%s', (script, stdout) => {
  const ended = run(script);
  expect(ended.stdout).toBe(stdout);
  expect(ended.stderr).toBe('');
});

it.each([
  ['set -u; echo $nope', 'sh: nope: parameter not set\n', 2],
  ['cd /nosuch', "sh: cd: line 0: can't cd to /nosuch: No such file or directory\n", 2],
  ['local x=1; echo after', 'sh: local: line 0: not in a function\n', 2],
  ['return 5; echo after', '', 5],
  ['set -x; echo a b; x=1', '+ echo a b\n+ x=1\n', 0],
])('%s says and ends so', (script, stderr, exitCode) => {
  const ended = run(script);
  expect(ended.stderr).toBe(stderr);
  expect(ended.exitCode).toBe(exitCode);
});

it('sh -s takes its script from the input and its words from the line', () => {
  const { last } = session(['echo "echo \\$1 \\$2" | docker run --rm -i busybox sh -s a b'], {
    images: ['busybox'],
  });
  expect(last.stdout).toBe('a b\n');
});

it.each([
  ['echo hi | base64; echo aGkK | base64 -d', 'aGkK\nhi\n'],
  ['printf abc | md5sum', '900150983cd24fb0d6963f7d28e17f72  -\n'],
  [
    'printf abc > /f; sha256sum /f',
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  /f\n',
  ],
])('%s gives %j', (script, stdout) => {
  expect(run(script).stdout).toBe(stdout);
});

it('signals that have come in while a program ran are handled once each, the lowest first', () => {
  const { last } = session(
    [
      `docker run -d --name box busybox sh -c 'trap "echo hup" HUP; trap "echo usr1" USR1; while true; do sleep 1; done'`,
      'docker kill -s USR1 box',
      'docker kill -s HUP box',
      'docker kill -s USR1 box',
      'sleep 2',
      'docker logs box',
    ],
    { images: ['busybox'] },
  );
  expect(last.stdout).toBe('hup\nusr1\n');
});
