/** Option letters that a program knows, and those of them with a value. */
export interface Letters {
  readonly all: string;
  readonly valued: string;
}

/** What is wrong with a long option, or how many words behind it are its value. */
export interface LongOption {
  readonly wrong: string | null;
  readonly takes: 0 | 1;
}

/**
 * What getopt says of the first option that is none, or that lacks its value.
 *
 * @param letters null where only long options are known
 */
export function wrongOption(
  argv: readonly string[],
  letters: Letters | null,
  readLong: (word: string) => LongOption,
): string | null {
  for (let i = 1; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--') return null;
    if (word.startsWith('--')) {
      const { wrong, takes } = readLong(word);
      if (wrong !== null) return wrong;
      i += takes;
      if (i >= argv.length) return `option '${word}' requires an argument`;
      continue;
    }
    if (letters === null || !word.startsWith('-') || word === '-' || /^-\d+$/.test(word)) continue;
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? '';
      if (!letters.all.includes(letter)) return `invalid option -- '${letter}'`;
      if (!letters.valued.includes(letter)) continue;
      if (at + 1 === word.length && ++i >= argv.length)
        return `option requires an argument -- '${letter}'`;
      break;
    }
  }
  return null;
}
