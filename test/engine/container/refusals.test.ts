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
  ['docker create --cap-add NOPE busybox', 'invalid CapAdd: unknown capability: "CAP_NOPE"'],
  ['docker create --cap-drop cap_x busybox', 'invalid CapDrop: unknown capability: "CAP_X"'],
  ['docker create --runtime nope busybox', 'unknown or invalid runtime name: nope'],
  [
    'docker create --isolation hyperv busybox',
    "invalid isolation (hyperv): linux only supports 'default'",
  ],
  ['docker create --security-opt bogus:1 busybox', 'invalid --security-opt 2: "bogus:1"'],
  [
    'docker create --security-opt no-new-privileges=maybe busybox',
    'invalid --security-opt 2: "no-new-privileges=maybe"',
  ],
  ['docker create --security-opt =x busybox', 'invalid --security-opt 2: "=x"'],
  ['docker create --ipc nope busybox', 'invalid IPC mode: nope'],
  ['docker create --tmpfs bad busybox', "invalid mount path: 'bad' mount path must be absolute"],
  ['docker create --tmpfs / busybox', "invalid specification: destination can't be '/'"],
  [
    'docker create --oom-score-adj 2000 busybox',
    'Invalid value 2000, range for oom score adj is [-1000, 1000]',
  ],
  ['docker create --cpuset-cpus x busybox', 'Invalid value x for cpuset cpus: invalid format: x'],
  ['docker create --uts host -h x busybox', 'conflicting options: hostname and the UTS mode'],
  ['docker exec -u 99999999999 box id', 'uids and gids must be in range 0-2147483647'],
  ['docker rm --link box', 'Conflict, cannot remove the default link name of the container'],
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

it('a weight of block I/O is discarded with a warning', () => {
  const run = last('docker run --blkio-weight 5 busybox true');
  expect(run.stderr).toBe(
    'WARNING: Your kernel does not support Block I/O weight or the cgroup is not mounted. Weight discarded.\n',
  );
  expect(run.exitCode).toBe(0);
});

it('a file is not copied to a container without a path', () => {
  const run = last(start, 'echo x > f', 'docker cp f box:');
  expect(run.stderr.split('\n').slice(-2)).toEqual(['no such directory', '']);
  expect(run.exitCode).toBe(1);
});

it('what is copied out of a container and into it is told as an event', () => {
  const run = last(
    start,
    'docker cp box:/etc/passwd p',
    'docker cp p box:/tmp',
    'sleep 2',
    "docker events --since 1h --until 0s --filter type=container --format '{{.Action}}'",
  );
  expect(run.stdout.split('\n').slice(-4)).toEqual(['start', 'archive-path', 'extract-to-dir', '']);
});

it('events cannot be asked for from after their end', () => {
  expect(last('docker events --since 0s --until 1s').exitCode).toBe(1);
});

it('a container that is linked to one that does not run is not started', () => {
  const run = last('docker create --name db busybox', 'docker run --name app --link db:x busybox');
  expect(run.stderr).toContain('Cannot link to a non running container: /db AS /app/x\n');
  expect(run.exitCode).toBe(125);
});

it('with the name space of the host a container has its name', () => {
  expect(last('docker run --rm --uts host busybox hostname').stdout).toBe('docker-vm\n');
});

it('a bare name in an env file is taken from the environment of the client', () => {
  const run = last(
    'echo C > list',
    "C=own docker run --rm --env-file list busybox sh -c 'echo $C'",
  );
  expect(run.stdout).toBe('own\n');
});

it.each([
  ['1x', "invalid suffix: 'x'"],
  ['0', 'max-size must be a positive number'],
  ['-1', "invalid size: '-1'"],
  ['abc', "invalid size: 'abc'"],
])('a log of at most %s cannot be opened', (size, reason) => {
  expect(last(`docker run --log-opt max-size=${size} busybox true`).stderr).toContain(
    `failed to create task for container: failed to initialize logging driver: ${reason}\n`,
  );
});

it.each(['label=disable', 'seccomp=unconfined', 'no-new-privileges:true', 'writable-cgroups=1'])(
  'the engine knows --security-opt %s',
  (option) => {
    expect(last(`docker run --security-opt ${option} busybox true`).exitCode).toBe(0);
  },
);
