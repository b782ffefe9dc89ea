import { describe, expect, test } from 'vitest';
import { filledLine, lineWith, readBlankLine, readFilling } from '@/lib/quiz/blank-line';

describe('a line with gaps', () => {
  test.each([
    ['docker stop [name]', ['docker stop ', ''], ['name']],
    ['[verb] x', ['', ' x'], ['verb']],
    ['docker run -p [host]:[inner] nginx', ['docker run -p ', ':', ' nginx'], ['host', 'inner']],
    ['docker [a][b]', ['docker ', '', ''], ['a', 'b']],
    ['docker ps', ['docker ps'], []],
    ['\\[a] [b-2]', ['[a] ', ''], ['b-2']],
    ['CMD ["x"] [1]', ['CMD ["x"] [1]'], []],
  ])('%s', (line, pieces, gaps) => {
    expect(readBlankLine(line)).toEqual({ pieces, gaps });
  });

  test('is filled in the order of its gaps, or by their names', () => {
    const line = 'docker run -p [host]:[inner] nginx';
    const filled = 'docker run -p 8080:80 nginx';
    expect(filledLine(readBlankLine(line).pieces, ['8080', '80'])).toBe(filled);
    expect(lineWith(line, { inner: '80', host: '8080' })).toBe(filled);
  });
});

describe('what stands in a gap', () => {
  test.each(['web', '-d', '8080:80', 'me/web:1.0', 'A=b', '{{.State}}', '/srv/*.txt', '  web '])(
    '%j is one word',
    (text) => {
      expect(readFilling(text)).toEqual({ ok: true, value: text.trim() });
    },
  );

  test.each([
    'a b',
    'a\tb',
    "'a'",
    '"a"',
    'a;b',
    'a&b',
    'a|b',
    '<a',
    '>a',
    '$A',
    '`a`',
    '(a)',
    'a\\',
  ])('%j is not', (text) => {
    expect(readFilling(text)).toMatchObject({ ok: false, error: { kind: 'sign' } });
  });

  test('nothing and too much are refused by name', () => {
    expect(readFilling(' ')).toEqual({ ok: false, error: { kind: 'empty' } });
    expect(readFilling('x'.repeat(101))).toMatchObject({ error: { kind: 'too-long' } });
  });
});
