import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const images = ['busybox'];
const run = (options: string): string => `docker run -d --name web ${options} busybox sleep 1000`;
const status = "docker ps --format '{{.Status}}'";
const health = (field: string): string => `docker inspect -f '{{${field}}}' web`;

function lastOf(...lines: readonly string[]): string {
  const { last } = session(lines, { images });
  return last.stdout + last.stderr;
}

describe('health checks', () => {
  it('a container is starting until the first check, then healthy', () => {
    const start = run('--health-cmd true --health-interval 5s');
    expect(lastOf(start, 'sleep 2', status)).toBe('Up 2 seconds (health: starting)\n');
    expect(lastOf(start, 'sleep 6', status)).toBe('Up 6 seconds (healthy)\n');
    expect(lastOf(start, 'sleep 6', 'docker ps -q --no-trunc --filter health=starting')).toBe('');
  });

  it('is unhealthy after so many failures in a row, and healthy after one success', () => {
    const start = run('--health-cmd "test -f /ok" --health-interval 1s --health-retries 3');
    expect(lastOf(start, 'sleep 2.5', status)).toContain('(health: starting)');
    expect(lastOf(start, 'sleep 3.5', status)).toContain('(unhealthy)');
    const healed = [start, 'sleep 3.5', 'docker exec web touch /ok', 'sleep 1.5'];
    expect(lastOf(...healed, health('.State.Health.FailingStreak'))).toBe('0\n');
    expect(lastOf(...healed, status)).toContain('(healthy)');
  });

  it('failures in the start period do not count', () => {
    const start = run(
      '--health-cmd false --health-interval 1s --health-retries 2 --health-start-period 10s --health-start-interval 1s',
    );
    expect(lastOf(start, 'sleep 9', health('.State.Health.FailingStreak'))).toBe('0\n');
    expect(lastOf(start, 'sleep 13', status)).toContain('(unhealthy)');
  });

  it('a check that takes too long has failed', () => {
    const start = run('--health-cmd "sleep 30" --health-interval 1s --health-timeout 2s');
    expect(lastOf(start, 'sleep 4', health('(index .State.Health.Log 0).Output'))).toBe(
      'Health check exceeded timeout (2s)\n',
    );
    expect(lastOf(start, 'sleep 4', health('(index .State.Health.Log 0).ExitCode'))).toBe('-1\n');
  });

  it('keeps the last five results, each with its own output', () => {
    const start = run('--health-cmd "echo fine" --health-interval 1s');
    const log = '{{range .State.Health.Log}}[{{.Output}}]{{end}}';
    expect(lastOf(start, 'sleep 9', `docker inspect -f '${log}' web`)).toBe(
      `${'[fine\n]'.repeat(5)}\n`,
    );
  });

  it('stands still while paused; whoever is resumed is unhealthy until the next check', () => {
    const start = run('--health-cmd true --health-interval 2s');
    const paused = [start, 'sleep 3', 'docker pause web', 'sleep 20'];
    expect(lastOf(...paused, status)).toBe('Up 23 seconds (Paused)\n');
    expect(lastOf(...paused, 'docker unpause web', status)).toContain('(unhealthy)');
    expect(lastOf(...paused, 'docker unpause web', 'sleep 3', status)).toContain('(healthy)');
  });

  it('a stopped container is unhealthy and begins anew when it is started', () => {
    const start = run('--health-cmd true --health-interval 1s');
    const stopped = [start, 'sleep 2', 'docker stop -t 0 web'];
    expect(lastOf(...stopped, health('.State.Health.Status'))).toBe('unhealthy\n');
    expect(lastOf(...stopped, 'docker start web', status)).toContain('(health: starting)');
  });

  it('without a check there is no health', () => {
    expect(lastOf(run('--no-healthcheck'), status)).toBe('Up Less than a second\n');
    expect(lastOf(run(''), 'docker ps -q --filter health=none')).toMatch(/^[0-9a-f]{12}\n$/);
  });
});
