import { expect, it } from 'vitest';
import { session } from '../support/course';

const up = 'docker run -d --name box busybox sleep 1000';
const ps = 'docker exec box ps -o pid,ppid,args';
const after = (...lines: string[]) => session(lines, { images: ['busybox', 'nginx'] }).last;

/** What runs, without the numbers and the `ps` that tells. */
const running = (...lines: string[]): string[] =>
  after(up, ...lines, ps)
    .stdout.split('\n')
    .slice(1, -2)
    .map((row) => row.trim().replace(/^\d+\s+/, ''));

/* As processes of containers of Docker Engine 28.2.2 did. */
it.each<[string, readonly string[], readonly string[]]>([
  [
    'what a shell has left in the background',
    [`docker exec box sh -c 'sleep 70 & echo hi'`],
    ['sleep 70'],
  ],
  [
    'what a shell within a shell has left',
    [`docker exec box sh -c 'sh -c "sleep 60 & sleep 61 &"'`],
    ['sleep 60', 'sleep 61'],
  ],
  [
    'what is left by a shell that becomes another program',
    [`docker exec box sh -c 'sleep 70 & exec true'`],
    ['sleep 70'],
  ],
  [
    'what is left by a shell with a trap, once',
    [`docker exec box sh -c 'trap "echo bye" EXIT; sleep 70 & exit 3'`],
    ['sleep 70'],
  ],
  [
    'a server that lets go of its shell',
    ['docker exec box httpd -p 8000 -h /etc'],
    ['httpd -p 8000 -h /etc'],
  ],
])('%s goes on below the main process', (_, lines, left) => {
  expect(running(...lines)).toEqual(['0 sleep 1000', ...left.map((words) => `1 ${words}`)]);
});

it('an orphan ends by itself, by a signal, and with its container', () => {
  const begun = `docker exec box sh -c 'sleep 7 & echo hi'`;
  expect(running(begun, 'sleep 8')).toEqual(['0 sleep 1000', '1 [sleep]']);
  expect(running(begun, `docker exec box killall sleep`)).toEqual(['0 sleep 1000', '1 [sleep]']);
  expect(running(begun, 'docker restart -t 0 box')).toEqual(['0 sleep 1000']);
});

it('a server that has let go answers, and its port is taken', () => {
  const serve = 'docker exec box httpd -p 8000 -h /etc';
  expect(after(up, serve).exitCode).toBe(0);
  expect(after(up, serve, 'docker exec box wget -q -O- localhost:8000/passwd').stdout).toMatch(
    /^root:/,
  );
  const again = after(up, serve, serve);
  expect(again.stderr).toBe('httpd: bind: Address already in use\n');
  expect(again.exitCode).toBe(1);
});

it('a container whose only program lets go of a server ends at once', () => {
  expect(after('docker run --name one busybox httpd -p 80', 'docker ps -a').stdout).toContain(
    'Exited (0)',
  );
});

it('nginx serves on where a script goes on behind it', () => {
  const run = `docker run -d -p 8080:80 nginx sh -c 'nginx; sleep 1000'`;
  expect(after(run, `curl -s -o /dev/null -w '%{http_code}' localhost:8080`).stdout).toBe('200');
});

it('the end of an orphan is no event', () => {
  const lines = [up, `docker exec box sh -c 'sleep 2 & echo hi'`, 'sleep 5'];
  const { stdout } = after(
    ...lines,
    `docker events --since 1h --until 0s --filter event=exec_die --format '{{.Action}}'`,
  );
  expect(stdout).toBe('exec_die\n');
});

const leave = (box: string) => `docker exec ${box} sh -c 'sleep 1 >/dev/null 2>&1 & echo x'`;

