import { describe, expect, test } from 'vitest';
import { session } from '../support/course';

const inFolder = ['mkdir work', 'cd work', "echo 'A=1' > env"];

/** What the last of the lines printed, called in a folder below the home folder. */
function last(...lines: readonly string[]): string {
  const { stdout, stderr } = session([...inFolder, ...lines]).last;
  return stdout + stderr;
}

describe('relative paths are looked for from the folder in which docker is called', () => {
  test('the context and the Dockerfile of a build', () => {
    const write = [`echo 'FROM busybox' > Dockerfile`, `echo 'CMD echo hi' >> Dockerfile`];
    expect(last(...write, 'docker build -q -t a .', 'docker run --rm a')).toBe('hi\n');
    expect(last('mkdir in', `echo 'FROM nginx' > other`, 'docker build -q -f other in')).toMatch(
      /^sha256:/,
    );
  });
  test('an environment file and a file for the id', () => {
    expect(last('docker run --rm --env-file env busybox env')).toContain('A=1\n');
    expect(last('docker create --cidfile id busybox', 'cat id')).toMatch(/^[0-9a-f]{64}/);
    expect(last('mkdir empty', 'cd empty', 'docker create --cidfile id busybox', 'cat id')).toMatch(
      /^[0-9a-f]{64}/,
    );
  });
  test('the source of a bind', () => {
    const write = 'docker run --rm -v ./x:/x busybox touch /x/made';
    expect(last(write, 'ls x')).toBe('made\n');
    const list = 'docker run --rm --mount type=bind,src=./x,dst=/y busybox ls /y';
    expect(last(write, list)).toBe('made\n');
  });
  test('both sides of cp', () => {
    const create = 'docker create --name web nginx';
    expect(last(create, 'docker cp web:/etc/nginx/nginx.conf .', 'ls')).toBe('env  nginx.conf\n');
    expect(last(create, 'docker cp env web:/tmp', 'docker cp web:/tmp/env -')).toContain('A=1');
  });
});
