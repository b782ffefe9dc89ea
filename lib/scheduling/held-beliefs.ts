import type { HeldBelief } from './plan-input';

/** What an answer says of beliefs. */
export interface BeliefAnswer {
  readonly templateId: string;
  /** Milliseconds. */
  readonly answeredAt: number;
  readonly correct: boolean;
  /** The beliefs that yield the very answer given; none when it was right or nothing explains it. */
  readonly shown: readonly string[];
  /** The beliefs that some wrong answer to this very question would have shown. */
  readonly asked: readonly string[];
}

/** A wrong answer and the beliefs that may still be behind it, each with its share of the evidence; shares add up to 1. */
interface Sign {
  readonly answer: BeliefAnswer;
  /** Answers given after it. */
  readonly answersSince: number;
  readonly shares: ReadonlyMap<string, number>;
}

/** Below this share of the evidence a belief is no longer thought to be held. */
const leastShare = 0.05;
/** Enough for shares that differ to part; further rounds change what is below `leastShare` already. */
const rounds = 12;

/**
 * The misconceptions that a learner holds, latest shown first. An answer's evidence is shared among all beliefs that yield it. A later answer to a question
 * that asks about a belief without showing it, by being right or by showing another one, speaks against it, and what was its share goes to the others. A belief
 * that several answers show explains them better than one that only some of them show, so that shares follow what each belief explains in all (one cause
 * an answer, the shares and the weights of the causes found in turns: expectation and maximisation for a mixture). An answer that nothing
 * explains, and "I don't know", say nothing.
 *
 * @param answers newest first
 */
export function beliefsHeld(answers: readonly BeliefAnswer[]): readonly HeldBelief[] {
  let signs = signsOf(answers);
  for (let round = 0; round < rounds; round++) signs = shareAgain(signs);
  const held = new Map<string, HeldBelief>();
  for (const { answer, answersSince, shares } of signs) {
    for (const [belief, share] of shares) {
      if (share < leastShare || held.has(belief)) continue;
      held.set(belief, {
        belief,
        templateId: answer.templateId,
        shownAt: answer.answeredAt,
        share,
        answersSince,
        contrasts: askedInVain(answers, signs, belief),
      });
    }
  }
  return [...held.values()];
}

/** The wrong answers that some belief not contradicted since may explain, newest first, the evidence shared evenly. */
function signsOf(answers: readonly BeliefAnswer[]): readonly Sign[] {
  const contradicted = new Set<string>();
  return answers.flatMap((answer, answersSince) => {
    const possible = [...new Set(answer.shown)].filter((belief) => !contradicted.has(belief));
    if (answer.correct || answer.shown.length > 0)
      for (const belief of answer.asked)
        if (!answer.shown.includes(belief)) contradicted.add(belief);
    if (possible.length === 0) return [];
    const shares = new Map(possible.map((belief) => [belief, 1 / possible.length]));
    return [{ answer, answersSince, shares }];
  });
}

function shareAgain(signs: readonly Sign[]): readonly Sign[] {
  const explains = new Map<string, number>();
  for (const { shares } of signs)
    for (const [belief, share] of shares) explains.set(belief, (explains.get(belief) ?? 0) + share);
  return signs.map((sign) => {
    const weights = [...sign.shares.keys()].map((belief) => explains.get(belief) ?? 0);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = [...sign.shares.keys()].map(
      (belief, index) => [belief, (weights[index] ?? 0) / all] as const,
    );
    return { ...sign, shares: new Map(shares) };
  });
}

/** How many answers since the first sign of a belief were to questions that asked about it, and did not put an end to it. */
function askedInVain(
  answers: readonly BeliefAnswer[],
  signs: readonly Sign[],
  belief: string,
): number {
  const first = signs.findLast(({ shares }) => shares.has(belief))?.answersSince ?? 0;
  return answers.slice(0, first).filter(({ asked }) => asked.includes(belief)).length;
}
