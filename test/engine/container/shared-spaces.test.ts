import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function lastOf(...lines: readonly string[]): string {
  const { last } = session(lines, { images: ['busybox'] });
  return last.stdout + last.stderr;
}

const main = 'docker run -d --name main --ipc shareable --shm-size 1m busybox sleep 1000';

describe('a space of another container', () => {
  it.each(['--network', '--ipc', '--pid'])(
    'is kept by its id, so a new name changes nothing: %s',
    (flag) => {
      const lines = [
        main,
        `docker create --name side ${flag} container:main busybox sleep 500`,
        'docker rename main other',
        'docker start side',
      ];
      expect(lastOf(...lines)).toBe('side\n');
    },
  );

  it.each(['PID', 'IPC'])('has to be there when a container starts: %s', (space) => {
    const flag = `--${space.toLowerCase()}`;
    const lines = [main, `docker create --name side ${flag} container:main busybox sleep 500`];
    expect(lastOf(...lines, 'docker rm -f main', 'docker start side')).toMatch(
      new RegExp(
        `^Error response from daemon: failed to join ${space} namespace: No such container: [0-9a-f]{64}\n`,
      ),
    );
  });

  it('leaves the exit code of the run before when a start fails', () => {
    const lines = [
      main,
      'docker run -d --name side --pid container:main busybox sh -c "exit 5"',
      'docker stop -t 0 main',
      'docker start side',
    ];
    expect(lastOf(...lines, "docker inspect -f '{{.State.ExitCode}}' side")).toBe('5\n');
  });

  it('is one shared memory, with the size of its owner', () => {
    const side = 'docker run --rm --ipc container:main busybox';
    const write = 'docker exec main sh -c "echo hi > /dev/shm/f"';
    expect(lastOf(main, write, `${side} cat /dev/shm/f`)).toBe('hi\n');
    expect(lastOf(main, `${side} grep -o size=1024k /proc/mounts`)).toBe('size=1024k\n');
  });

  it('is shown with its use rounded to the nearest hundredth', () => {
    const write = 'docker exec main sh -c "echo hi > /dev/shm/f"';
    const show = 'docker exec main df /dev/shm | tail -1 | tr -s " " | cut -d" " -f2-5';
    expect(lastOf(main, write, show)).toBe('1024 4 1020 0%\n');
  });
});
