import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const told = (command: string): string => {
  const { stdout, stderr, exitCode } = session([command]).last;
  return `${stdout}${stderr}=${exitCode}`;
};

/* Recorded from GNU coreutils 9.1. */
describe('a GNU program tells a letter that it does not know', () => {
  it.each([
    ['ls -l9', "ls: invalid option -- '9'", 2],
    ['sort -Z', "sort: invalid option -- 'Z'", 2],
    ['cat -Z', "cat: invalid option -- 'Z'", 1],
    ['mkdir -pq new', "mkdir: invalid option -- 'q'", 1],
    ['head -n', "head: option requires an argument -- 'n'", 1],
    ['wc -:', "wc: invalid option -- ':'", 1],
  ])('%s', (command, words, code) => {
    const [name = ''] = command.split(' ');
    expect(told(command)).toBe(`${words}\nTry '${name} --help' for more information.\n=${code}`);
  });

  it.each([
    ["printf 'a:2\\nb:1\\n' | sort -t: -nrk2", 'a:2\nb:1\n=0'],
    ["printf 'a\\nb\\n' | head -1", 'a\n=0'],
    ["printf 'a-b\\n' | cut -d - -f 2", 'b\n=0'],
    ["printf 'a\\nb\\n' | tail -qn1", 'b\n=0'],
  ])('and takes %s', (command, printed) => {
    expect(told(command)).toBe(printed);
  });
});

/* Recorded from GNU coreutils 9.1, diffutils 3.8 and grep 3.8. */
describe('a GNU program reads long options', () => {
  it.each([
    ['ls --foo', "ls: unrecognized option '--foo'", 2],
    ['ls / --foo=1', "ls: unrecognized option '--foo=1'", 2],
    ['ls --all=3', "ls: option '--all' doesn't allow an argument", 2],
    ['ls --rec=3', "ls: option '--recursive' doesn't allow an argument", 2],
    ['ls --re', "ls: option '--re' is ambiguous; possibilities: '--reverse' '--recursive'", 2],
    ['ls --width', "ls: option '--width' requires an argument", 2],
    ['seq --foo 3', "seq: unrecognized option '--foo'", 1],
    ['chmod --foo 1 f', "chmod: unrecognized option '--foo'", 1],
  ])('%s', (command, words, code) => {
    const [name = ''] = command.split(' ');
    expect(told(command)).toBe(`${words}\nTry '${name} --help' for more information.\n=${code}`);
  });

  it.each([
    ["printf 'b\\na\\n' | tail --line=1", 'a\n=0'],
    ["printf 'b 2\\na 1\\n' | sort --key 2", 'a 1\nb 2\n=0'],
    ["printf 'b 2\\na 1\\n' | sort --numeric-sort --key=2 --rev", 'b 2\na 1\n=0'],
    ["printf 'a\\na\\n' | uniq --count", '      2 a\n=0'],
    ["printf 'a b\\n' | cut --delimiter=' ' --fields 2", 'b\n=0'],
    ['seq --equal-width 9 10', '09\n10\n=0'],
    ['basename --suffix=.c a.c', 'a\n=0'],
    ["printf 'a --count\\n' | grep -e --count", 'a --count\n=0'],
    ["printf 'a --foo\\n' | grep -n -- --foo", '1:a --foo\n=0'],
    ['id --user', '1000\n=0'],
  ])('and runs %s', (command, printed) => {
    expect(told(command)).toBe(printed);
  });

  it.each([
    [
      'grep --foo a',
      "grep: unrecognized option '--foo'\nUsage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n=2",
    ],
    [
      'grep -k a',
      "grep: invalid option -- 'k'\nUsage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n=2",
    ],
    [
      'diff --foo a b',
      "diff: unrecognized option '--foo'\ndiff: Try 'diff --help' for more information.\n=2",
    ],
  ])('%s', (command, words) => {
    expect(told(command)).toBe(words);
  });
});
