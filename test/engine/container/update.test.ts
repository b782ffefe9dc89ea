import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const images = ['busybox'];

function lastOf(...lines: readonly string[]): string {
  const { last } = session(lines, { images });
  return last.stdout + last.stderr;
}

describe('resources', () => {
  it.each([
    ['-m 1m', 'Minimum memory limit allowed is 6MB'],
    [
      '-m 64m --memory-swap 32m',
      'Minimum memoryswap limit should be larger than memory limit, see usage',
    ],
    [
      '--memory-swap 32m',
      'You should always set the Memory limit when using Memoryswap limit, see usage',
    ],
    ['--memory-reservation 1m', 'Minimum memory reservation allowed is 6MB'],
    [
      '-m 8m --memory-reservation 9m',
      'Minimum memory limit can not be less than memory reservation limit, see usage',
    ],
    ['--cpus 3', 'range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available'],
    [
      '--cpus 1 --cpu-period 5000',
      'Conflicting options: Nano CPUs and CPU Period cannot both be set',
    ],
    [
      '--cpu-period 5',
      'CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)',
    ],
    [
      '--cpuset-cpus 9999',
      'Invalid value 9999 for cpuset cpus: value of out range, maximum is 8192',
    ],
    ['--cpuset-cpus 1-0', 'Invalid value 1-0 for cpuset cpus: invalid format: 1-0'],
    ['--cpuset-cpus 4', 'Requested CPUs are not available - requested 4, available: 0-1'],
    ['--health-cmd x --health-interval 1us', 'Interval in Healthcheck cannot be less than 1ms'],
  ])('%s is refused', (options, reason) => {
    expect(lastOf(`docker create ${options} busybox`)).toBe(
      `Error response from daemon: ${reason}\n`,
    );
  });
});

describe('docker update', () => {
  const create = 'docker create --name web busybox';
  const shown = (field: string): string => `docker inspect -f '{{.HostConfig.${field}}}' web`;

  it('changes what is given and nothing else', () => {
    const update = 'docker update -m 64m --memory-swap 128m --cpus 1.5 --restart on-failure:2 web';
    expect(lastOf(create, update, shown('Memory'))).toBe('67108864\n');
    expect(lastOf(create, update, shown('NanoCpus'))).toBe('1500000000\n');
    expect(lastOf(create, update, shown('RestartPolicy'))).toBe('{on-failure 2}\n');
    expect(lastOf(create, update, 'docker update --pids-limit 9 web', shown('Memory'))).toBe(
      '67108864\n',
    );
  });

  it.each([
    [
      'docker create --name web busybox',
      '-m 64m',
      'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time',
    ],
    [
      'docker create --name web --cpu-quota 5000 busybox',
      '--cpus 1',
      'Conflicting options: Nano CPUs cannot be updated as CPU Quota has already been set',
    ],
    [
      'docker create --name web --cpus 1 busybox',
      '--cpu-period 5000',
      'Conflicting options: CPU Period cannot be updated as NanoCPUs has already been set',
    ],
    [
      'docker create --name web --rm busybox',
      '--restart always',
      'Restart policy cannot be updated because AutoRemove is enabled for the container',
    ],
  ])('%s, then %s', (made, options, reason) => {
    expect(lastOf(made, `docker update ${options} web`)).toMatch(
      new RegExp(`^Error response from daemon: Cannot update container [0-9a-f]{64}: ${reason}\n$`),
    );
  });

  it('looks at the wishes before it looks for the container', () => {
    expect(lastOf('docker update -m 1m nope')).toContain('Minimum memory limit allowed is 6MB');
    expect(lastOf('docker update -m 8m nope')).toContain('No such container: nope');
    expect(lastOf('docker update nope')).toBe(
      'you must provide one or more flags when using this command\n',
    );
  });

  const start = 'docker run -d --name web -m 64m busybox sleep 100';

  it.each([
    ['--memory-swap 32m', 'failed to write "33554432": write', 'memory.memsw.limit_in_bytes'],
    ['--cpu-shares 1', 'the minimum allowed cpu-shares is 2', ''],
    ['--cpus 0.001', 'failed to write "100": write', 'cpu.cfs_quota_us'],
  ])('%s of a container that runs is refused by the runtime', (options, reason, file) => {
    const error = lastOf(start, `docker update ${options} web`);
    expect(error).toContain(': runc did not terminate successfully: exit status 1: ' + reason);
    expect(error).toContain(file);
    expect(lastOf(start, 'docker stop -t 0 web', `docker update ${options} web`)).toBe('web\n');
  });

  it('says which limits the kernel has no means for', () => {
    expect(lastOf(start, 'docker update --blkio-weight 300 web')).toBe(
      'web\nYour kernel does not support Block I/O weight or the cgroup is not mounted. Weight discarded.\n',
    );
  });
});

it('swap alone cannot be limited below memory without a limit while the container runs', () => {
  const lines = [
    'docker run -d --name free busybox sleep 100',
    'docker update --memory-swap 32m free',
  ];
  expect(session(lines, { images: ['busybox'] }).last.stderr).toMatch(
    /failed to write "33554432": write \/sys\/fs\/cgroup\/memory\/docker\/[0-9a-f]{64}\/memory\.memsw\.limit_in_bytes: invalid argument\n: unknown\n$/,
  );
});
