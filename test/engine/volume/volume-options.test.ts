import { expect, it } from 'vitest';
import { session } from '../support/course';

const last = (...lines: string[]) => session(lines, { images: ['busybox'] }).last;

it.each([
  ['x', 'create x: volume name is too short, names should be at least two alphanumeric characters'],
  ['-o bogus=1 data', 'create data: invalid option: "bogus"'],
  ['-o type=none data', 'create data: missing required option: "device"'],
  ['-o device=/x data', 'create data: missing required option: "type"'],
  ['-o size=1m data', 'create data: quota size requested but no quota support'],
])('docker volume create %s is refused', (words, message) => {
  const run = last(`docker volume create ${words}`);
  expect(run.stderr).toBe(`Error response from daemon: ${message}\n`);
  expect(run.exitCode).toBe(1);
});

it('the options of a volume are shown', () => {
  const run = last(
    'docker volume create -o type=tmpfs -o device=tmpfs data',
    "docker volume inspect -f '{{json .Options}}' data",
  );
  expect(run.stdout).toBe('{"device":"tmpfs","type":"tmpfs"}\n');
});

it('a prune leaves volumes that were made with options', () => {
  const run = last(
    'docker volume create -o type=tmpfs -o device=tmpfs kept',
    'docker volume create gone',
    'docker volume prune -af',
    'docker volume ls -q',
  );
  expect(run.stdout).toBe('kept\n');
});

it('the filter dangling is yes or no', () => {
  expect(last('docker volume ls -f dangling=maybe').stderr).toBe(
    "Error response from daemon: invalid filter 'dangling=[maybe]'\n",
  );
});

it('a mount hands its options on to the volume that it makes, and the disk usage passes over it', () => {
  const runs = session(
    [
      "docker run --rm --mount 'type=volume,src=mem,dst=/m,volume-opt=type=tmpfs,volume-opt=device=tmpfs' busybox true",
      "docker volume inspect -f '{{json .Options}}' mem",
      'docker volume create plain',
      "docker system df -v --format '{{range .Volumes}}{{.Name}} {{end}}'",
    ],
    { images: ['busybox'] },
  ).runs;
  expect([runs[0]?.stderr, runs[1]?.stdout, runs[3]?.stdout.trim()]).toEqual([
    '',
    '{"device":"tmpfs","type":"tmpfs"}\n',
    'plain',
  ]);
});
