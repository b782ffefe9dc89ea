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

/* As processes of containers of Docker Engine 28.2.2 did, but for the dead that nobody asked for: a main process that waits for no child keeps them as zombies. */
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
  expect(running(begun, 'sleep 8')).toEqual(['0 sleep 1000']);
  expect(running(begun, `docker exec box killall sleep`)).toEqual(['0 sleep 1000']);
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
