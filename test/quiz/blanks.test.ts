import { describe, expect, test } from 'vitest';
import { deserialise } from '@/lib/engine';
import { generateVariant } from '@/lib/quiz/generate-variant';
import { gradeResponse } from '@/lib/quiz/grade';
import { parseResponse } from '@/lib/quiz/parse-response';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { proveTemplate } from '@/lib/quiz/prove-template';
import { verdictOf } from '@/lib/quiz/verdict-view';
import { context, known, ofEveryKind, templateOf } from './context-for-tests';

const template = templateOf(`
id: free-port
concept: lifecycle.running
given: docker run -d --name aa -p 8081:80 nginx
ask: { ko: 채우세요., en: Fill in. }
blanks:
  line: docker run -d --name [name] -p [host]:[inner] nginx
  goal: [running(bb), "host-port(bb, 80) > 0"]
  solution: { name: bb, host: 8082, inner: 80 }
  wrong: [{ host: 8081 }, { host: 80, inner: 8082 }]
  beliefs: [host-port-shareable, port-order-swapped]
`);
const made = generateVariant(template, 'seed', context);
if (!made.ok) throw new Error(made.error.message);
const { question, key, proof, setup } = made.value;
const scene = { setup: () => deserialise(setup), context };
const fill = (...fillings: string[]) => ({ kind: 'blanks', fillings }) as const;

describe('a filled line', () => {
  test.each([
    ['the solution', ['bb', '8082', '80'], 1, []],
    ['another filling that reaches the goal', ['bb', '9999', '80'], 1, []],
    ['one gap wrong', ['aa', '8082', '80'], 2 / 3, []],
    ['a gap counts by what it does, not by how it is spelt', ['xx', '9000', '80'], 2 / 3, []],
    ['what a belief takes for right', ['bb', '8081', '80'], 2 / 3, ['host-port-shareable']],
    ['both ports the other way round', ['bb', '80', '8082'], 2 / 3, ['port-order-swapped']],
    ['nothing right', ['aa', '8081', '99'], 0, []],
  ] as const)('%s', (_what, fillings, score, beliefs) => {
    const grade = gradeResponse({ question, key }, fill(...fillings), scene);
    expect(grade.score).toBeCloseTo(score);
    expect(grade.correct).toBe(score === 1);
    expect(grade.misconceptions).toEqual(beliefs);
  });

  test('the verdict says gap by gap what was right', () => {
    const response = fill('aa', '8082', '80');
    const grade = gradeResponse({ question, key }, response, scene);
    const told = { ...scene, locale: 'en', beliefs: [], statements: [] } as const;
    const verdict = verdictOf({ question, key, proof }, response, grade, {
      ...told,
      made: { template, seed: 'seed' },
    });
    expect(verdict.gaps).toEqual([false, true, true]);
    expect(verdict.key).toEqual({ kind: 'blanks', solution: ['bb', '8082', '80'] });
  });

  test.each([
    ['an empty gap', ['bb', '', '80'], 'Fill in every blank.'],
    ['two words', ['bb', '80 81', '80'], 'Write one word without spaces in blank 2.'],
    ['a shell sign', ['b;ls', '1', '2'], '`;` cannot stand in blank 1. Write one plain word.'],
  ])('%s is not wrong but invalid', (_what, fillings, words) => {
    const parsed = parseResponse(question, { kind: 'blanks', fillings });
    expect(parsed.ok ? null : parsed.error.en).toBe(words);
  });
});

describe('what is refused of a line with gaps, and where', () => {
  const broken = (from: string, to: string) => {
    const text = ofEveryKind.blanks.replace(from, to);
    const parsed = parseTemplates(text, 'x.yaml', known);
    if (!parsed.ok) return parsed.error.map(({ message }) => message);
    return parsed.value.flatMap((each) =>
      proveTemplate(each, context, { seeds: 4, samples: 0 }).problems.map(({ message }) => message),
    );
  };
  test.each([
    ['[host]:[inner]', '1:2', ['the line has no gap']],
    ['[host]:[inner]', '[host]:[host]', ['the gap `[host]` stands twice']],
    ['inner: 80 }', 'inner: "8 0" }', ['"8 0" cannot stand in a gap']],
    [', { inner: <port> }', '', ['there is only one wrong filling']],
    ['{ inner: <port> }', '{ inner: 80 }', ['this filling is the solution']],
    ['{ inner: <port> }', '{ iner: <port> }', ['the line has no gap `[iner]`']],
  ])('%s → %s', (from, to, messages) => {
    expect(broken(from, to)).toEqual(expect.arrayContaining(messages));
  });

  test('a wrong filling that reaches the goal, at its line', () => {
    const [message] = broken('{ inner: <port> }', '{ host: "0<port>" }');
    expect(message).toMatch(/^the wrong filling `docker run .*` reaches the goal$/);
  });
});
