import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function told(...lines: readonly string[]): string {
  const { last } = session(lines, { images: ['busybox'] });
  return last.stdout + last.stderr;
}

const BIND =
  'mkdir host; echo from > host/f; docker volume create -o type=none -o o=bind -o device=$PWD/host vol';
const FILLED = "docker run --rm -v data:/d busybox sh -c 'mkdir -p /d/sub/deep; echo s > /d/sub/f'";
const subpath = (path: string, command: string): string =>
  told(
    FILLED,
    `docker run --rm --mount type=volume,src=data,dst=/m,volume-subpath=${path} busybox ${command}`,
  );

describe('a volume that is a folder of the host', () => {
  it('shows and changes the files of the host', () => {
    expect(told(BIND, 'docker run --rm -v vol:/v busybox cat /v/f')).toBe('from\n');
    expect(
      told(BIND, "docker run --rm -v vol:/v busybox sh -c 'echo new > /v/g'", 'cat host/g'),
    ).toBe('new\n');
    expect(told(BIND, 'docker volume rm vol; cat host/f')).toBe('vol\nfrom\n');
  });

  it('refuses a start when the folder is not there', () => {
    expect(told(BIND, 'rm -r host', 'docker run --rm -v vol:/v busybox true')).toContain(
      "error while mounting volume '/var/lib/docker/volumes/vol/_data': failed to mount local volume: mount /home/learner/host:/var/lib/docker/volumes/vol/_data, flags: 0x1000: no such file or directory",
    );
  });
});

describe('a volume that is memory', () => {
  const make = 'docker volume create -o type=tmpfs -o device=tmpfs -o o=size=1m,uid=1000 mem';

  it('has its size and owner, and is empty again after its last container', () => {
    expect(told(make, 'docker run --rm -v mem:/t busybox df -k /t')).toContain(
      'tmpfs                     1024         0      1024   0% /t\n',
    );
    expect(told(make, 'docker run --rm -v mem:/t busybox stat -c %u /t')).toBe('1000\n');
    expect(
      told(
        make,
        'docker run --rm -v mem:/t busybox touch /t/x',
        'docker run --rm -v mem:/t busybox ls /t',
      ),
    ).toBe('');
  });

  it('is shared by the containers that run with it', () => {
    expect(
      told(
        make,
        'docker run -d --name one -v mem:/t busybox sleep 100',
        'docker exec one touch /t/x',
        'docker run --rm -v mem:/u busybox ls /u',
      ),
    ).toBe('x\n');
  });

  it('is full when it is', () => {
    expect(
      told(make, 'docker run --rm -v mem:/t busybox dd if=/dev/zero of=/t/x bs=1k count=2000'),
    ).toBe(
      "dd: error writing '/t/x': No space left on device\n1025+0 records in\n1024+0 records out\n",
    );
  });
});

describe('volume-subpath', () => {
  it('mounts a folder of the volume', () => {
    expect(subpath('sub', 'ls /m')).toBe('deep\nf\n');
    expect(subpath('sub/f', 'cat /m')).toBe('s\n');
  });

  it('has to be there and to stay inside', () => {
    expect(subpath('nosuch', 'ls')).toContain(
      'cannot access path /var/lib/docker/volumes/data/_data/nosuch: lstat /var/lib/docker/volumes/data/_data/nosuch: no such file or directory',
    );
    for (const path of ['/sub', '../x', 'sub/../../x'])
      expect(subpath(path, 'ls')).toContain('subpath must be a relative path within the volume');
  });
});

describe('docker volume ls', () => {
  it('takes names as patterns', () => {
    expect(
      told('docker volume create abc', 'docker volume create xab', 'docker volume ls -qf name=^ab'),
    ).toBe('abc\n');
  });
});
