import { expect, it } from 'vitest';
import { session } from '../support/course';

const runs = (...lines: string[]) => session(lines, { images: ['busybox'] }).runs;

it('what is piped into attach reaches the main process and ends its input', () => {
  const [, , attached, state, again] = runs(
    'docker create --name box -i busybox cat',
    'docker start box',
    'echo hello | docker attach box',
    "docker ps -a --format '{{.State}}'",
    'echo again | docker start -ai box',
  );
  expect(attached?.stdout).toBe('hello\n');
  expect(state?.stdout).toBe('exited\n');
  expect(again?.stdout).toBe('again\n');
});

it('a shell at a terminal at which nobody sits goes on; without a terminal it ends', () => {
  const [, , states] = runs(
    'docker run -d --name terminal -t busybox sh',
    'docker run -d --name none busybox sh; sleep 1',
    "docker ps -a --format '{{.Names}} {{.State}}'",
  );
  expect(states?.stdout).toBe('none exited\nterminal running\n');
});

it('what is piped to a container that keeps its input open is read and no end', () => {
  const [, , logged, state] = runs(
    'docker run -di --name box busybox cat',
    'echo hi there | docker attach box',
    'docker logs box',
    "docker inspect -f '{{.State.Status}}' box",
  );
  expect(logged?.stdout).toBe('hi there\n');
  expect(state?.stdout).toBe('running\n');
});

it('what is piped to a container that already runs is read once', () => {
  const [, , , logged] = runs(
    'echo one | docker run -i --name box busybox cat',
    'docker start box',
    'echo two | docker start -ai box',
    'docker logs box',
  );
  expect(logged?.stdout).toBe('one\ntwo\n');
});
