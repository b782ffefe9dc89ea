import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const images = ['busybox', 'nginx', 'mysql'];

function lastOf(...lines: readonly string[]): string {
  const { last } = session(lines, { images });
  return last.stdout + last.stderr;
}

const events = (options: string): string =>
  `docker events --since 1h --until 0s --format '{{.Type}} {{.Action}}' ${options}`;

describe('docker events', () => {
  it('tells a run from making to removing in the order of the engine', () => {
    expect(lastOf('docker run --rm -v data:/data busybox true', 'sleep 2', events(''))).toBe(
      [
        ...['volume create', 'container create', 'container attach', 'volume mount'],
        ...['network connect', 'container start', 'network disconnect', 'volume unmount'],
        ...['container die', 'container destroy', ''],
      ].join('\n'),
    );
  });

  it.each([
    ['--filter container=web --filter event=die', ''],
    ['--filter event=exec_start', 'container exec_start: id \n'],
    ['--filter event=exec_start:', ''],
    ['--filter type=network', 'network connect\n'],
    ['--filter image=nginx --filter event=start', 'container start\n'],
    ['--filter image=busybox', ''],
    ['--filter label=app=shop --filter event=create', 'container create\n'],
    ['--filter label=app=bank', ''],
  ])('%s', (filter, shown) => {
    const lines = ['docker run -d --name web -l app=shop nginx', 'docker exec web id', 'sleep 2'];
    expect(lastOf(...lines, events(filter))).toBe(shown);
  });

  it('refuses a moment or a format that it cannot read', () => {
    expect(lastOf('docker events --since nope')).toBe(
      'failed to parse value as time or duration: "nope"\n',
    );
    const { last } = session(["docker events --format '{{.Nope}}' --until 0s"], { images });
    expect(last.exitCode).toBe(64);
    expect(last.stderr).toContain("can't evaluate field Nope in type *events.Message");
  });

  it('waits for what happens until a moment to come', () => {
    const until = Date.UTC(2026, 0, 15, 9, 1) / 1000;
    const run = 'docker run -d --rm --name web busybox sleep 20';
    const { last } = session(
      [run, `docker events --until ${until} --filter event=die --format '{{.Action}}'`],
      { images },
    );
    expect(last.stdout).toBe('die\n');
    expect(last.elapsedMs).toBeGreaterThan(30_000);
  });

  it('tells everything that it remembers where only an end is given', () => {
    const told = "docker events --until 0s --filter type=container --format '{{.Action}}'";
    expect(lastOf('docker create --name web nginx', 'docker start web', 'sleep 2', told)).toBe(
      'create\nstart\n',
    );
  });

  it('without an end tells what happens by itself, until its user leaves it', () => {
    const run = 'docker run -d --rm --name web busybox sleep 20';
    const { last } = session([run, "docker events --format '{{.Type}} {{.Action}}'"], { images });
    expect(last.stdout).toBe('network disconnect\ncontainer die\ncontainer destroy\n');
    expect(last.exitCode).toBe(130);
    expect(last.elapsedMs).toBeLessThan(21_000);
    expect(session(['docker events'], { images }).last.stdout).toBe('');
  });

  it('remembers the last 256', () => {
    const lines = Array.from({ length: 90 }, () => 'docker run --rm busybox true');
    const shown = lastOf(...lines, 'sleep 2', events(''));
    expect(shown.trimEnd().split('\n')).toHaveLength(256);
  });

  it('is told of a container that takes more memory than it may', () => {
    const run = 'docker run -d --name db -m 100m -e MYSQL_ROOT_PASSWORD=x mysql';
    const state = "docker inspect -f '{{.State.OOMKilled}} {{.State.ExitCode}}' db";
    expect(lastOf(run, state)).toBe('true 137\n');
    expect(lastOf(run, 'sleep 2', events('--filter event=oom'))).toBe('container oom\n');
  });
});

describe('docker system prune', () => {
  it('asks first, telling what goes, and does nothing without a yes', () => {
    const { last, sandbox } = session(
      ['docker create busybox', 'docker system prune --filter label=a --filter until=1h'],
      { images },
    );
    expect(last.stdout).toBe(
      'WARNING! This will remove:\n  - all stopped containers\n  - all networks not used by at least one container\n  - all dangling images\n  - unused build cache\n\n  Items to be pruned will be filtered with:\n  - label=a\n  - until=1h\n\nAre you sure you want to continue? [y/N] ',
    );
    expect(sandbox.containers.size).toBe(1);
  });

  it('leaves what is younger than asked or has the wrong label', () => {
    const lines = [
      'docker create --name one -l keep=1 busybox',
      'docker create --name two busybox',
    ];
    const left = "docker ps -a --format '{{.Names}}'";
    const prune = (filter: string): string => `docker container prune -f --filter ${filter}`;
    expect(lastOf(...lines, prune('label!=keep'), left)).toBe('one\n');
    expect(lastOf(...lines, prune('until=1h'), left)).toBe('two\none\n');
    expect(lastOf(...lines, prune('bogus=1'))).toBe(
      "Error response from daemon: invalid filter 'bogus'\n",
    );
  });
});
