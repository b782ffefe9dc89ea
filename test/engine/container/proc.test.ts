import { expect, it } from 'vitest';
import { session } from '../support/course';

function inside(image: string, command: string, flags = ''): string {
  const { last } = session(
    [`docker run -d ${flags} --name box ${image} sleep 1000`, `docker exec box ${command}`],
    { images: [image] },
  );
  return last.stdout + last.stderr;
}

it.each([
  ['ubuntu', '/usr/bin/sleep'],
  ['alpine', '/bin/busybox'],
])('in %s, /proc/1/exe is the file that runs: %s', (image, path) => {
  expect(inside(image, 'readlink /proc/1/exe')).toBe(`${path}\n`);
});

it('/proc/1/exe of a container with --init is Docker’s own', () => {
  expect(inside('ubuntu', 'readlink /proc/1/exe', '--init')).toBe('/sbin/docker-init\n');
});

it('/proc/self is who asks', () => {
  expect(inside('ubuntu', 'cat /proc/self/comm')).toBe('cat\n');
  expect(inside('ubuntu', "sh -c 'cat /proc/1/comm; readlink /proc/self/exe /proc/1/root'")).toBe(
    'sleep\n/usr/bin/dash\n/\n',
  );
});

it('the mounts of a process are those of its container', () => {
  expect(inside('ubuntu', 'cat /proc/1/mounts')).toBe(inside('ubuntu', 'cat /proc/mounts'));
});

it.each([['--pid host'], ['--pid container:base'], ['--init'], ['']])(
  'with %s, who asks finds itself and its mounts',
  (flags) => {
    const lines = [
      'docker run -d --name base busybox sleep 1000',
      `docker run --rm ${flags} busybox sh -c 'cat /proc/self/comm; head -n 1 /proc/mounts | cut -d" " -f1'`,
    ];
    expect(session(lines, { images: ['busybox'] }).last.stdout).toBe('sh\noverlay\n');
  },
);
