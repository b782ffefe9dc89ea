import { expect, test } from 'vitest';
import { bankProblems } from '@/lib/quiz/bank-problems';
import { blindTells, noGuesses, type BlindTally } from '@/lib/quiz/blind-guesses';
import { proveTemplate } from '@/lib/quiz/prove-template';
import { context, ofEveryKind, templateOf } from './context-for-tests';

const tally = (right: Partial<BlindTally['right']>): BlindTally => ({
  variants: 100,
  lots: 25,
  right: { ...noGuesses.right, first: 25, last: 25, longest: 25, shortest: 25, yes: 0, ...right },
});
const bank = (make: (i: number) => BlindTally, yesNo = false) =>
  Array.from({ length: 40 }, (_, i) => ({ yesNo, beliefs: [], blind: make(i) }));

test('a misconception that no template tells from the truth is a problem of the bank', () => {
  const proof = proveTemplate(templateOf(ofEveryKind.choice), context, { seeds: 4, samples: 0 });
  expect(bankProblems([proof], ['pause-keeps-cpu', 'pause-frees-memory'])).toEqual([]);
  expect(bankProblems([proof], ['tag-copies'])[0]).toMatch(
    /^no question tells the misconception `tag-copies` from the truth — list it /,
  );
});

test('ways to guess that pay no better than lots are no tell', () => {
  expect(blindTells(bank((i) => tally({ longest: 15 + (i % 21) })))).toEqual([]);
  expect(blindTells([])).toEqual([]);
});

test('the longest option that is right in half of the questions is a tell, and so is yes', () => {
  expect(blindTells(bank((i) => tally({ longest: 40 + (i % 21) })))).toMatchObject([
    { way: 'longest', lots: 0.25 },
  ]);
  const yesNo = bank((i) => ({ ...tally({ yes: i % 10 === 0 ? 0 : 100 }), lots: 50 }), true);
  expect(bankProblems(yesNo, [])).toEqual([
    expect.stringMatching(
      /^who says yes to every yes\/no question is right in 90% .* lots in 50% — /,
    ),
  ]);
});

test('a proof counts how often guessing blindly is right', () => {
  const { blind } = proveTemplate(templateOf(ofEveryKind.choice), context, {
    seeds: 60,
    samples: 0,
  });
  expect(blind.variants).toBe(60);
  expect(blind.lots).toBeCloseTo(20, 5);
  expect(blind.right.first + blind.right.last).toBeGreaterThan(20);
});
