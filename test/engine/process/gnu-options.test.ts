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
