import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function told(...lines: readonly string[]): string {
  const { last } = session(lines, { images: ['busybox'] });
  return last.stdout + last.stderr;
}

const mounted = (options: string): string =>
  told(`docker run --rm --tmpfs /x${options} busybox grep ' /x ' /proc/mounts`);

describe('a tmpfs mount', () => {
  it.each([
    ['', 'rw,nosuid,nodev,noexec,relatime'],
    [':size=64m', 'rw,nosuid,nodev,noexec,relatime,size=65536k'],
    [':size=1', 'rw,nosuid,nodev,noexec,relatime,size=4k'],
    [':size=1k,size=2m', 'rw,nosuid,nodev,noexec,relatime,size=2048k'],
    [':mode=700,uid=5,gid=6', 'rw,nosuid,nodev,noexec,relatime,mode=700,uid=5,gid=6'],
    [':mode=1777', 'rw,nosuid,nodev,noexec,relatime'],
    [':exec,suid,dev,noatime', 'rw,noatime'],
    [':ro', 'ro,nosuid,nodev,noexec,relatime'],
    [':defaults,rw', 'rw,nosuid,nodev,noexec,relatime'],
  ])('--tmpfs /x%s', (options, flags) => {
    expect(mounted(options)).toBe(`tmpfs /x tmpfs ${flags} 0 0\n`);
  });

  it('has the size and the mode of --mount', () => {
    const mount = '--mount type=tmpfs,dst=/x,tmpfs-size=10m,tmpfs-mode=1770';
    expect(told(`docker run --rm ${mount} busybox df -k /x`)).toContain(
      'tmpfs                    10240         0     10240   0% /x\n',
    );
    expect(told(`docker run --rm ${mount} busybox stat -c %a /x`)).toBe('1770\n');
  });

  it('holds half of the memory where nothing is said', () => {
    expect(told('docker run --rm --tmpfs /x busybox df -k /x')).toContain(' 12342046 ');
  });

  it('is listed with the mounts when it was asked for with --mount', () => {
    const lines = [
      'docker create --name web --tmpfs /a:size=1m --mount type=tmpfs,dst=/b,readonly busybox',
      "docker inspect -f '{{json .Mounts}} {{json .HostConfig.Tmpfs}}' web",
    ];
    expect(told(...lines)).toBe(
      '[{"Type":"tmpfs","Source":"","Destination":"/b","Mode":"","RW":false,"Propagation":""}] {"/a":"size=1m"}\n',
    );
  });

  it('stands in the configuration as it was asked for', () => {
    const mount = '--mount type=tmpfs,dst=/x,tmpfs-size=1m';
    const lines = [`docker create --name web ${mount} busybox`, 'docker inspect web'];
    const json = JSON.parse(told(...lines)) as readonly { HostConfig: { Mounts: unknown } }[];
    expect(json[0]?.HostConfig.Mounts).toEqual([
      { Type: 'tmpfs', Target: '/x', TmpfsOptions: { SizeBytes: 1_048_576 } },
    ]);
  });

  it.each([
    [':foo', 'invalid tmpfs option ["foo"]'],
    [':foo=1=2', 'invalid tmpfs option ["foo" "1=2"]'],
    [
      ':size=big',
      'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at "/x": mount tmpfs:/x (via /proc/self/fd/6), flags: 0xe, data: size=big: invalid argument: unknown',
    ],
  ])('cannot be made with /x%s', (options, reason) => {
    const lines = [`docker run --name web --tmpfs /x${options} busybox true`, 'docker ps -a'];
    const { runs } = session(lines, { images: ['busybox'] });
    expect(runs[0]?.stderr).toContain(`docker: Error response from daemon: ${reason}\n`);
    expect(runs[1]?.stdout).toContain('Created');
  });

  it.each([
    ['x', "invalid mount path: 'x' mount path must be absolute"],
    ['/', "invalid specification: destination can't be '/'"],
  ])('cannot be at %s', (path, reason) => {
    expect(told(`docker create --tmpfs ${path} busybox`)).toBe(
      `Error response from daemon: ${reason}\n`,
    );
  });

  it('refuses writes when it is read-only, and is empty after a restart', () => {
    expect(told('docker run --rm --tmpfs /x:ro busybox touch /x/a')).toBe(
      'touch: /x/a: Read-only file system\n',
    );
    const lines = [
      'docker run -d --name web --tmpfs /x busybox sleep 100',
      'docker exec web touch /x/a',
      'docker restart -t 0 web',
      'docker exec web ls /x',
    ];
    expect(told(...lines)).toBe('');
  });
});
