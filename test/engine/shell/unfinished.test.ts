import { describe, expect, it } from 'vitest';
import { createSandbox, runLine, type Sandbox } from '@/lib/engine';
import { isUnfinished } from '@/lib/engine/shell/unfinished';
import { courseWorld, freshSandbox } from '../support/session-world';

/** What each line prints, with the prompt that stands behind it. */
function typed(start: Sandbox, ...lines: readonly string[]): readonly string[] {
  let sandbox = start;
  return lines.map((line) => {
    const run = runLine(sandbox, line, courseWorld);
    sandbox = run.sandbox;
    return `${run.stdout}${run.stderr}${run.prompt}`;
  });
}

const prompt = 'learner@docker-vm:~$ ';

describe('a line that goes on', () => {
  it.each([
    'echo "a',
    "echo 'a",
    'echo a \\',
    'a &&',
    'a |',
    'for i in 1',
    'if a',
    'f() {',
    'echo $(ls',
    'cat <<EOF\nx',
  ])('%j asks for more', (text) => {
    expect(isUnfinished(text, 'bash')).toBe(true);
  });

  it.each([
    '',
    'echo a',
    'echo "a\nb"',
    'echo a \\\\',
    '# a \\',
    'a ;;',
    'fi',
    'cat <<EOF\nx\nEOF',
  ])('%j is whole, or wrong', (text) => {
    expect(isUnfinished(text, 'bash')).toBe(false);
  });

  it('is asked for with the second prompt and run as one', () => {
    expect(typed(freshSandbox(), 'echo "a', 'b"')).toEqual(['> ', `a\nb\n${prompt}`]);
    expect(typed(freshSandbox(), 'for i in 1 2', 'do echo $i', 'done')).toEqual([
      '> ',
      '> ',
      `1\n2\n${prompt}`,
    ]);
  });

  it('can be a docker command', () => {
    const lines = ['docker run --rm \\', 'busybox \\', 'echo hello'];
    expect(typed(freshSandbox(), ...lines)).toEqual(['> ', '> ', `hello\n${prompt}`]);
  });

  it('is dropped by Ctrl-C, and complained of at Ctrl-D', () => {
    expect(typed(freshSandbox(), "echo 'a", '\u0003', 'echo $?')).toEqual([
      '> ',
      prompt,
      `130\n${prompt}`,
    ]);
    expect(typed(freshSandbox(), "echo 'a", '\u0004')[1]).toBe(
      `-bash: unexpected EOF while looking for matching \`''\n${prompt}`,
    );
  });

  it('goes on in the shell of a container', () => {
    const lines = typed(freshSandbox(), 'docker run -it busybox sh', 'echo "a', 'b"', 'exit');
    expect(lines.slice(1)).toEqual(['> ', 'a\nb\n/ # ', prompt]);
  });

  it('is refused off a terminal, where every line is a script of its own', () => {
    const script = createSandbox({
      world: courseWorld,
      seed: 'script',
      now: 0,
      images: [],
      terminal: false,
    });
    expect(typed(script, 'echo "a')[0]).toContain('unexpected EOF while looking for matching');
  });
});
