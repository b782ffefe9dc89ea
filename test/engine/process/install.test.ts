import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** What a script prints in a container of Debian's, and its exit code. */
function told(script: string, flags = ''): [string, number] {
  const { last } = session([`docker run --rm ${flags} nginx sh -c '${script}'`]);
  return [last.stdout + last.stderr, last.exitCode];
}

// What coreutils 9.1 of Debian 12 prints.
describe('install', () => {
  const TRY = "Try 'install --help' for more information.\n";

  it.each([
    ['install', `install: missing file operand\n${TRY}`],
    ['install f', `install: missing destination file operand after \u0027f\u0027\n${TRY}`],
    [
      'install f nope/x',
      "install: cannot create regular file 'nope/x': No such file or directory\n",
    ],
    ['install -m 9 f g', "install: invalid mode '9'\n"],
    ['install -o nobodyx f g', "install: invalid user 'nobodyx'\n"],
    ['install -g gg f g', "install: invalid group 'gg'\n"],
    ['install -d f', "install: cannot create directory 'f': File exists\n"],
    ['install f f', "install: 'f' and 'f' are the same file\n"],
    ['install f x y', "install: target 'y': No such file or directory\n"],
    ['install -m 644 nof g', "install: cannot stat 'nof': No such file or directory\n"],
    ['mkdir a; install a z', "install: omitting directory 'a'\n"],
    ['install -t', `install: option requires an argument -- 't'\n${TRY}`],
  ])('%s', (command, text) => {
    expect(told(`cd /tmp; echo a >f; ${command}`)).toEqual([text, 1]);
  });

  it.each([
    ['install -v -d a/b', "install: creating directory 'a'\ninstall: creating directory 'a/b'\n"],
    [
      'install -vD f c/d/e',
      "install: creating directory 'c'\ninstall: creating directory 'c/d'\n'f' -> 'c/d/e'\n",
    ],
    ['install -v f g; install -v f g', "'f' -> 'g'\n'f' -> 'g'\n"],
    ['install f g; stat -c "%a %U" g', '755 root\n'],
    ['install -d -m 0750 -o www-data -g nogroup k; stat -c "%a %U %G" k', '750 www-data nogroup\n'],
    ['mkdir t; install -m u=rw,go= f -t t; stat -c "%a" t/f; cat t/f', '600\na\n'],
  ])('%s', (command, text) => {
    expect(told(`cd /tmp; echo a >f; ${command}`)).toEqual([text, 0]);
  });

  it('is refused where the user may not write', () => {
    expect(told('install -d /opt/x', '-u 1000')).toEqual([
      "install: cannot create directory '/opt/x': Permission denied\n",
      1,
    ]);
  });
});

describe('clear', () => {
  it('empties the screen of a terminal and asks for one', () => {
    expect(told('clear')).toEqual(['TERM environment variable not set.\n', 1]);
    expect(told('clear', '-e TERM=xterm')).toEqual(['\u001b[H\u001b[2J\u001b[3J', 0]);
  });
});
