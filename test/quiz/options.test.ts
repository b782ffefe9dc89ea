import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '@/lib/kernel/random';
import { makeOptions } from '@/lib/quiz/options';
import { learnerView } from '@/lib/quiz/learner-view';
import type { VariantQuestion } from '@/lib/quiz/types';

const words = (text: string) => ({ outcome: text, text: { ko: `${text} 한국어`, en: text } });
const all = ['mem', 'cpu', 'none', 'cpu+mem'];

function optionsWithKey(keyOutcome: string, seed: string) {
  return makeOptions(
    'choice',
    words(keyOutcome),
    all
      .filter((outcome) => outcome !== keyOutcome)
      .map((outcome) => ({ belief: `b-${outcome}`, ...words(outcome) })),
    2,
    seededRandom('content'),
    seededRandom(seed),
  );
}

test('two questions that differ only in which option is the key look the same to a learner', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const views = all.map((key) => {
        const made = optionsWithKey(key, seed);
        if (!made.ok) throw new Error(made.error.message);
        const question: VariantQuestion = {
          kind: 'choice',
          conceptId: 'lifecycle.paused',
          prompt: { ko: '?', en: '?' },
          scenario: [],
          control: {
            kind: 'choice',
            options: made.value.options.map(({ id, text }) => ({ id, text })),
          },
        };
        return JSON.stringify(learnerView(question, 'Paused', 'ko'));
      });
      expect(new Set(views).size).toBe(1);
    }),
  );
});

test('the key stands in every place equally often', () => {
  const places = [0, 0, 0, 0];
  for (let i = 0; i < 2000; i++) {
    const made = optionsWithKey('mem', `seed ${i}`);
    if (!made.ok) throw new Error(made.error.message);
    const place = made.value.options.findIndex(({ id }) => id === made.value.option);
    places[place] = (places[place] ?? 0) + 1;
  }
  for (const count of places) expect(count).toBeGreaterThan(400);
});

test('an option carries every belief that yields it, the key carries none', () => {
  const made = makeOptions(
    'choice',
    words('mem'),
    [
      { belief: 'z', ...words('cpu') },
      { belief: 'a', ...words('cpu') },
      { belief: 'right', ...words('mem') },
      { belief: 'n', ...words('none') },
    ],
    2,
    seededRandom('c'),
    seededRandom('p'),
  );
  if (!made.ok) throw new Error(made.error.message);
  expect(
    Object.fromEntries(made.value.options.map(({ outcome, beliefs }) => [outcome, beliefs])),
  ).toEqual({
    mem: [],
    cpu: ['a', 'z'],
    none: ['n'],
  });
});

test('at most three distractors are shown, and over many variants each of them', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 50; i++) {
    const made = makeOptions(
      'choice',
      words('key'),
      ['a', 'b', 'c', 'd', 'e'].map((outcome) => ({ belief: outcome, ...words(outcome) })),
      2,
      seededRandom(`c${i}`),
      seededRandom('p'),
    );
    if (!made.ok) throw new Error(made.error.message);
    expect(made.value.options).toHaveLength(4);
    for (const { outcome } of made.value.options) seen.add(outcome);
  }
  expect(seen.size).toBe(6);
});

test('too few distractors are refused and the idle belief is named', () => {
  const made = makeOptions(
    'predict',
    words('x'),
    [
      { belief: 'idle', ...words('x') },
      { belief: 'b', ...words('y') },
    ],
    2,
    seededRandom('c'),
    seededRandom('p'),
  );
  expect(made).toEqual({
    ok: false,
    error: {
      path: 'predict.beliefs',
      message: 'there are 1 distractor(s), 2 are needed; `idle` yield(s) the same as Docker',
      instead: 'list more beliefs that bear on this question',
    },
  });
});

test('two options in the same words are refused', () => {
  const same = { ko: '같음', en: 'same' };
  const made = makeOptions(
    'choice',
    { outcome: 'a', text: same },
    [{ belief: 'b', outcome: 'b', text: same }],
    1,
    seededRandom('c'),
    seededRandom('p'),
  );
  expect(made).toMatchObject({
    ok: false,
    error: { path: 'choice.say', message: 'two options say "같음"' },
  });
});
