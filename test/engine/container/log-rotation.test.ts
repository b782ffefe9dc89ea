import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** What is left of the numbers up to 100 in the log of a container that was run with these options. */
function kept(options: string): string {
  const { last } = session(
    [`docker run --name web ${options} busybox seq 100`, 'docker logs web'],
    { images: ['busybox'] },
  );
  return last.stdout;
}

const numbers = (from: number): string =>
  Array.from({ length: 101 - from }, (_, i) => `${from + i}\n`).join('');

describe('the files of a log', () => {
  it.each([
    ['without a size', '', 1],
    ['of 1 kB, one: fourteen lines fill it', '--log-opt max-size=1k', 99],
    ['of 1 kB, two', '--log-opt max-size=1k --log-opt max-file=2', 85],
    ['large enough', '--log-opt max-size=1m', 1],
    ['more than were filled', '--log-opt max-size=1k --log-opt max-file=9', 1],
  ])('%s', (_, options, first) => {
    expect(kept(options)).toBe(numbers(first));
  });
});
