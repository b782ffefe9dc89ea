import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function inside(image: string, script: string): string {
  const whole = `cd /tmp; mkdir -p d r/s; echo x > f; echo y > g; ${script}`;
  return session([`docker run --rm ${image} sh -c '(${whole}) 2>&1'`], {
    images: ['ubuntu', 'busybox'],
  }).last.stdout;
}

/* Recorded from GNU coreutils 9.1. */
describe('GNU', () => {
  it.each([
    ['mkdir -pv a/b', "mkdir: created directory 'a'\nmkdir: created directory 'a/b'\n"],
    ['mkdir -p f/x', "mkdir: cannot create directory 'f': Not a directory\n"],
    ['mkdir -p f', "mkdir: cannot create directory 'f': File exists\n"],
    ['rmdir -pv r/s', "rmdir: removing directory, 'r/s'\nrmdir: removing directory, 'r'\n"],
    ['touch r/k; rmdir -p r/s', "rmdir: failed to remove directory 'r': Directory not empty\n"],
    ['touch d/k; rmdir --ignore-fail-on-non-empty d; echo $?', '0\n'],
    ['rm -rv r', "removed directory 'r/s'\nremoved directory 'r'\n"],
    ['rm -v f', "removed 'f'\n"],
    [
      'rm -dv d; touch r/k; rm -d r',
      "removed directory 'd'\nrm: cannot remove 'r': Directory not empty\n",
    ],
    ['ln -sv f l', "'l' -> 'f'\n"],
    ['ln -v f m', "'m' => 'f'\n"],
    ['ln -sv f g d', "'d/f' -> 'f'\n'd/g' -> 'g'\n"],
    ['ln -t d -s f g; ls d', 'f\ng\n'],
    ['ln -s f g h', "ln: target 'h': No such file or directory\n"],
    ['ln -s f g', "ln: failed to create symbolic link 'g': File exists\n"],
    ['ln nope n', "ln: failed to access 'nope': No such file or directory\n"],
    ['ln', "ln: missing file operand\nTry 'ln --help' for more information.\n"],
    ['cp -v f g d', "'f' -> 'd/f'\n'g' -> 'd/g'\n"],
    ['cp -rv r d/', "'r' -> 'd/r'\n'r/s' -> 'd/r/s'\n"],
    ['cp -t nope f', "cp: target directory 'nope': No such file or directory\n"],
    ['cp f g h', "cp: target 'h': No such file or directory\n"],
    ['cp -T f d', "cp: cannot overwrite directory 'd' with non-directory\n"],
    ['cp -r d f', "cp: cannot overwrite non-directory 'f' with directory 'd'\n"],
    ['cp f f', "cp: 'f' and 'f' are the same file\n"],
    [
      'cp f',
      "cp: missing destination file operand after 'f'\nTry 'cp --help' for more information.\n",
    ],
    ['cp -r --parents -v r/s d', "r -> d/r\n'r/s' -> 'd/r/s'\n"],
    ['cp -uv f g; cat g', 'y\n'],
    ['cp -s f k; readlink k', 'f\n'],
    ['cp -l f k; stat -c %h f', '2\n'],
    ['mv -v f d', "renamed 'f' -> 'd/f'\n"],
    ['touch -d 2020-01-01 f; mv -u f g; cat f g', 'x\ny\n'],
    ['mv d d', "mv: cannot move 'd' to a subdirectory of itself, 'd/d'\n"],
    ['mv -T f d', "mv: cannot overwrite directory 'd' with non-directory\n"],
    ['chmod -v 600 f', "mode of 'f' changed from 0644 (rw-r--r--) to 0600 (rw-------)\n"],
    ['chmod -v 644 f; chmod -c 644 f', "mode of 'f' retained as 0644 (rw-r--r--)\n"],
    [
      'chmod -v 600 nope',
      "'nope' could not be accessed\nchmod: cannot access 'nope': No such file or directory\n",
    ],
    ['chown -v root f', "ownership of 'f' retained as root\n"],
    ['chown -v daemon f', "changed ownership of 'f' from root to daemon\n"],
    ['chown -c daemon:www-data f', "changed ownership of 'f' from root:root to daemon:www-data\n"],
    ['chown -v :www-data f', "changed ownership of 'f' from root:root to :www-data\n"],
    ['chgrp -v www-data f', "changed group of 'f' from root to www-data\n"],
  ])('%s', (script, printed) => {
    const lines = (text: string) => text.split('\n').sort();
    expect(lines(inside('ubuntu', script))).toEqual(lines(printed));
  });
});

/* Recorded from busybox 1.35. */
describe('busybox', () => {
  it.each([
    ['mkdir -v a', "created directory: 'a'\n"],
    ['mkdir -p f/x', "mkdir: can't create directory 'f/': Not a directory\n"],
    ['rmdir -v d', "rmdir: removing directory, 'd'\n"],
    ['rm -rv r', "removed directory: 'r/s'\nremoved directory: 'r'\n"],
    ['ln -v f k', "'k' -> 'f'\n"],
    ['ln nope n', 'ln: nope: No such file or directory\n'],
    ['cp -rv r d', "'r/s' -> 'd/r/s'\n'r' -> 'd/r'\n"],
    ['mv -v f k', "'f' -> 'k'\n"],
    ['mv d f', "mv: can't rename 'd': Not a directory\n"],
    ['chmod -v 600 f', "mode of 'f' changed to 0600 (rw-------)\n"],
    ['chown -v 1:1 f', "changed ownership of 'f' to 1:1\n"],
  ])('%s', (script, printed) => {
    expect(inside('busybox', script)).toBe(printed);
  });
});
