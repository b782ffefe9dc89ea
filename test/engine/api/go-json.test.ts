import { describe, expect, it } from 'vitest';
import { goJsonProblem } from '@/lib/engine/api/go-json';
import { readJsonBody } from '@/lib/engine/api/json-body';

describe('a body that is no JSON is refused in the words of Go', () => {
  it.each([
    ['{', 'unexpected EOF'],
    ['nope', "invalid character 'o' in literal null (expecting 'u')"],
    ['hello', "invalid character 'h' looking for beginning of value"],
    ['{a:1}', "invalid character 'a' looking for beginning of object key string"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":}', "invalid character '}' looking for beginning of value"],
    ['{"a":1 "b"}', "invalid character '\"' after object key:value pair"],
    ['[1 2]', "invalid character '2' after array element"],
    ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
    ['"a\nb"', "invalid character '\\x0a' in string literal"],
    ['"\\q"', "invalid character 'q' in string escape code"],
    ['1.x', "invalid character 'x' after decimal point in numeric literal"],
    ["'a'", "invalid character '\\'' looking for beginning of value"],
    ['{"a":[1,{"b":null}]}', null],
  ])('%s', (text, problem) => {
    expect(goJsonProblem(text)).toBe(problem);
  });

  it.each([
    ['{"a":1} x', 'application/json', 'unexpected content after JSON'],
    ['  ', 'application/json', 'invalid JSON: got EOF while reading request body'],
    [
      '{}',
      'text/plain',
      "unsupported Content-Type header (text/plain): must be 'application/json'",
    ],
    ['{}', '', 'malformed Content-Type header (): mime: no media type'],
    [
      `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
      'application/json',
      'invalid JSON: exceeded max depth',
    ],
  ])('%.20s as %s', (text, type, words) => {
    expect(() => readJsonBody(text, type)).toThrow(words);
  });

  it('counts no brackets in strings, and takes an empty body', () => {
    const deep = JSON.stringify({ a: '['.repeat(500), b: '\\"[' });
    expect(readJsonBody(deep, 'application/json; charset=utf-8')).toHaveProperty('a');
    expect(readJsonBody('', '')).toBeNull();
  });
});
