import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** The last command's output and exit code, on a host with a file `conf` and a folder `site`. */
function lastOf(...lines: readonly string[]): { readonly said: string; readonly code: number } {
  const { last } = session(['echo on > conf', 'mkdir site', ...lines], { images: ['busybox'] });
  return { said: last.stdout + last.stderr, code: last.exitCode };
}

const INIT =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting ';
const ASKS =
  ': not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type\n';

/** The refusal of a mount whose source and target are of other kinds, as recorded from runc. */
function otherKind(source: string, target: string, flags = '0x5000'): string {
  return `${INIT}"${source}" to rootfs at "${target}": mount ${source}:${target} (via /proc/self/fd/6), flags: ${flags}${ASKS}`;
}

describe('a mount and what it stands on', () => {
  it.each([
    ['a folder on a file', '-v ~/site:/etc/passwd', '/home/learner/site', '/etc/passwd'],
    ['a file on a folder', '-v ~/conf:/etc', '/home/learner/conf', '/etc'],
    ['a folder on a file of Docker’s', '-v ~/site:/etc/hosts', '/home/learner/site', '/etc/hosts'],
    ['a path that was made as a folder', '-v ~/no:/etc/passwd', '/home/learner/no', '/etc/passwd'],
    [
      'a volume on a file',
      '-v vol:/etc/passwd:nocopy',
      '/var/lib/docker/volumes/vol/_data',
      '/etc/passwd',
    ],
  ])('is refused: %s', (_, flags, source, target) => {
    const { said, code } = lastOf(`docker run --rm ${flags} busybox true`);
    expect(said).toContain(`Error response from daemon: ${otherKind(source, target)}`);
    expect(code).toBe(125);
  });

  it('is refused for memory on a file', () => {
    expect(lastOf('docker run --rm --tmpfs /etc/passwd busybox true').said).toContain(
      otherKind('tmpfs', '/etc/passwd', '0xe'),
    );
  });

  it('is refused below a file, of the image or mounted', () => {
    for (const flags of ['-v ~/site:/etc/passwd/sub', '-v ~/conf:/data -v ~/site:/data/sub'])
      expect(lastOf(`docker run --rm ${flags} busybox true`).said).toMatch(
        /open o_path procfd: open \/var\/lib\/docker\/vfs\/dir\/[0-9a-f]{64}\/(?:etc\/passwd|data)\/sub: not a directory: unknown: Are you/,
      );
  });

  it('is refused over /proc and in it', () => {
    expect(lastOf('docker run --rm -v ~/site:/proc busybox true').said).toMatch(
      /\/proc" cannot be mounted because it is not of type proc: unknown\n/,
    );
    expect(lastOf('docker run --rm -v ~/site:/proc/cpuinfo busybox true').said).toContain(
      otherKind('/home/learner/site', '/proc/cpuinfo'),
    );
  });

  it('is made where nothing stands, and held where the kinds agree', () => {
    const { said } = lastOf(
      'docker run --rm -v ~/conf:/new/conf -v ~/site:/etc -v ~/conf:/etc/conf busybox cat /new/conf /etc/conf',
    );
    expect(said).toBe('on\non\n');
  });

  it('leaves the host folder that was made, and a container that tells why it did not start', () => {
    const run = 'docker run --name web -v ~/no:/etc/passwd busybox true';
    expect(lastOf(run, 'ls').said).toBe('conf  no  site\n');
    const shown = "docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.State.Error}}' web";
    expect(lastOf(run, shown).said).toBe(
      `created 127 ${otherKind('/home/learner/no', '/etc/passwd')}`,
    );
  });
});

describe('a volume that is to be filled from a file', () => {
  it('is refused and stays', () => {
    const run = 'docker run --rm -v vol:/etc/passwd busybox true';
    expect(lastOf(run).said).toMatch(
      /source \/var\/lib\/docker\/vfs\/dir\/[0-9a-f]{64}\/etc\/passwd is not directory\n/,
    );
    expect(lastOf(run, 'docker volume ls -q').said).toBe('vol\n');
  });
});
