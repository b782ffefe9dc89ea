import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function inside(image: string, script: string): string {
  const whole = `cd /tmp; mkdir d; echo x > f; ln -s f b; ln -s c g; ${script}; echo $?`;
  return session([`docker run --rm ${image} sh -c '(${whole}) 2>&1'`], {
    images: ['ubuntu', 'busybox'],
  }).last.stdout;
}

const TRY = (name: string) =>
  `${name}: missing operand\nTry '${name} --help' for more information.\n1\n`;

/* Recorded from GNU coreutils 9.1. */
describe('GNU readlink and realpath', () => {
  it.each([
    ['readlink b g', 'f\nc\n0\n'],
    ['readlink b nope g', 'f\nc\n1\n'],
    ['readlink -v nope', 'readlink: nope: No such file or directory\n1\n'],
    ['readlink d', '1\n'],
    ['readlink -v d', 'readlink: d: Invalid argument\n1\n'],
    ['readlink -n b', 'f0\n'],
    ['readlink -f b g', '/tmp/f\n/tmp/c\n0\n'],
    ['readlink --canonicalize-existing g', '1\n'],
    ['readlink -m x/y/z', '/tmp/x/y/z\n0\n'],
    ['readlink -f x/y', '1\n'],
    ['readlink', TRY('readlink')],
    ['realpath b g', '/tmp/f\n/tmp/c\n0\n'],
    ['realpath nope/x', 'realpath: nope/x: No such file or directory\n1\n'],
    ['realpath -q nope/x', '1\n'],
    ['realpath -s b', '/tmp/b\n0\n'],
    ['realpath f/x', 'realpath: f/x: Not a directory\n1\n'],
    ['realpath', TRY('realpath')],
  ])('%s', (script, printed) => {
    expect(inside('ubuntu', script)).toBe(printed);
  });
});

/* Recorded from busybox 1.35. */
describe("busybox's", () => {
  it.each([
    ['readlink -v /nope', 'readlink: /nope: cannot read link: No such file or directory\n1\n'],
    ['readlink b g | head -n 3 | tail -n 1', 'Usage: readlink [-fnv] FILE\n0\n'],
    ['realpath /nope', '/nope\n0\n'],
    ['realpath /nope/x', 'realpath: /nope/x: No such file or directory\n1\n'],
  ])('%s', (script, printed) => {
    expect(inside('busybox', script.replace('b g |', 'b g 2>&1 |'))).toBe(printed);
  });
});
