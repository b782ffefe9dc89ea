import { describe, expect, it } from 'vitest';
import { runLine, typeLine } from '@/lib/engine';
import { courseWorld, freshSandbox } from '../support/session-world';

/** What `ls` prints at the prompt of an ubuntu container with a terminal. */
function typed(...lines: readonly string[]): string {
  let run = typeLine(freshSandbox(), 'docker run -it --rm ubuntu bash', courseWorld);
  for (const line of lines) run = typeLine(run.sandbox, line, courseWorld);
  return run.shown;
}

describe('ls', () => {
  it('prints in columns that are read downwards at a terminal', () => {
    const lines = typed('ls /').trimEnd().split('\n');
    const names = typed('ls -1 /').trimEnd().split('\n');
    expect(lines.length).toBeLessThan(4);
    for (const line of lines) expect(line.length).toBeLessThan(80);
    const read = lines.map((line) => line.trim().split(/ {2,}/));
    const downwards = (read[0] ?? []).flatMap((_, column) =>
      read.flatMap((row) => row[column] ?? []),
    );
    expect(downwards).toEqual(names);
  });

  it.each(['ls / | cat', 'ls / > /tmp/x; cat /tmp/x', 'echo "$(ls /)"'])(
    'prints a name a line where it does not reach the terminal: %s',
    (line) => {
      expect(typed(line)).toBe(typed('ls -1 /'));
    },
  );

  it('makes columns of one width in busybox, also without a terminal when asked', () => {
    const asked = 'docker run --rm busybox sh -c "cd /tmp; touch aaa b cc d; ls -C"';
    expect(runLine(freshSandbox(), asked, courseWorld).stdout).toBe('aaa  b    cc   d\n');
    const plain = 'docker run --rm busybox sh -c "cd /tmp; touch aaa b; ls"';
    expect(runLine(freshSandbox(), plain, courseWorld).stdout).toBe('aaa\nb\n');
  });
});
