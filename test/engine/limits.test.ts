import { describe, expect, it } from 'vitest';
import { createSandbox, runLine, send } from '@/lib/engine';
import { limits } from '@/lib/engine/limits';
import { courseWorld, START } from './support/course';

const world = courseWorld();
const empty = createSandbox({ world, seed: 'limits', now: START, images: ['nginx', 'busybox'] });

describe('a command that would never end is stopped, and says why', () => {
  it.each([
    ['a loop that never waits', `docker run busybox sh -c 'while true; do :; done'`, 'never waits'],
    ['a loop at the prompt', 'while true; do :; done', 'never waits'],
    ['a text that doubles', 'x=aaaaaaaa; while true; do x="$x$x"; done', ''],
    [
      'a log that fills',
      `docker run -d busybox sh -c 'while true; do echo x; echo x; echo x; done'; sleep 100`,
      'pieces',
    ],
    [
      'a wait of years beside a busy container',
      `docker run -d busybox sh -c 'while sleep 1; do :; done'; sleep 1000000000`,
      'moments',
    ],
    ['a wait for longer than the clock goes', 'sleep 99999999999999', 'the year 2099'],
    [
      'a container that starts again for ever',
      'docker run -d --restart always busybox false; sleep 10000000000',
      '',
    ],
    ['jobs without end', `docker run busybox sh -c 'while true; do sleep 100 & done'`, 'fork'],
    ['a file that grows', 'while true; do echo aaaaaaaaaaaaaaaaaaaaaaa >> f; done', ''],
  ])('%s', (_what, line, words) => {
    const run = runLine(empty, line, world);
    expect(run.exitCode).not.toBe(0);
    expect(run.stderr).toContain(words);
    expect(runLine(run.sandbox, 'docker ps -q', world).exitCode).toBe(0);
  });
});

describe('a full host', () => {
  it('takes no container more than it may hold, and is left as it was', () => {
    let sandbox = empty;
    for (let i = 0; i < limits.containers; i++) {
      const body = { Image: 'busybox' };
      sandbox = send(sandbox, { method: 'POST', path: '/containers/create', body }, world).sandbox;
    }
    const { stderr, exitCode, sandbox: after } = runLine(sandbox, 'docker create busybox', world);
    expect(stderr).toContain('the simulated host is full: it holds at most 2000 containers');
    expect(exitCode).toBe(1);
    expect(after.containers).toBe(sandbox.containers);
  });

  it('takes no files larger than its disk', () => {
    const line = 'x=$(seq 1 30000); for i in $(seq 1 98); do echo "$x" > f$i; done';
    const { stderr, exitCode, sandbox } = runLine(empty, line, world);
    expect(stderr).toContain('the simulated disk is full');
    expect(exitCode).toBe(1);
    expect(sandbox).toBe(empty);
  });

  it('takes no command line longer than a book', () => {
    const { stderr, sandbox } = runLine(empty, `echo ${'a'.repeat(limits.line)}`, world);
    expect(stderr).toBe('a command line holds at most 1000000 characters\n');
    expect(sandbox).toBe(empty);
  });
});
