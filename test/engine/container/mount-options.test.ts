import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function lastOf(...lines: readonly string[]): string {
  const { last } = session(lines, { images: ['busybox', 'nginx'] });
  return last.stdout + last.stderr;
}

describe('what was asked of a container', () => {
  it('is shown of a mount in the order of its Go type', () => {
    const create =
      'docker create --name keep --mount type=tmpfs,target=/scratch,tmpfs-size=1m busybox';
    expect(lastOf(create, "docker inspect -f '{{json .HostConfig.Mounts}}' keep")).toBe(
      '[{"Type":"tmpfs","Target":"/scratch","TmpfsOptions":{"SizeBytes":1048576}}]\n',
    );
  });

  it('is kept of a label for any name', () => {
    const run =
      'docker run --rm --mount source=data,target=/x,volume-label=__proto__=c busybox true';
    expect(lastOf(run, "docker volume inspect -f '{{json .Labels}}' data")).toBe(
      '{"__proto__":"c"}\n',
    );
  });

  it('names groups that the kernel sorts', () => {
    expect(lastOf('docker run --rm --group-add 4711 --group-add daemon busybox id')).toBe(
      'uid=0(root) gid=0(root) groups=0(root),1(daemon),10(wheel),4711\n',
    );
  });

  it.each([
    ['size=1G', 'Filesystem does not support, or has not enabled quotas'],
    ['colour=red', 'Storage opt colour not supported'],
  ])('cannot be storage with %s', (option, reason) => {
    expect(lastOf(`docker create --storage-opt ${option} busybox`)).toBe(
      `Error response from daemon: ${reason}\n`,
    );
  });
});
