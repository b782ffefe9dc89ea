import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** What the last line of a session prints. */
function shown(...lines: readonly string[]): string {
  const { last } = session(lines, { images: ['ubuntu', 'busybox'] });
  return last.stdout + last.stderr;
}

const SAYS = 'stat -c "%u:%g %a"';
const app = [
  "printf 'FROM busybox\\nRUN mkdir /data && chown 7:8 /data && chmod 750 /data\\nUSER 7\\n' > Dockerfile",
  'docker build -q -t app .',
];

describe('the root of a volume has an owner and a mode of its own', () => {
  it('root’s, where an image says nothing', () => {
    expect(shown(`docker run --rm -v vol:/data ubuntu ${SAYS} /data`)).toBe('0:0 755\n');
  });

  it('it keeps what a container gave it', () => {
    const chown = 'docker run --rm -v vol:/data ubuntu sh -c "chown 5:6 /data; chmod 700 /data"';
    expect(shown(chown, `docker run --rm -v vol:/other ubuntu ${SAYS} /other`)).toBe('5:6 700\n');
    expect(shown(chown, 'docker run --rm -u 5 -v vol:/data ubuntu touch /data/x')).toBe('');
    expect(shown(chown, 'docker run --rm -u 6 -v vol:/data ubuntu touch /data/x')).toBe(
      "touch: cannot touch '/data/x': Permission denied\n",
    );
  });

  it('an empty one gets those of the image’s folder', () => {
    expect(shown(...app, 'docker run --rm -v vol:/data app touch /data/x')).toBe('');
    expect(
      shown(
        ...app,
        'docker run --rm -v vol:/data app true',
        `docker run --rm -v vol:/x ubuntu ${SAYS} /x`,
      ),
    ).toBe('7:8 750\n');
  });

  it('one that holds something keeps its own', () => {
    expect(
      shown(
        ...app,
        'docker run --rm -v vol:/data ubuntu touch /data/x',
        `docker run --rm -v vol:/data app ${SAYS} /data`,
      ),
    ).toBe('0:0 755\n');
  });

  it('with volume-nocopy it stays root’s', () => {
    const mount = '--mount type=volume,src=vol,dst=/data,volume-nocopy';
    expect(shown(...app, `docker run --rm ${mount} app touch /data/x`)).toBe(
      'touch: /data/x: Permission denied\n',
    );
  });
});

describe('the root of a tmpfs', () => {
  it.each([
    ['/t', 'true', '0:0 1777\n'],
    ['/t', 'chown 5:6 /t', '5:6 1777\n'],
    ['/t:uid=7,mode=750', 'chmod 700 /t', '7:0 700\n'],
  ])('--tmpfs %s, %s', (mount, change, said) => {
    expect(shown(`docker run --rm --tmpfs ${mount} ubuntu sh -c '${change}; ${SAYS} /t'`)).toBe(
      said,
    );
  });
});
