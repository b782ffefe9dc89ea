import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arithmeticText } from '@/lib/engine/shell/arithmetic-error';
import { evaluateArithmetic } from '@/lib/engine/shell/arithmetic';
import type { Word } from '@/lib/engine/shell/ast';
import { expandPattern, expandText, expandWord } from '@/lib/engine/shell/expand';
import type { ExpansionContext } from '@/lib/engine/shell/expansion-context';
import { parseScript } from '@/lib/engine/shell/parse';
import { escapePattern, matchesPattern, trimPattern } from '@/lib/engine/shell/pattern';

function words(text: string): readonly Word[] {
  const parsed = parseScript(`echo ${text}`, 'ash');
  const command = parsed.ok ? parsed.value.items[0]?.list.first.commands[0] : undefined;
  if (command?.kind !== 'simple') throw new Error(text);
  return command.words.slice(1);
}

interface Shell {
  variables: Record<string, string>;
  positional?: string[];
  files?: string[];
  refuseUnset?: boolean;
}

function contextOf(shell: Shell): ExpansionContext {
  return {
    flavour: 'ash',
    parameter: (name) => shell.variables[name],
    positional: shell.positional ?? [],
    assign: (name, value) => {
      shell.variables[name] = value;
    },
    command: (script) =>
      script.items.length > 1
        ? { ok: false, error: 'not allowed' }
        : { ok: true, value: 'one two\nthree\n\n' },
    glob: (pattern) => (shell.files ?? []).filter((file) => matchesPattern(file, pattern)),
    refuseUnset: shell.refuseUnset ?? false,
  };
}

/** The fields in brackets, or after a dash the error. */
function fields(text: string, shell: Shell): string {
  const context = contextOf(shell);
  const shown: string[] = [];
  for (const word of words(text)) {
    const result = expandWord(word, context);
    if (!result.ok) return `- ${result.error.text}`;
    shown.push(...result.value.map((field) => `[${field}]`));
  }
  return shown.join('');
}

const base = (): Shell => ({
  variables: {
    HOME: '/home/learner',
    x: 'a b',
    e: '',
    p: '/usr/local/app.tar.gz',
    '?': '3',
    n: '4',
    s: '*',
  },
  positional: ['one', 'two words'],
  files: ['a.txt', 'b.txt', 'c.md'],
});

describe('expansion into fields', () => {
  test.each([
    ['plain "quoted text"', '[plain][quoted text]'],
    ['$x "$x" pre$x', '[a][b][a b][prea][b]'],
    ['$e "$e" $missing ""', '[][]'],
    ['a$e', '[a]'],
    ['$?', '[3]'],
    ['$1 "$2" $2 ${2} $3', '[one][two words][two][words][two][words]'],
    ['$#', '[2]'],
    ['"$@"', '[one][two words]'],
    ['$@', '[one][two][words]'],
    ['"$*"', '[one two words]'],
    ['pre"$@"post', '[preone][two wordspost]'],
    ['$(cmd)', '[one][two][three]'],
    ['"$(cmd)"', '[one two\nthree]'],
    ['$((n * 2 + 1)) "$(($n-1))"', '[9][3]'],
    ['${missing:-d e} ${e:-f} ${e-f} ${x:+set} ${missing:+set}', '[d][e][f][set]'],
    ['"${missing:-d e}"', '[d e]'],
    ['${#x} ${#missing}', '[3][0]'],
    [
      '${p##*/} ${p%.*} ${p%%.*} ${p#/*/}',
      '[app.tar.gz][/usr/local/app.tar][/usr/local/app][local/app.tar.gz]',
    ],
    ['${new:=1 2} $new', '[1][2][1][2]'],
    ['~ ~/x "~" a~', '[/home/learner][/home/learner/x][~][a~]'],
    ['*.txt "*.txt" *.none', '[a.txt][b.txt][*.txt][*.none]'],
    ['$s "$s"', '[a.txt][b.txt][c.md][*]'],
    ['[ab].txt ?.md', '[a.txt][b.txt][c.md]'],
    ['${missing?}', '- missing: parameter not set'],
    ['${missing:?no value}', '- missing: no value'],
    ['$((1/0))', '- divide by zero'],
    ['$((1 +))', '- arithmetic syntax error'],
    ['$(a; b)', '- not allowed'],
  ])('%s is %s', (text, expected) => {
    expect(fields(text, base())).toBe(expected);
  });

  test.each([
    ['a:b::c', '[a][b][][c]'],
    ['a:', '[a]'],
    [':a', '[][a]'],
    [' a : b ', '[ a ][ b ]'],
  ])('IFS=: splits %j', (value, expected) => {
    expect(fields('$v', { variables: { IFS: ':', v: value } })).toBe(expected);
  });

  test('blanks around another separator belong to it', () => {
    expect(fields('$v', { variables: { IFS: ' :', v: ' a : b  c ' } })).toBe('[a][b][c]');
    expect(fields('$v', { variables: { IFS: '', v: 'a b' } })).toBe('[a b]');
  });

  test('after set -u an unset parameter is an error', () => {
    expect(fields('$missing', { variables: {}, refuseUnset: true })).toBe(
      '- missing: parameter not set',
    );
    expect(fields('${missing:-x}', { variables: {}, refuseUnset: true })).toBe('[x]');
  });

  test('as one text nothing is split; as a pattern what is quoted is literal', () => {
    const [word] = words('$x"*"*');
    if (word === undefined) throw new Error('no word');
    expect(expandText(word, contextOf(base()))).toEqual({ ok: true, value: 'a b**' });
    expect(expandPattern(word, contextOf(base()))).toEqual({ ok: true, value: 'a b\\**' });
  });

  test('a word cannot grow without end', () => {
    const shell = { variables: { x: 'y'.repeat(400_000), many: 'a '.repeat(20_000) } };
    expect(fields('$x$x$x', shell)).toBe('- expansion too long');
    expect(fields('$many', shell)).toBe('- argument list too long');
  });
});

