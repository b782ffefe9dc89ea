import { complain } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { parseMode } from './programs/mode';
import { say } from './say';

const PLAIN = 0o022;

/** `umask [-p] [-S] [MODE]`: which bits new files do not get; `-S` tells those that they may have (POSIX.1-2017, umask). */
export function umask(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  const isBash = m.flavour === 'bash';
  const before = m.umask ?? PLAIN;
  const word = args.find((arg) => !/^-[Sp]+$/.test(arg));
  const options = args.filter((arg) => arg !== word).join('');
  if (!isBash && options.includes('p')) {
    complain(shell, streams, 'umask: Illegal option -p');
    return 2;
  }
  if (word === undefined) {
    const shown = options.includes('S') ? symbolic(before) : octal(before);
    const prefix = options.includes('p') ? `umask ${options.includes('S') ? '-S ' : ''}` : '';
    return say(shell, streams, 'umask', `${prefix}${shown}\n`);
  }
  const isNumber = /^\d/.test(word);
  const mode =
    isNumber && !/^[0-7]{1,4}$/.test(word) ? null : parseMode(word, 0o777 & ~before, true);
  if (mode === null) {
    const inBash = isNumber
      ? `${word}: octal number out of range`
      : `\`${word.charAt(0)}': invalid symbolic mode operator`;
    const inAsh = isNumber ? `Illegal number: ${word}` : `Illegal mode: ${word}`;
    complain(shell, streams, `umask: ${isBash ? inBash : inAsh}`);
    return isBash ? 1 : 2;
  }
  m.umask = (isNumber ? mode : ~mode) & 0o777;
  return isBash && options.includes('S')
    ? say(shell, streams, 'umask', `${symbolic(m.umask)}\n`)
    : 0;
}

function octal(mask: number): string {
  return mask.toString(8).padStart(4, '0');
}

/** `u=rwx,g=rx,o=` */
function symbolic(mask: number): string {
  const letters = (shift: number): string =>
    ['r', 'w', 'x'].filter((_, at) => ((mask >> shift) & (4 >> at)) === 0).join('');
  return `u=${letters(6)},g=${letters(3)},o=${letters(0)}`;
}
