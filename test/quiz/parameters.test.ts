import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '@/lib/kernel/random';
import {
  assignmentCount,
  drawParameters,
  fillLocale,
  fillText,
  parametersIn,
} from '@/lib/quiz/parameters';
import type { Parameter } from '@/lib/quiz/template';

const name: Parameter = {
  names: ['name'],
  draw: { kind: 'rows', rows: [['web'], ['api'], ['db']] },
};
const pair: Parameter = {
  names: ['a', 'b'],
  draw: { kind: 'distinct', values: ['web', 'api', 'db'] },
};
const row: Parameter = {
  names: ['image', 'port'],
  draw: {
    kind: 'rows',
    rows: [
      ['nginx', '80'],
      ['redis', '6379'],
    ],
  },
};
const port: Parameter = { names: ['x', 'y'], draw: { kind: 'range', from: 8080, to: 8082 } };

test('the same seed draws the same values, and every value comes up', () => {
  const all = [name, pair, row, port];
  expect(drawParameters(all, seededRandom('s'))).toEqual(drawParameters(all, seededRandom('s')));
  const names = new Set(
    Array.from({ length: 60 }, (_, i) => drawParameters([name], seededRandom(`s${i}`))['name']),
  );
  expect([...names].sort()).toEqual(['api', 'db', 'web']);
});

test('names of one list and of one range are never equal; rows stay together', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const values = drawParameters([pair, row, port], seededRandom(seed));
      expect(values['a']).not.toBe(values['b']);
      expect(values['x']).not.toBe(values['y']);
      expect([
        ['nginx', '80'],
        ['redis', '6379'],
      ]).toContainEqual([values['image'], values['port']]);
      expect(['8080', '8081', '8082']).toContain(values['x']);
    }),
  );
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

describe('a parameter may be made of others', () => {
  const label: Parameter = {
    names: ['label'],
    draw: { kind: 'made', value: { ko: '<what> <name>', en: 'the <what> <name>' } },
  };
  const address: Parameter = { names: ['address'], draw: { kind: 'made', value: 'localhost:<x>' } };
  const next: Parameter = {
    names: ['next'],
    draw: { kind: 'reckoned', left: '<x>', sign: '+', right: '1' },
  };
  const twice: Parameter = {
    names: ['twice'],
    draw: { kind: 'reckoned', left: '<next>', sign: '*', right: '2' },
  };
  const what: Parameter = {
    names: ['what', 'path'],
    draw: { kind: 'rows', rows: [[{ ko: '캐시', en: 'cache' }, '/<name>']] },
  };

  test('in any order, in words and in rows, and numbers are reckoned', () => {
    const values = drawParameters(
      [twice, next, label, address, what, port, name],
      seededRandom('s'),
    );
    const first = Number(values['x']);
    expect(values).toMatchObject({
      address: `localhost:${first}`,
      next: String(first + 1),
      twice: String((first + 1) * 2),
      label: { ko: `캐시 ${textOf(values['name'])}`, en: `the cache ${textOf(values['name'])}` },
      path: `/${textOf(values['name'])}`,
    });
  });

  test('a text made of words is words', () => {
    const text: Parameter = { names: ['text'], draw: { kind: 'made', value: '<what>-1' } };
    expect(drawParameters([text, what, name], seededRandom('s'))['text']).toEqual({
      ko: '캐시-1',
      en: 'cache-1',
    });
  });

  test('they draw nothing: what else is drawn, and how many assignments there are, stays', () => {
    const without = drawParameters([port, name], seededRandom('s'));
    expect(drawParameters([next, port, address, name], seededRandom('s'))).toMatchObject(without);
    expect(assignmentCount([next, port, address, name])).toBe(assignmentCount([port, name]));
  });
});

test('counts the assignments', () => {
  expect(assignmentCount([name, pair, row, port])).toBe(3 * 6 * 2 * 6);
  expect(assignmentCount([])).toBe(1);
});

describe('filling in', () => {
  const values = { name: 'web', what: { ko: '웹 서버', en: 'web server' } };
  test.each([
    ['docker stop <name>', 'docker stop web'],
    ['<name><name>', 'webweb'],
    ['\\<name>', '<name>'],
    ["docker ps --format '{{.Names}}' $HOME $(id)", "docker ps --format '{{.Names}}' $HOME $(id)"],
    ['sort < file > other', 'sort < file > other'],
    ['a <unknown>', 'a <unknown>'],
  ])('%s → %s', (text, expected) => {
    expect(fillText(text, values)).toBe(expected);
  });

  test('words of two languages go into each language', () => {
    const words = { ko: '<what> `<name>`', en: '<what> `<name>`' };
    expect(fillLocale(words, 'ko', values)).toBe('웹 서버 `web`');
    expect(fillLocale(words, 'en', values)).toBe('web server `web`');
  });

  test('parameters are found once each, escaped ones not at all', () => {
    expect(parametersIn('<a> <b> <a> \\<c> <1> <d-e>')).toEqual(['a', 'b', 'd-e']);
  });
});