describe('arithmetic', () => {
  test.each([
    ['', '0'],
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['7 / 2 - 7 % 4', '0'],
    ['-7 / 2', '-3'],
    ['1 << 4 | 1', '17'],
    ['6 & 3 ^ 1', '3'],
    ['!0 + ~0', '0'],
    ['1 < 2 && 2 >= 2', '1'],
    ['0 || 1 == 2', '0'],
    ['n > 3 ? 10 : 20', '10'],
    ['0 && (1 / 0)', '0'],
    ['1 ? 5 : (n = 9)', '5'],
    ['n++ + ++n', '10'],
    ['n += 2, n * 2', '12'],
    ['0x1f + 010', '39'],
    ['missing + 1', '1'],
    ['indirect + 1', '6'],
    ['9223372036854775807 + 1', '-9223372036854775808'],
  ])('%s is %s', (source, expected) => {
    const variables: Record<string, string> = { n: '4', indirect: 'n + 1' };
    const result = evaluateArithmetic(source, {
      get: (name) => variables[name] ?? '',
      set: (name, value) => {
        variables[name] = value;
      },
    });
    expect(result.ok ? result.value.toString() : result.error).toBe(expected);
    expect(variables.n).not.toBe('9');
  });

  test.each(['1 +', '(1', '1 2', '08', '@', '5 = 1', 'loop', `${'('.repeat(5000)}1`])(
    '%s is a syntax error',
    (source) => {
      const value = evaluateArithmetic(source, { get: () => 'loop', set: () => undefined });
      expect(value.ok ? value.value : arithmeticText(value.error, source, 'ash')).toBe(
        'arithmetic syntax error',
      );
    },
  );
});

describe('patterns', () => {
  test.each([
    ['abc', 'a*c', true],
    ['abc', '*', true],
    ['', '*', true],
    ['abc', 'a?c', true],
    ['abc', '[!x]bc', true],
    ['abc', '[a-c][a-c]c', true],
    ['a]c', 'a[]]c', true],
    ['a*c', 'a\\*c', true],
    ['abc', 'a\\*c', false],
    ['abc', 'ab', false],
    ['a[b', 'a[b', true],
  ])('%s against %s: %s', (text, pattern, expected) => {
    expect(matchesPattern(text, pattern)).toBe(expected);
  });

  test('hostile patterns stay cheap', () => {
    expect(matchesPattern('a'.repeat(20_000), `${'*a'.repeat(50)}b`)).toBe(false);
  });

  test('an escaped text matches itself alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(matchesPattern(text, escapePattern(text))).toBe(true);
        expect(matchesPattern(`${text}x`, escapePattern(text))).toBe(false);
      }),
    );
  });

  test.each([
    ['a.b.c', '*.', 'prefix', false, 'b.c'],
    ['a.b.c', '*.', 'prefix', true, 'c'],
    ['a.b.c', '.*', 'suffix', false, 'a.b'],
    ['a.b.c', '.*', 'suffix', true, 'a'],
    ['abc', 'x', 'suffix', true, 'abc'],
  ] as const)('%s without %s (%s)', (text, pattern, side, longest, expected) => {
    expect(trimPattern(text, pattern, side, longest)).toBe(expected);
  });
});
