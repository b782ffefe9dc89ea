import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const dockerfile = (...lines: readonly string[]): string =>
  `printf '${lines.join('\\n')}\\n' > Dockerfile`;

describe('who believes that a RUN cd persists', () => {
  const lines = [
    dockerfile('FROM busybox', 'RUN mkdir /app', 'RUN cd /app', 'RUN touch made'),
    'docker build -q -t app .',
    'docker run --rm app pwd',
    'docker run --rm app ls /app',
  ];

  it('finds the folder in the container too, and from the cache', () => {
    const { runs } = session([...lines, 'docker build -t app .', 'docker run --rm app pwd'], {
      belief: 'run-cd-persists',
    });
    expect(runs.map(({ stdout }) => stdout).slice(2, 4)).toEqual(['/app\n', 'made\n']);
    expect(runs[4]?.stdout).toContain('Using cache');
    expect(runs[5]?.stdout).toBe('/app\n');
  });

  it('is wrong: every RUN has a shell of its own', () => {
    const { runs } = session(lines);
    expect(runs.map(({ stdout }) => stdout).slice(2)).toEqual(['/\n', '']);
  });
});

describe('who takes the Dockerfile for the image', () => {
  const belief = 'dockerfile-is-image';
  const build = [dockerfile('FROM busybox', 'CMD echo one'), 'docker build -q -t app .'];

  it('has no image any more when the file is gone', () => {
    const lines = [...build, 'rm Dockerfile', 'docker run --rm app'];
    expect(session(lines, { belief }).last.stderr).toContain(
      "Unable to find image 'app:latest' locally",
    );
    expect(session(lines).last.stdout).toBe('one\n');
  });

  it('sees the same ids for what the edit has nothing to do with', () => {
    const edit = dockerfile('FROM busybox', 'RUN touch /new', 'CMD echo two');
    const lines = [...build, edit, 'docker run -d --name web nginx'];
    expect(session(lines, { belief }).last.stdout).toBe(session(lines).last.stdout);
  });

  it('keeps the image as it was when the new file cannot be built', () => {
    const lines = [...build, dockerfile('NONSENSE'), 'docker run --rm app'];
    expect(session(lines, { belief }).last.stdout).toBe('one\n');
  });

  it('leaves no image behind that the edit has replaced', () => {
    const lines = [...build, dockerfile('FROM busybox', 'CMD echo two'), 'docker images -aq'];
    expect(session(lines, { belief }).last.stdout.split('\n')).toHaveLength(
      session([...build, 'docker images -aq']).last.stdout.split('\n').length,
    );
  });
});
