import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vocabulary } from '@/lib/quiz/facts/fact';
import { parseFact } from '@/lib/quiz/facts/parse-fact';

describe('facts that can be asked', () => {
  test.each([
    'exists(web)',
    'not exists(web)',
    'state(web) == paused',
    'state(web) != "exited"',
    'memory(web) > 0',
    'size(nginx) >= 77.8MB',
    'memory(a) < memory(b)',
    'image(my:1) == image(nginx)',
    'made-from(web) == image(docker.io/library/nginx:latest)',
    'image(gone) == absent',
    'host-port(web, 80) == absent',
    'publishes(b, 8080) and not publishes(a, 8080)',
    'running(a) or running(b) and running(c)',
    '(running(a) or running(b)) and running(c)',
    'count(containers()) == 3',
    'count(containers(nginx)) > 1',
    'names(nginx) == "my:1, nginx:latest"',
    'env(web, MODE) == "prod test"',
    'file(web, /usr/share/nginx/html/index.html)',
    'hub(me/web)',
    'state(<name>) == <wanted>',
    'publishes(<name>, <port>)',
    'count(containers()) == <n>',
    'state(not) == and',
  ])('%s', (text) => {
    expect(parseFact(text)).toMatchObject({ ok: true });
  });

  test.each(Object.values(vocabulary).map(({ example }) => example))(
    'the example %s',
    (example) => {
      expect(parseFact(example)).toMatchObject({ ok: true });
    },
  );

  test('"and" binds closer than "or", and brackets decide', () => {
    const shape = (text: string): unknown => {
      const fact = parseFact(text);
      return fact.ok && 'parts' in fact.value
        ? [fact.value.kind, ...fact.value.parts.map(({ kind }) => kind)]
        : null;
    };
    expect(shape('running(a) or running(b) and running(c)')).toEqual(['or', 'call', 'and']);
    expect(shape('(running(a) or running(b)) and running(c)')).toEqual(['and', 'or', 'call']);
  });

  test('units are decimal, as Docker prints sizes', () => {
    expect(parseFact('size(a) == 77.8MB')).toMatchObject({
      value: { right: { value: 77_800_000 } },
    });
    expect(parseFact('size(a) == 12kB')).toMatchObject({ value: { right: { value: 12_000 } } });
  });
});

describe('texts that are no facts: where, what and what instead', () => {
  test.each([
    ['', 0, 'the fact ends too early', 'name a fact, for example `state(web)`'],
    ['exist(web)', 0, 'there is no fact `exist(…)`', 'did you mean "exists"?'],
    ['running', 0, '`running` alone is not a fact', 'write `running(web)`'],
    ['<name>', 0, 'a parameter alone is not a fact', 'name a fact, for example `state(web)`'],
    ['runing', 0, '`runing` alone is not a fact', 'did you mean "running"?'],
    ['exists()', 0, '`exists` takes 1 argument(s), not 0', 'write `exists(web)`'],
    ['exists(a, b)', 0, '`exists` takes 1 argument(s), not 2', 'write `exists(web)`'],
    [
      'containers(a, b) == x',
      0,
      '`containers` takes 0 to 1 argument(s), not 2',
      'write `containers(nginx)`',
    ],
    ['exists(web', 10, '`exists(` is never closed', 'add `)`; quote an argument that has spaces'],
    [
      'exists(my web)',
      10,
      '`exists(` is never closed',
      'add `)`; quote an argument that has spaces',
    ],
    ['exists(web) x', 12, '`x` is not expected here', 'join facts with `and` or `or`'],
    ['exists(web) and', 15, 'the fact ends too early', 'name a fact, for example `state(web)`'],
    [
      'exists(web) and state(web)',
      16,
      '`and` joins yes/no facts, and this is not one',
      'compare it, for example `state(web) == paused`',
    ],
    [
      'not state(web)',
      4,
      '`not` joins yes/no facts, and this is not one',
      'compare it, for example `state(web) == paused`',
    ],
    ['state(web) = paused', 11, 'a single `=` means nothing here', 'compare with `==`'],
    ['state(web) == "paused', 14, 'a quote is opened and never closed', 'close it with `"`'],
    ['!exists(web)', 0, '`!` means nothing here', 'for "not" write `not`, for inequality `!=`'],
    [
      'state(web) > 3',
      11,
      '`>` compares numbers only',
      'use `==` or `!=`, or a fact that is a number such as `memory(web)`',
    ],
    ['state(web) == 3', 14, 'a text is compared with a number', 'put the number in quotes: `"3"`'],
    [
      'memory(web) == much',
      12,
      'a number is compared with a text',
      'write a number without quotes',
    ],
    [
      'image(a) == nginx',
      9,
      'an image is compared with another image',
      'write `image(a) == image(b)` or `made-from(web) == image(nginx)`',
    ],
    [
      'exists(a) == exists(b)',
      10,
      'a yes/no fact is not compared',
      'write the fact itself, or `not` before it',
    ],
    ['publishes(web, http)', 0, '`http` is not a port', 'write `publishes(web, 8080)`'],
    ['file(web, etc)', 0, '`etc` is not an absolute path', 'write `file(web, /data/note)`'],
    ['count(nginx) == 1', 0, '`count` takes a list', 'write `count(containers())`'],
    ['exists(state(a))', 7, '`exists` takes a name here, not another fact', 'write `exists(web)`'],
    ['(exists(a)', 10, 'a bracket is never closed', 'add `)`'],
    ['exists(,)', 7, 'an argument is missing', 'name a container, an image, a port …'],
  ])('%s', (text, at, message, instead) => {
    expect(parseFact(text)).toEqual({ ok: false, error: { at, message, instead } });
  });

  test('deep nesting is refused instead of exhausting the stack', () => {
    expect(parseFact('('.repeat(200))).toMatchObject({
      ok: false,
      error: { message: 'the fact is nested too deeply' },
    });
    expect(parseFact(`${'not '.repeat(100)}exists(a)`)).toMatchObject({ ok: false });
  });

  test('any text gives a fact or a problem inside the text, and never throws', () => {
    const pieces = fc.constantFrom(
      'exists(',
      'a',
      ')',
      ' and ',
      ' or ',
      'not ',
      '==',
      '>',
      '"',
      ',',
      '(',
      '<n>',
      '1MB',
      ' ',
      '=',
      'state(',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const fact = parseFact(text);
          expect(fact.ok || (fact.error.at >= 0 && fact.error.at <= text.length)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
