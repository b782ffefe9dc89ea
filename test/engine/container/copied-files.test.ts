import { describe, expect, it } from 'vitest';
import { createSandbox, runLine } from '@/lib/engine';
import { courseWorld, START } from '../support/course';

const world = courseWorld();

function after(...lines: readonly string[]) {
  let sandbox = createSandbox({ world, seed: 'copied', now: START, images: ['busybox'] });
  let last = { stdout: '', stderr: '', exitCode: 0 };
  for (const line of lines) {
    const run = runLine(sandbox, line, world);
    sandbox = run.sandbox;
    last = run;
  }
  return last;
}

const up = 'docker run -d --name box busybox sleep 1000';

/* What docker CLI 28.2.2 and Docker Engine 28.2.2 answered. */
describe('what is copied out of and into a running container', () => {
  it.each(['/proc/version', '/proc/1', '/sys/fs', '/dev/null'])(
    'is not what the kernel shows to its processes: %s',
    (path) => {
      const { stderr, exitCode } = after(up, `docker cp box:${path} out`);
      expect(stderr).toBe(
        `Error response from daemon: Could not find the file ${path} in container box\n`,
      );
      expect(exitCode).toBe(1);
    },
  );

  it('is its own empty /proc, and /dev as the engine made it', () => {
    expect(after(up, 'docker cp box:/proc - | tar t').stdout).toBe('proc/\n');
    expect(after(up, 'docker cp box:/dev - | tar t').stdout).toBe(
      'dev/\ndev/console\ndev/pts/\ndev/shm/\n',
    );
  });

  it('goes below what the kernel shows: no process sees it, and diff tells it', () => {
    const put = ['echo hi > f', 'docker cp f box:/proc/x', 'docker cp f box:/dev/x'];
    expect(after(up, ...put, 'docker exec box ls /dev/x').stderr).toBe(
      'ls: /dev/x: No such file or directory\n',
    );
    expect(after(up, ...put, 'docker diff box').stdout).toBe(
      'C /dev\nA /dev/x\nC /proc\nA /proc/x\n',
    );
  });

  it('is not what a process has made in /dev', () => {
    const made = after(up, 'docker exec box touch /dev/q', 'docker cp box:/dev/q out');
    expect(made.stderr).toBe(
      'Error response from daemon: Could not find the file /dev/q in container box\n',
    );
  });
});
