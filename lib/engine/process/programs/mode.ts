const WHO: Readonly<Record<string, number>> = { u: 0o4700, g: 0o2070, o: 0o1007, a: 0o7777 };
const UMASK = 0o022;

/** `755`, `u+x`, `go-w`, `a=rX,u+w` applied to permission bits (chmod(1)); null when it is not a mode. */
export function parseMode(text: string, before: number, isFolder: boolean): number | null {
  if (/^0*[0-7]{1,4}$/.test(text)) return Number.parseInt(text, 8);
  let mode = before;
  for (const clause of text.split(',')) {
    const match = /^([ugoa]*)((?:[-+=][rwxXst]*)+)$/.exec(clause);
    if (!match) return null;
    const [, who = '', actions = ''] = match;
    const mask =
      who === '' ? 0o7777 & ~UMASK : [...who].reduce((sum, letter) => sum | (WHO[letter] ?? 0), 0);
    for (const [, sign = '', letters = ''] of actions.matchAll(/([-+=])([rwxXst]*)/g)) {
      let bits = 0;
      for (const letter of letters) bits |= bitsOf(letter, mode, isFolder);
      bits &= mask;
      if (sign === '+') mode |= bits;
      else if (sign === '-') mode &= ~bits;
      // A folder keeps the marks that are not named (GNU lib/modechange.c).
      else mode = (mode & ~(isFolder ? mask & ~0o6000 : mask)) | bits;
    }
  }
  return mode;
}

function bitsOf(letter: string, mode: number, isFolder: boolean): number {
  switch (letter) {
    case 'r':
      return 0o444;
    case 'w':
      return 0o222;
    case 'x':
      return 0o111;
    case 'X':
      return isFolder || (mode & 0o111) !== 0 ? 0o111 : 0;
    case 's':
      return 0o6000;
    default:
      return 0o1000;
  }
}

/** `drwxr-xr-x`. */
export function modeText(type: string, mode: number): string {
  const three = (bits: number, special: boolean, letter: string): string =>
    `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${special ? (bits & 1 ? letter : letter.toUpperCase()) : bits & 1 ? 'x' : '-'}`;
  return `${type}${three(mode >> 6, (mode & 0o4000) !== 0, 's')}${three(mode >> 3, (mode & 0o2000) !== 0, 's')}${three(mode, (mode & 0o1000) !== 0, 't')}`;
}

/** The letter of an entry's kind in a long listing. */
export const kindLetter = {
  text: '-',
  zeros: '-',
  program: '-',
  link: 'l',
  device: 'c',
  directory: 'd',
} as const;
