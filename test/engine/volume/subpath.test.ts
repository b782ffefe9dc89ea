import { expect, it } from 'vitest';
import { session } from '../support/course';

const fill =
  'docker run --rm -v vs:/d busybox sh -c "mkdir -p /d/real/sub; echo in > /d/real/sub/f; ln -s real /d/rel; ln -s /real /d/abs; ln -s /etc /d/out; ln -s ../../../../etc /d/up; ln -s real/sub/f /d/tofile; ln -s nowhere /d/dang; ln -s loop /d/loop"';
const mounted = (subpath: string) =>
  session(
    [
      fill,
      `docker run --rm --mount type=volume,src=vs,dst=/m,volume-subpath=${subpath} busybox sh -c 'cat /m 2>/dev/null || ls /m'`,
    ],
    { images: ['busybox'] },
  ).last;

/* As Docker Engine 28.2.2 answered. */
it.each([
  ['rel/sub', 'f\n'],
  ['rel', 'sub\n'],
  ['rel/../real', 'sub\n'],
  ['tofile', 'in\n'],
])('a subpath is followed through links within its volume: %s', (subpath, shown) => {
  expect(mounted(subpath)).toMatchObject({ stdout: shown, exitCode: 0 });
});

it.each([
  ['abs/sub', 127, 'cannot access path DATA/abs/sub: lstat /real: no such file or directory'],
  ['up', 127, 'cannot access path DATA/up: lstat /var/lib/etc: no such file or directory'],
  ['dang', 127, 'cannot access path DATA/dang: lstat DATA/nowhere: no such file or directory'],
  ['out', 125, 'path concatenation escapes the base directory, base: DATA, subpath: out'],
  [
    'tofile/x',
    125,
    'error while resolving symlinks in combined path "DATA/tofile/x": not a directory',
  ],
  [
    'loop',
    125,
    'error while resolving symlinks in combined path "DATA/loop": EvalSymlinks: too many links',
  ],
])(
  'a subpath whose links lead out of its volume or nowhere is refused: %s',
  (subpath, exitCode, why) => {
    const stderr = `docker: Error response from daemon: ${why.replaceAll('DATA', '/var/lib/docker/volumes/vs/_data')}\n\nRun 'docker run --help' for more information\n`;
    expect(mounted(subpath)).toMatchObject({ stderr, exitCode });
  },
);
