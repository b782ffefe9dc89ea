import { expect, it } from 'vitest';
import { session } from '../support/course';

const run = (script: string, program = 'sh') =>
  session([`docker run --rm -i busybox ${program} -c '${script}'`], { images: ['busybox'] }).last;

/* Each was run in a container of busybox under Docker 28.2.2. */
it.each([
  ['kill -l 9; kill -l TERM; kill -l 137', 'KILL\n15\nKILL\n', ''],
  ['kill -l FOO; echo $?', '1\n', "sh: unknown signal 'FOO'\n"],
  ['sleep 9 & kill %1; wait %1; echo $?', '143\n', 'Terminated\n'],
  ['sleep 9 & kill %1; wait; echo $?', '0\n', ''],
  [
    'sleep 9 & jobs; kill $!; wait $!; jobs; jobs',
    '[1]+  Running                    \n[1]+  Terminated                 \n',
    'Terminated\n',
  ],
  [
    'kill %3; kill; kill abc; kill 99999; kill -FOO 1; echo $?',
    '1\n',
    "sh: kill: line 0: %3: no such job\nsh: you need to specify whom to kill\nsh: invalid number 'abc'\nsh: can't kill pid 99999: No such process\nsh: bad signal name 'FOO'\n",
  ],
  ['fg; bg; echo $?', '2\n', 'sh: fg: line 0: No current job\nsh: bg: line 0: No current job\n'],
  ['wait 99; echo $?; wait %1; echo $?', '127\n2\n', 'sh: wait: line 0: %1: no such job\n'],
  ['shift 5; echo $?', '1\n', ''],
  ['exec /nosuch; echo never', '', 'sh: exec: line 0: /nosuch: not found\n'],
  ['source /nosuch', '', "sh: source: line 0: can't open '/nosuch': No such file or directory\n"],
])('%s', (script, stdout, stderr) => {
  const ended = run(script);
  expect(ended.stdout).toBe(stdout);
  expect(ended.stderr).toBe(stderr);
});

it('kill -l lists every signal as each shell and busybox itself do', () => {
  expect(run('kill -l').stdout).toMatch(
    /^ 1\) HUP\n 2\) INT\n[^]*29\) POLL\n30\) PWR\n31\) SYS\n$/,
  );
  const of = (program: string) =>
    session([`docker run --rm ubuntu ${program} -c 'kill -l'`], { images: ['ubuntu'] }).last.stdout;
  expect(of('bash')).toMatch(
    /^ 1\) SIGHUP\t 2\) SIGINT\t[^]*\n63\) SIGRTMAX-1\t64\) SIGRTMAX\t\n$/,
  );
  expect(of('sh')).toMatch(/^HUP\nINT\n/);
});
