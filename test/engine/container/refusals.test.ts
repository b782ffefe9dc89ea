import { expect, it } from 'vitest';
import { session } from '../support/course';

const start = 'docker run -d --name box busybox sleep 1000';
const last = (...lines: string[]) => session(lines, { images: ['busybox'] }).last;

it.each([
  [
    'docker kill -s 65 box',
    'cannot kill container: box: the linux daemon does not support signal 65',
  ],
  [
    'docker kill -s -1 box',
    'cannot kill container: box: the linux daemon does not support signal -1',
  ],
  ['docker kill -s 0 box', 'cannot kill container: box: invalid signal: 0'],
  [
    'docker ps -f health=bad',
    "invalid filter 'health=bad': invalid value for health (bad): must be one of none, starting, healthy, unhealthy",
  ],
  ['docker ps -f is-task=maybe', "invalid filter 'is-task=[maybe]'"],
  [
    'docker exec -d box nosuch',
    'OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in $PATH: unknown',
  ],
  ['docker create --log-opt bogus=1 busybox', "unknown log opt 'bogus' for json-file log driver"],
  [
    'docker create --log-driver local --log-opt tag=x busybox',
    "unknown log opt 'tag' for log driver local",
  ],
  ['docker create --log-opt mode=x busybox', 'logger: logging mode not supported: x'],
])('%s is refused', (line, message) => {
  const run = last(start, line);
  expect(run.stderr).toContain(`Error response from daemon: ${message}\n`);
  expect(run.exitCode).toBe(1);
});

it('a relative working folder of an exec is refused by the runtime', () => {
  const run = last(start, 'docker exec -w etc box pwd');
  expect(run.stdout).toBe(
    'OCI runtime exec failed: exec failed: Cwd must be an absolute path: unknown\r\n',
  );
  expect(run.exitCode).toBe(128);
});

it('an env file of an exec is read before the container is looked for', () => {
  expect(last('docker exec --env-file nosuch nobody env').stderr).toBe(
    'open nosuch: no such file or directory\n',
  );
});
