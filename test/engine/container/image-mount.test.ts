import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function lastOf(...lines: readonly string[]): string {
  const { last } = session(lines, { images: ['busybox', 'nginx'] });
  return last.stdout + last.stderr;
}

const WARNING = 'WARNING: Image mount is an experimental feature\n';
const conf = '/etc/nginx';
const web =
  'docker run -d --name web --mount type=image,source=nginx,target=/img busybox sleep 1000';

describe('an image that is mounted', () => {
  it('shows its files, or those of a part of it, and says that this is new', () => {
    const whole = '--mount type=image,source=nginx,target=/img';
    const part = '--mount type=image,source=nginx,target=/img,image-subpath=etc/nginx';
    const seen = lastOf(`docker run --rm ${whole} busybox ls /img${conf}`);
    expect(seen).toContain('nginx.conf\n');
    expect(seen).toContain(WARNING);
    expect(lastOf(`docker run --rm ${part} busybox ls /img`)).toBe(seen);
  });

  it('is read-only whatever is asked', () => {
    expect(lastOf(web, 'docker exec web touch /img/new')).toBe(
      'touch: /img/new: Read-only file system\n',
    );
  });

  it('is listed by the name it was asked by', () => {
    const shown =
      '{{range .Mounts}}{{.Type}}|{{.Name}}|{{.Destination}}|{{.RW}}|{{.Propagation}}{{end}}';
    expect(lastOf(web, `docker inspect -f '${shown}' web`)).toBe(
      'image|nginx|/img|false|rprivate\n',
    );
    expect(lastOf(web, "docker ps --format '{{.Mounts}}'")).toBe('nginx\n');
  });

  it('keeps its last name, and by force only its layers', () => {
    expect(lastOf(web, 'docker rmi nginx')).toMatch(
      /^Error response from daemon: conflict: unable to remove repository reference "nginx" \(must force\) - container [0-9a-f]{12} is using its referenced image [0-9a-f]{12}\n$/,
    );
    const force = 'docker rmi -f nginx';
    expect(lastOf(web, force).match(/Deleted: /g)).toHaveLength(1);
    expect(lastOf(web, force, `docker exec web ls /img${conf}`)).toContain('nginx.conf\n');
    expect(lastOf(web, force, 'docker restart -t 0 web')).toBe('web\n');
  });

  it('leaves only the folder that it was mounted at', () => {
    expect(lastOf(web, 'docker diff web')).toBe('A /img\n');
  });

  it.each([
    [
      'type=image,target=/h',
      'invalid mount config for type "image": field Source must not be empty',
    ],
    [
      'type=image,source=nginx,target=/h,image-subpath=../x',
      'invalid mount config for type "image": subpath must be a relative path within the volume',
    ],
    [
      'type=images,source=nginx,target=/h',
      'invalid mount config for type "images": mount type unknown',
    ],
  ])('is refused: %s', (mount, reason) => {
    expect(lastOf(`docker run --rm --mount ${mount} busybox true`)).toContain(
      `Error response from daemon: ${reason}\n`,
    );
  });

  it('has to have the part that is asked for', () => {
    const run = 'docker run --rm --mount type=image,source=nginx,target=/h,image-subpath=nope';
    expect(lastOf(`${run} busybox true`)).toMatch(
      /cannot access path (\/var\/lib\/docker\/vfs\/dir\/[0-9a-f]{64}\/nope): lstat \1: no such file or directory\n/,
    );
  });
});
