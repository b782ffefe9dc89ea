import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function lastOf(...lines: readonly string[]): string {
  const { last } = session(lines, { images: ['busybox'] });
  return last.stdout + last.stderr;
}

describe('the folder that a container begins in', () => {
  const create = 'docker create --name web -w /srv/deep busybox pwd';

  it('is there as soon as the container is made', () => {
    expect(lastOf(create, 'docker diff web')).toBe('A /srv\nA /srv/deep\n');
  });

  it('is no file', () => {
    for (const path of ['/etc/passwd', '/etc/hosts'])
      expect(lastOf(`docker create -w ${path} busybox`)).toBe(
        `Error response from daemon: Cannot mkdir: ${path} is not a directory\n`,
      );
  });

  it('is made in a volume when the container starts', () => {
    const lines = ['docker run --rm -v data:/data -w /data/sub busybox true'];
    expect(lastOf(...lines, 'docker run --rm -v data:/z busybox ls /z')).toBe('sub\n');
  });
});
