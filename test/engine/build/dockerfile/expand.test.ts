import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandWord, expandWords } from '@/lib/engine/build/dockerfile/expand';
import { EngineError } from '@/lib/engine/errors';

const values: Readonly<Record<string, string>> = {
  X: 'foo.tar.gz',
  E: '',
  N: '80 443',
  é: 'accent',
};
const options = { escape: '\\', variable: (name: string) => values[name] };

function expanded(word: string): string {
  try {
    return expandWord(word, options);
  } catch (failure) {
    if (!(failure instanceof EngineError)) throw failure;
    return `! ${failure.message}`;
  }
}

/** As buildkit's shell/envVarTest and lex.go have it. */
const table: readonly (readonly [word: string, expected: string])[] = [
  ['plain', 'plain'],
  ['$X', 'foo.tar.gz'],
  ['${X}y', 'foo.tar.gzy'],
  ['$Xy', ''],
  ['$é', 'accent'],
  ['$', '$'],
  ['$1x', 'x'],
  ['\\$X', '$X'],
  ["'$X'", '$X'],
  ['"$X"', 'foo.tar.gz'],
  ['"a\\b\\"c\\$X"', 'a\\b"c$X'],
  ['a\\ b', 'a b'],
  ['a\\', 'a'],
  ['${E:-empty}', 'empty'],
  ['${E-empty}', ''],
  ['${U-unset}', 'unset'],
  ['${X:+set}', 'set'],
  ['${E:+set}', ''],
  ['${E+set}', 'set'],
  ['${U:-${X:+inner}}', 'inner'],
  ['${X#*.}', 'tar.gz'],
  ['${X##*.}', 'gz'],
  ['${X%.*}', 'foo.tar'],
  ['${X%%.*}', 'foo'],
  ['${X/o/0}', 'f0o.tar.gz'],
  ['${X//o/0}', 'f00.tar.gz'],
  ['${X//*/all}', 'all'],
  ['${X#fo?}', '.tar.gz'],
  ['${X?not set}', 'foo.tar.gz'],
  ['${U?}', '! failed to process "${U?}": U: is not allowed to be unset'],
  ['${E:?}', '! failed to process "${E:?}": E: is not allowed to be empty'],
  ['${U:?needed}', '! failed to process "${U:?needed}": U: needed'],
  ['${', `! failed to process "\${": syntax error: missing '}'`],
  ['${}', '! failed to process "${}": syntax error: bad substitution'],
  ['${X:-y', `! failed to process "\${X:-y": syntax error: missing '}'`],
  ['${X/o', `! failed to process "\${X/o": syntax error: missing '/' in \${}`],
  ['${X:=y}', '! failed to process "${X:=y}": unsupported modifier (:=) in substitution'],
  ['${X:#y}', '! failed to process "${X:#y}": unsupported modifier (:#) in substitution'],
  [
    "'open",
    `! failed to process "'open": unexpected end of statement while looking for matching single-quote`,
  ],
  [
    '"open',
    '! failed to process "\\"open": unexpected end of statement while looking for matching double-quote',
  ],
  [
    '${X#\\q}',
    `! failed to process "\${X#\\\\q}": invalid pattern (\\q) in substitution: invalid escape '\\q'`,
  ],
];

describe('words of a Dockerfile', () => {
  it.each(table)('%s is %s', (word, result) => {
    expect(expanded(word)).toBe(result);
  });

  it('a backtick escapes where the file says so', () => {
    expect(expandWord('`$X\\y', { ...options, escape: '`' })).toBe('$X\\y');
  });

  it('several words come of one where blanks stand outside of quotes', () => {
    expect(expandWords('$N "a b" c', options)).toEqual(['80', '443', 'a b', 'c']);
  });

  it('what grows without end is refused in words', () => {
    const variable = (): string => 'x'.repeat(60_000);
    expect(() => expandWord('$a$b', { escape: '\\', variable })).toThrow('longer than 65536');
    expect(() => expandWord('${a:-'.repeat(200), options)).toThrow('stand in one another');
    expect(() => expandWord('${a//*x*/y}', { escape: '\\', variable })).toThrow('more steps');
  });

  it('any text is read, or refused in words', () => {
    const piece = fc.constantFrom(
      ...['$', '{', '}', '${X', ':-', ':+', '#', '##', '%', '/', '//', '*', '?', '\\', '"', "'"],
      ...[' ', 'X', 'E', 'a', '<<', '<', '-', ':', '1', 'é', '😀'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        expect(typeof expanded(pieces.join(''))).toBe('string');
      }),
      { numRuns: 5_000 },
    );
  });
});
