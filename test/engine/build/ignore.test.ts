import { describe, expect, it } from 'vitest';
import { IgnorePatterns, readIgnoreFile } from '@/lib/engine/build/ignore';

function ignored(file: string, path: string): boolean {
  return new IgnorePatterns(readIgnoreFile(file)).matches(path);
}

/** As moby/patternmatcher's tests have it. */
const table: readonly (readonly [file: string, path: string, left: boolean])[] = [
  ['*.log', 'a.log', true],
  ['*.log', 'd/a.log', false],
  ['**/*.log', 'd/e/a.log', true],
  ['**/*.log', 'a.log', true],
  ['**', 'a/b', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'a', false],
  ['a/**/c', 'a/c', true],
  ['a/**/c', 'a/b/b/c', true],
  ['dir', 'dir/deep/file', true],
  ['/dir/', 'dir/file', true],
  ['./dir/../x', 'x', true],
  ['*/tmp*', 'a/tmp1/f', true],
  ['*/tmp*', 'tmp1', false],
  ['te?t', 'test', true],
  ['[a-c].txt', 'b.txt', true],
  ['[^a].txt', 'a.txt', false],
  ['# a.txt\n\n  b.txt  ', 'a.txt', false],
  ['# a.txt\n\n  b.txt  ', 'b.txt', true],
  ['*.md\n!README.md', 'README.md', false],
  ['!README.md\n*.md', 'README.md', true],
  ['*\n!src\nsrc/x', 'src/x', true],
  ['*\n!src', 'src/deep/y', false],
  ['*', '.', false],
  ['**/*.txt\n!**/c', 'b/c/three.txt', true],
  ['b\n!**/c', 'b/c/three.txt', false],
  ['[!a].txt', 'b.txt', false],
  ['[!a].txt', 'a.txt', true],
  ['a\\*', 'a*', true],
  ['a\\*', 'ab', false],
];

describe('.dockerignore', () => {
  it.each(table)('%j: %s is left out: %s', (file, path, left) => {
    expect(ignored(file, path)).toBe(left);
  });

  it('a line that is no pattern is refused', () => {
    expect(() => ignored('[a', 'x')).toThrow('syntax error in pattern');
    expect(() => ignored('!', 'x')).toThrow('illegal exclusion pattern: "!"');
  });
});
