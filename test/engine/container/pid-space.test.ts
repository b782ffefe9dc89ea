import { expect, it } from 'vitest';
import { session } from '../support/course';

const owner = `docker run -d --name own busybox sh -c 'sleep 500; true'`;
const joiner = 'docker run -d --name joiner --pid container:own busybox sleep 600';
const after = (...lines: string[]) => session(lines, { images: ['busybox'] }).last;
const state = (name: string) => `docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' ${name}`;

/* All of this as containers of Docker Engine 28.2.2 did. */
it.each(['own', 'joiner'])('processes are one list to those who share it: %s', (asked) => {
  expect(after(owner, joiner, `docker exec ${asked} ps -o pid,ppid,args`).stdout).toBe(
    'PID   PPID  COMMAND\n    1     0 sh -c sleep 500; true\n    7     1 sleep 500\n    8     0 sleep 600\n   14     0 ps -o pid,ppid,args\n',
  );
});

it('a number is given to no two of those who share', () => {
  const ask = (name: string) => `docker exec ${name} sh -c 'echo $$'`;
  expect(after(owner, joiner, ask('own')).stdout).toBe('14\n');
  expect(after(owner, joiner, ask('own'), ask('joiner')).stdout).toBe('20\n');
  expect(after(owner, joiner, ask('joiner'), ask('own')).stdout).toBe('20\n');
  const third = 'docker run --rm --pid container:joiner busybox ps';
  expect(after(owner, joiner, third).stdout).toContain('   14 root     ps\n');
});

it('a signal reaches whoever shares, but no SIGKILL the first process', () => {
  expect(after(owner, joiner, 'docker exec own kill 8', state('joiner')).stdout).toBe(
    'exited 143\n',
  );
  expect(after(owner, joiner, 'docker exec joiner kill -9 1', state('own')).stdout).toBe(
    'running 0\n',
  );
});

it('with the first process all end who share, also who has sent the signal', () => {
  expect(after(owner, joiner, 'docker stop -t 1 own', state('joiner')).stdout).toBe('exited 137\n');
  expect(after(owner, joiner, 'docker restart -t 0 own', state('joiner')).stdout).toBe(
    'exited 137\n',
  );
  const own = `docker run --rm --pid container:own busybox sh -c 'kill 7; ps -o args'`;
  expect(after(owner, joiner, own)).toMatchObject({ stdout: '', exitCode: 137 });
  expect(after(owner, joiner, own, state('joiner')).stdout).toBe('exited 137\n');
});

it('whoever joins has none of the rights of a first process, and no docker-init', () => {
  expect(after(owner, joiner, 'docker stop joiner', state('joiner')).stdout).toBe('exited 143\n');
  const init = 'docker run --rm --init --pid container:own busybox ps -o pid,args';
  expect(after(owner, init).stdout).toContain('    8 ps -o pid,args\n');
});

it('a restart policy tries once and then the first process is missed', () => {
  const always = joiner.replace('--pid', '--restart always --pid');
  const asked = `docker inspect -f '{{.State.Status}} {{.RestartCount}} {{.State.Error}}' joiner`;
  expect(after(owner, always, 'docker kill own', 'sleep 1', asked).stdout).toMatch(
    /^exited 1 failed to join PID namespace: container [0-9a-f]{64} is not running\n$/,
  );
});

it('a main process among those of the host has a high number and ends by any signal', () => {
  const run = 'docker run -d --name box --pid host busybox sleep 1000';
  expect(after(run, `docker exec box sh -c '[ $$ -gt 100 ] && echo high'`).stdout).toBe('high\n');
  expect(after(run, 'docker stop box', state('box')).stdout).toBe('exited 143\n');
  const own = `docker run --name own --pid host busybox sh -c 'kill $$; echo no'`;
  expect(after(own)).toMatchObject({ stdout: '', exitCode: 143 });
});