it.each<[string, string, boolean]>([
  ['sleep', 'busybox sleep 1000', true],
  ['tail', 'busybox tail -f /dev/null', true],
  ['a shell at its prompt', '-it busybox sh', true],
  ['a shell that waits for a program', `busybox sh -c 'sleep 1000; true'`, false],
  ['a shell that waits for its jobs', `busybox sh -c 'sleep 1000 & wait'`, false],
  ['docker-init', '--init busybox sleep 1000', false],
  ['nginx', 'nginx', false],
])('below %s what has ended is left as a zombie: %3$s', (_, main, left) => {
  const lines = [`docker run -d --name m ${main}`.replace('-name m', '-name mm')];
  const { stdout } = after(...lines, leave('mm'), 'sleep 2', 'docker exec mm ps');
  expect(stdout.includes(' [sleep]\n')).toBe(left);
});

it('a zombie counts, has a name and a number and no words, hears no signal, and is not in docker top', () => {
  const begun = [up, leave('box'), 'sleep 2'];
  expect(after(...begun, 'docker exec box pidof sleep').stdout).toBe('13 1\n');
  expect(after(...begun, `docker stats --no-stream --format '{{.PIDs}}' box`).stdout).toBe('2\n');
  const about =
    'cat /proc/13/comm /proc/13/cmdline; grep State /proc/13/status; kill -9 13; kill -0 13; echo $?';
  expect(after(...begun, `docker exec box sh -c '${about}'`).stdout).toBe(
    'sleep\nState:\tZ (zombie)\n0\n',
  );
  expect(after(...begun, 'docker top box -o pid,args').stdout.split('\n')).toHaveLength(3);
  expect(after(...begun, 'docker exec box ps -o ppid,stat,comm,args').stdout.split('\n')[2]).toBe(
    '    1 Z    sleep            [sleep]',
  );
});

it('a shell that waits again asks for the dead that have fallen to it', () => {
  const main = `docker run -dit --name mm busybox sh`;
  const { stdout } = after(main, leave('mm'), 'sleep 2', 'docker attach mm', 'sleep 1', 'ps');
  expect(stdout).not.toContain('[sleep]');
});

it('what a main process has left in the background before it became another program goes on and writes to the log', () => {
  const main = `docker run -d --name mm busybox sh -c '(sleep 1; echo late) & exec sleep 1000'`;
  expect(after(main, 'sleep 2', 'docker logs mm').stdout).toBe('late\n');
  expect(after(main, 'sleep 2', 'docker exec mm ps').stdout).toContain(' [sh]\n');
});

it.each<[string, string, number, string]>([
  ['', '(sleep 1; echo late) & echo now', 1, 'now\nlate\n'],
  ['', '(sleep 3; echo late) & echo now', 2, 'now\n'],
  ['', 'sleep 7 >/dev/null & true', 2, ''],
  ['', 'sleep 7 >/dev/null 2>&1 & true', 0, ''],
  ['', '(sleep 7) >/dev/null 2>&1 & true', 0, ''],
  ['-t', '(sleep 1; echo late) & echo now', 0, 'now\r\n'],
  ['-d', '(sleep 1; echo late) & echo now', 0, ''],
])(
  'docker exec %s waits for what holds its output, two seconds at most: %s',
  (option, script, seconds, out) => {
    const run = (...lines: string[]) =>
      after(up, `docker exec box sh -c 'date +%s > /at'`, ...lines);
    const line = `docker exec ${option} box sh -c '${script}'`;
    expect(run(line).stdout.replaceAll('\r', '')).toBe(out.replaceAll('\r', ''));
    const asked = `docker exec box sh -c 'echo $(($(date +%s) - $(cat /at)))'`;
    expect(run(line, asked).stdout).toBe(`${seconds}\n`);
  },
);

it('the daemon of an nginx that lets go has the number before those of its workers', () => {
  const { stdout } = after(
    up,
    `docker run -d --name web nginx sh -c 'nginx; exec sleep 1000'`,
    'docker top web -o pid,ppid,args',
  );
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/));
  const master = rows.find((row) => row.includes('master'))?.[0];
  const workers = rows.filter((row) => row.includes('worker'));
  expect(workers.map(([pid, parent]) => [Number(pid) - Number(master), parent])).toEqual([
    [1, master],
    [2, master],
  ]);
});
