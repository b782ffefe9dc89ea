import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beliefsHeld, type BeliefAnswer } from '@/lib/scheduling/held-beliefs';

/** Answers in the order in which they were given, a second apart; what practice reads is the other way round. */
function held(...answers: readonly Omit<BeliefAnswer, 'templateId' | 'answeredAt'>[]) {
  return beliefsHeld(
    answers
      .map((answer, index) => ({ ...answer, templateId: `t${index}`, answeredAt: index * 1000 }))
      .reverse(),
  );
}

const wrong = (shown: readonly string[], asked: readonly string[] = shown) => ({
  correct: false,
  shown,
  asked,
});
const right = (...asked: readonly string[]) => ({ correct: true, shown: [], asked });
const unknown = (...asked: readonly string[]) => ({ correct: false, shown: [], asked });
const shares = (found: ReturnType<typeof held>) =>
  Object.fromEntries(found.map(({ belief, share }) => [belief, Number(share.toFixed(2))]));

describe('an answer that shows beliefs', () => {
  test('shares its evidence among all that yield it', () => {
    expect(held(wrong(['a', 'b'], ['a', 'b', 'c']))).toEqual([
      { belief: 'a', templateId: 't0', shownAt: 0, share: 0.5, answersSince: 0, contrasts: 0 },
      { belief: 'b', templateId: 't0', shownAt: 0, share: 0.5, answersSince: 0, contrasts: 0 },
    ]);
  });

  test('is settled by a contrast that shows one of them', () => {
    const found = held(wrong(['a', 'b']), right(), wrong(['a'], ['a', 'b']));
    expect(found).toMatchObject([{ belief: 'a', templateId: 't2', share: 1, contrasts: 1 }]);
  });

  test('leaves to the other one what a right answer takes from one of them', () => {
    expect(held(wrong(['a', 'b']), right('a'))).toMatchObject([
      { belief: 'b', templateId: 't0', share: 1, answersSince: 1 },
    ]);
  });

  test('is overcome by a right answer to a question that asks about all of them', () => {
    expect(held(wrong(['a', 'b']), right('b', 'a', 'c'))).toEqual([]);
  });

  test('stays as it is after “I don’t know”, which counts as a contrast in vain', () => {
    expect(held(wrong(['a', 'b']), unknown('a'))).toMatchObject([
      { belief: 'a', share: 0.5, answersSince: 1, contrasts: 1 },
      { belief: 'b', share: 0.5, answersSince: 1, contrasts: 0 },
    ]);
  });

  test('says more for a belief that explains other answers too', () => {
    expect(shares(held(wrong(['a', 'b']), wrong(['a', 'c'])))).toMatchObject({ a: 1 });
    const found = shares(held(wrong(['a', 'b']), wrong(['a']), wrong(['a', 'c'])));
    expect(found).toEqual({ a: 1 });
  });

  test('is held again when it comes back after it was overcome, its contrasts counted anew', () => {
    const found = held(wrong(['a']), unknown('a'), right('a'), wrong(['a']));
    expect(found).toMatchObject([{ belief: 'a', templateId: 't3', contrasts: 0 }]);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e'];
const anyAnswer = fc
  .record({ correct: fc.boolean(), asked: fc.subarray(ids), shown: fc.subarray(ids) })
  .map(({ correct, asked, shown }) =>
    correct ? right(...asked) : wrong(shown, [...new Set([...asked, ...shown])]),
  );
const anyAnswers = fc.array(anyAnswer, { maxLength: 12 });

describe('whatever is answered', () => {
  test('shares are above 0 and those of one answer add up to 1 at most', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const sums = new Map<string, number>();
        for (const { share, templateId } of held(...answers)) {
          expect(share).toBeGreaterThan(0);
          sums.set(templateId, (sums.get(templateId) ?? 0) + share);
        }
        for (const sum of sums.values()) expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test('a right answer leaves none of the beliefs held that it was asked about', () => {
    fc.assert(
      fc.property(anyAnswers, fc.subarray(ids), (answers, asked) => {
        const found = held(...answers, right(...asked)).map(({ belief }) => belief);
        expect(found.filter((belief) => asked.includes(belief))).toEqual([]);
      }),
    );
  });

  test('the answer of one belief alone shows that belief for certain', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...ids), (answers, belief) => {
        const [first] = held(...answers, wrong([belief], ids));
        expect(first).toMatchObject({ belief, share: 1, answersSince: 0 });
      }),
    );
  });

  test('an answer to a question about nothing changes nothing but how long ago it was', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const before = held(...answers).map((each) => ({
          ...each,
          answersSince: each.answersSince + 1,
        }));
        expect(held(...answers, right())).toEqual(before);
      }),
    );
  });

  test('only what was shown and not contradicted since is held', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { belief, answersSince } of held(...answers)) {
          const index = answers.length - 1 - answersSince;
          expect(answers[index]?.shown).toContain(belief);
          const later = answers.slice(index + 1).filter(({ asked }) => asked.includes(belief));
          expect(later.every(({ correct, shown }) => !correct && shown.length === 0)).toBe(true);
        }
      }),
    );
  });
});
