import type { Random } from '@/lib/kernel/random';
import type { Confidence, Kind } from '@/lib/quiz/types';
import type { Candidate } from './candidates';
import type { PooledVariant } from './variant-pool';

/** What a simulated learner gives to one question. */
export interface SimulatedAnswer extends Candidate {
  readonly confidence: Confidence | null;
  readonly responseMs: number;
}

/** How much longer than a choice a kind takes. */
const effort: Readonly<Record<Kind, number>> = {
  choice: 1,
  several: 1.6,
  predict: 1.2,
  order: 2,
  blanks: 1.7,
  type: 2.2,
  parts: 1.8,
  lab: 6,
  flashcard: 0.7,
};

/** Knowing and yet answering wrong, saying "I don't know" instead of guessing. */
const slip = 0.04;
const admits = 0.3;
/** Answering as a held belief says, when the question offers it. */
const believes = 0.85;

/**
 * Answers a question as somebody with this chance of knowing it and these beliefs would: a belief that the question
 * offers wins most often; who knows is right but for a slip; who does not guesses, or says so.
 * @param knowing the true chance of recalling it now
 */
export function answerVariant(
  random: Random,
  variant: PooledVariant,
  {
    kind,
    knowing,
    beliefs,
    paceMs,
  }: { kind: Kind; knowing: number; beliefs: ReadonlySet<string>; paceMs: number },
): SimulatedAnswer {
  const given = chooseCandidate(random, variant, knowing, beliefs);
  const { response } = given;
  const sure = random.next() < (knowing > 0.7 ? 0.85 : 0.35);
  const silent = ['unknown', 'flashcard', 'lab'].includes(response.kind);
  const hesitation = Math.exp(0.45 * (random.next() + random.next() + random.next() - 1.5));
  return {
    ...given,
    confidence: silent ? null : sure ? 'sure' : 'unsure',
    responseMs: Math.round(paceMs * effort[kind] * hesitation * (knowing > 0.7 ? 0.85 : 1.25)),
  };
}

function chooseCandidate(
  random: Random,
  { right, wrong, chance }: PooledVariant,
  knowing: number,
  beliefs: ReadonlySet<string>,
): Candidate {
  const believed = wrong.filter(({ grade }) => grade.misconceptions.some((id) => beliefs.has(id)));
  if (believed.length > 0 && random.next() < believes) return random.pick(believed);
  if (random.next() < knowing && random.next() >= slip) return right;
  const unknown = wrong.find(({ response }) => response.kind === 'unknown');
  if (unknown !== undefined && random.next() < admits) return unknown;
  if (chance !== null && random.next() < chance) return right;
  const guesses = wrong.filter(({ response }) => response.kind !== 'unknown');
  return random.pick(guesses.length > 0 ? guesses : wrong);
}
