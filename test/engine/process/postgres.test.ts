import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const begun =
  'docker run -d --name db -e POSTGRES_PASSWORD=secret -v data:/var/lib/postgresql/data';

describe('postgres', () => {
  it('asks for a password of a new cluster', () => {
    const { runs, last } = session([
      'docker run --name db postgres',
      'docker inspect -f "{{.State.ExitCode}}" db',
    ]);
    expect(runs[0]?.stderr).toContain(
      'Error: Database is uninitialized and superuser password is not specified.\n       You must specify POSTGRES_PASSWORD to a non-empty value for the\n',
    );
    expect(last.stdout).toBe('1\n');
  });

  it('is not ready before its cluster is made', () => {
    const { runs } = session([
      `${begun} postgres`,
      'docker exec db pg_isready',
      'sleep 3',
      'docker exec db pg_isready',
      'docker run --rm --link db postgres pg_isready -h db',
      'docker run --rm postgres pg_isready -h 192.0.2.1',
    ]);
    expect(
      runs
        .map(({ stdout, exitCode }) => [stdout, exitCode])
        .filter((_, i) => i % 2 === 1 || i === 4),
    ).toEqual([
      ['/var/run/postgresql:5432 - no response\n', 2],
      ['/var/run/postgresql:5432 - accepting connections\n', 0],
      ['db:5432 - accepting connections\n', 0],
      ['192.0.2.1:5432 - no response\n', 2],
    ]);
  });

  it('finds its cluster again in a volume, also as another variant', () => {
    const { runs, last } = session([
      `${begun} postgres`,
      'sleep 3',
      'docker rm -f db',
      'docker run -d --name db -v data:/var/lib/postgresql/data postgres:16-alpine',
      'docker logs db',
    ]);
    expect(runs[3]?.exitCode).toBe(0);
    expect(last.stdout).toBe(
      '\nPostgreSQL Database directory appears to contain a database; Skipping initialization\n\n',
    );
    expect(last.stderr).toContain('LOG:  database system is ready to accept connections\n');
  });

  it('runs as a user of its own, who owns the cluster', () => {
    const { runs } = session([
      `${begun} postgres`,
      'sleep 3',
      'docker top db -eo pid,user,args',
      'docker exec db stat -c "%U %a" /var/lib/postgresql/data /var/lib/postgresql/data/PG_VERSION',
    ]);
    expect(runs[2]?.stdout).toMatch(
      /^PID +USER +COMMAND\n\d+ +999 +postgres\n\d+ +999 +postgres: checkpointer/,
    );
    expect(runs[3]?.stdout).toBe('postgres 700\npostgres 600\n');
  });

  it('ends at SIGINT, which its image names, and says so', () => {
    const { runs, last } = session([
      `${begun} postgres`,
      'sleep 3',
      'docker stop db',
      'docker logs --tail 2 db',
    ]);
    expect(runs[2]?.elapsedMs).toBeLessThan(1000);
    expect(last.stderr).toMatch(
      /LOG: {2}checkpoint starting: shutdown immediate\n.*LOG: {2}database system is shut down\n$/,
    );
  });

  it.each([
    ['postgres psql --version', 'psql (PostgreSQL) 16.3 (Debian 16.3-1.pgdg120+1)\n'],
    ['postgres:alpine postgres -V', 'postgres (PostgreSQL) 16.3\n'],
    [
      'postgres psql',
      'psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: No such file or directory\n\tIs the server running locally and accepting connections on that socket?\n',
    ],
    [
      'postgres psql -h nobody',
      'psql: error: could not translate host name "nobody" to address: Name or service not known\n',
    ],
  ])('docker run --rm %s', (words, said) => {
    const { last } = session([
      `docker pull -q ${words.split(' ')[0] ?? ''}`,
      `docker run --rm ${words}`,
    ]);
    expect(last.stdout + last.stderr).toBe(said);
  });

  it('psql says that what the database keeps is not simulated', () => {
    const { last } = session([`${begun} postgres`, 'sleep 3', 'docker exec db psql -U postgres']);
    expect(last.stderr).toBe('psql: asking the database is not simulated here\n');
  });
});
