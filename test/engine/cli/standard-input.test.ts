import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

describe('docker run and its standard input', () => {
  it.each([
    ['echo hi | docker run --rm -i busybox cat', 'hi\n', 0],
    ['echo hi | docker run --rm busybox cat', '', 0],
    ["echo 'echo a; exit 3' | docker run --rm -i busybox sh", 'a\n', 3],
    ["printf 'a\\nb\\n' | docker run --rm -i busybox sh -c 'read x; echo got $x'", 'got a\n', 0],
  ])('%s', (line, stdout, exitCode) => {
    const { last } = session([line], { images: ['busybox'] });
    expect([last.stdout, last.exitCode]).toEqual([stdout, exitCode]);
  });
});
