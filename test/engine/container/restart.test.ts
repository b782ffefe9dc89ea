import { describe, expect, it } from 'vitest';
import { misconceptionIds } from '@/lib/engine';
import { session } from '../support/course';

const run = 'docker run -d --name web nginx';

describe('docker restart', () => {
  it('keeps the files of the container', () => {
    const { runs } = session([
      run,
      'docker exec web touch /new',
      'docker restart web',
      'docker exec web ls /new',
    ]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
  });

  it('keeps a container that was run with --rm and its flag', () => {
    const { runs } = session([
      'docker run -d --rm --name web nginx',
      'docker restart web',
      'docker inspect -f "{{.State.Status}} {{.HostConfig.AutoRemove}}" web',
    ]);
    expect(runs[2]?.stdout).toBe('running true\n');
  });

  it('that is refused for a taken port says so and notes it in the container, as a refused start does', () => {
    const { runs } = session([
      'docker run -d --name web -p 8080:80 nginx',
      'docker create --name db -p 8080:80 nginx',
      'docker restart db',
      'docker inspect -f "{{.State.Status}} {{.State.ExitCode}}" db',
      'docker inspect -f "{{.State.Status}}" web',
    ]);
    expect(runs[2]?.stderr).toContain('port is already allocated');
    expect(runs[3]?.stdout).toBe('created 128\n');
    expect(runs[4]?.stdout).toBe('running\n');
  });

  it('empties the files for someone who believes that a stop wipes them, running or paused', () => {
    const { runs } = session(
      [
        run,
        'docker exec web touch /new',
        'docker restart web',
        'docker exec web ls /new',
        'docker exec web touch /new',
        'docker pause web',
        'docker restart web',
        'docker exec web ls /new',
      ],
      { belief: 'stop-wipes-files' },
    );
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 2, 0, 0, 0, 2]);
  });

  it('finds nothing to start again for someone who believes that a stopped container is gone', () => {
    const { runs } = session([run, 'docker restart web', 'docker ps -aq'], {
      belief: 'exit-removes-container',
    });
    expect(runs[1]).toMatchObject({
      stdout: '',
      stderr: 'Error response from daemon: No such container: web\n',
      exitCode: 1,
    });
    expect(runs[2]?.stdout).toBe('');
  });

  it.each(misconceptionIds)('answers every word for the believer of %s', (belief) => {
    const { runs } = session(
      [run, 'docker restart web', 'docker stop web', 'docker restart web', 'docker restart nope'],
      { belief },
    );
    expect(runs.at(-1)?.stderr).toContain('No such container: nope');
  });
});
