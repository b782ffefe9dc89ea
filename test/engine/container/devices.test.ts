import { expect, it } from 'vitest';
import { session } from '../support/course';

it.each([
  [
    '--device /dev/nosuch',
    'error gathering device information while adding custom device "/dev/nosuch": no such file or directory',
    127,
  ],
  ['--gpus all', 'could not select device driver "" with capabilities: [[gpu]]', 125],
])('a start with %s fails and leaves the container created', (flags, message, exitCode) => {
  const lines = [`docker run --name box ${flags} busybox true`];
  const { last } = session(lines, { images: ['busybox'] });
  expect(last.stderr).toContain(`docker: Error response from daemon: ${message}`);
  expect(last.exitCode).toBe(exitCode);
  const after = session([...lines, "docker ps -a --format '{{.State}}'"], { images: ['busybox'] });
  expect(after.last.stdout).toBe('created\n');
});

it('a device of the host can be given', () => {
  expect(
    session(['docker run --device /dev/fuse busybox true'], { images: ['busybox'] }).last.exitCode,
  ).toBe(0);
});
