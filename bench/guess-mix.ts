/**
 * Does weighing a right answer by the chance that it was guessed lower the error in predicted recall?
 * Synthetic learners whose true memory is known answer multiple-choice questions; plain FSRS-6 and the guessing mix
 * follow the same answers. Run: `npx tsx bench/guess-mix.ts`. The decision is docs/decisions/010.
 */
import { seededRandom, type Random } from '@/lib/kernel/random';
import { newCard, type CardState, type StudiedCard } from '@/lib/scheduling/card';
import {
  defaultWeights,
  nextMemory,
  recallAfter,
  type Memory,
  type Rating,
} from '@/lib/scheduling/fsrs-adapter';
import { defaultSlip, predictedCorrect, type Guess } from '@/lib/scheduling/guess';
import { addDays, daysBetween, parseLocalDay, type LocalDay } from '@/lib/scheduling/local-day';
import { defaultParameters, type SchedulingParameters } from '@/lib/scheduling/parameters';
import { recallOn } from '@/lib/scheduling/recall';
import { reviewCard } from '@/lib/scheduling/review-card';

export interface Population {
  readonly name: string;
  /** Options per question. */
  readonly options: number;
  /** Share of cards known before the first answer. */
  readonly knownAtFirst: number;
  /** Does the mix know that share (from everybody's first attempts), or take the default of 0.3? */
  readonly facilityKnown: boolean;
  /** The true chance of a wrong answer in spite of knowing. */
  readonly slip: number;
  /** Spread of each learner's true weights around the defaults (standard deviation of their logarithms). */
  readonly spread: number;
  /** How the true memory fades: as FSRS-6 says, or exponentially from the same stability. */
  readonly forgetting: 'fsrs' | 'exponential';
  /** Who decides the next day: fixed gaps, or one of the two models. Both follow the same answers on the same days. */
  readonly schedule: 'fixed' | 'plain' | 'mix';
}

export interface Errors {
  readonly answers: number;
  /** Root mean square error of predicted recall before each day's first answer, new cards left out. */
  readonly recallError: number;
  /** Mean of predicted minus true recall: positive is overconfident. */
  readonly bias: number;
  /** Log loss of the predicted chance of a right answer. */
  readonly logLoss: number;
  /** True recall at the moment of review. */
  readonly trueRecall: number;
}

const fixedGaps = [1, 3, 7, 14, 30, 60, 90];
const daysFollowed = 240;

function firstDay(): LocalDay {
  const parsed = parseLocalDay('2026-01-01');
  if (!parsed.ok) throw new Error('not a day');
  return parsed.value;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function learnerWeights(random: Random, spread: number): readonly number[] {
  return defaultWeights.map((weight, index) =>
    index < 4 || index === 8 ? weight * Math.exp(spread * normal(random)) : weight,
  );
}

function trueRecall(
  population: Population,
  memory: Memory,
  days: number,
  weights: readonly number[],
): number {
  return population.forgetting === 'fsrs'
    ? recallAfter(days, memory.stability, weights)
    : Math.pow(0.9, days / memory.stability);
}

const models = ['plain', 'mix'] as const;
type Model = (typeof models)[number];

const parametersOf: Readonly<Record<Model, SchedulingParameters>> = {
  plain: { ...defaultParameters, guessMix: false },
  mix: { ...defaultParameters, guessMix: true },
};

/**
 * Follows one card of one learner with both models, on the same answers and the same days; calls `measure` before each
 * day's first answer that has a prediction.
 */
function followCard(
  population: Population,
  weights: readonly number[],
  random: Random,
  measure: (model: Model, predicted: number, actual: number, correct: boolean) => void,
): void {
  const guess: Guess = {
    chance: 1 / population.options,
    ...(population.facilityKnown ? { facility: population.knownAtFirst } : {}),
  };
  const start = firstDay();
  let day = start;
  let at = 0;
  let truth: Memory | null = null;
  let truthDay = start;
  const cards: Record<Model, CardState> = { plain: newCard, mix: newCard };
  let visits = 0;
  while (daysBetween(start, day) < daysFollowed) {
    const days = daysBetween(truthDay, day);
    const actual: number =
      truth === null ? population.knownAtFirst : trueRecall(population, truth, days, weights);
    const knew = random.next() < actual;
    const luck = random.next();
    const correct = knew ? luck >= population.slip : luck < guess.chance;
    for (const model of models) {
      const predicted = recallOn(cards[model], day, parametersOf[model]);
      if (predicted !== null && days > 0) measure(model, predicted, actual, correct);
    }

    // The verdict is always shown, so not knowing leaves the memory that Again leaves.
    truth = nextMemory(truth, days, knew ? 'good' : 'again', { weights, shortTerm: true });
    truthDay = day;
    const rating: Rating = correct ? 'good' : 'again';
    const afterReview = (model: Model): StudiedCard =>
      reviewCard(cards[model], {
        rating,
        at,
        day,
        fuzzSeed: null,
        parameters: parametersOf[model],
        guess,
      }).card;
    const after: Record<Model, StudiedCard> = {
      plain: afterReview('plain'),
      mix: afterReview('mix'),
    };
    Object.assign(cards, after);
    if (population.schedule === 'fixed') day = addDays(day, fixedGaps[visits] ?? 90);
    else {
      const { due } = after[population.schedule];
      if (due.kind === 'instant') at = due.at;
      else day = due.day;
    }
    visits += 1;
  }
}

class Sums {
  answers = 0;
  squares = 0;
  bias = 0;
  loss = 0;
  recall = 0;

  add(predicted: number, actual: number, correct: boolean, chance: number): void {
    const p = predictedCorrect(predicted, { chance, slip: defaultSlip });
    this.answers += 1;
    this.squares += (predicted - actual) ** 2;
    this.bias += predicted - actual;
    this.loss -= Math.log(correct ? p : 1 - p);
    this.recall += actual;
  }

  errors(): Errors {
    return {
      answers: this.answers,
      recallError: Math.sqrt(this.squares / this.answers),
      bias: this.bias / this.answers,
      logLoss: this.loss / this.answers,
      trueRecall: this.recall / this.answers,
    };
  }
}

/** The errors of plain FSRS-6 and of the mix over the same answers of the same synthetic learners. */
export function compare(
  population: Population,
  learners: number,
  cardsEach: number,
  seed: string,
): Record<Model, Errors> {
  const sums: Record<Model, Sums> = { plain: new Sums(), mix: new Sums() };
  const chance = 1 / population.options;
  for (let learner = 0; learner < learners; learner++) {
    const weights = learnerWeights(seededRandom(`${seed}/${learner}`), population.spread);
    for (let each = 0; each < cardsEach; each++) {
      const random = seededRandom(`${seed}/${learner}/${each}`);
      followCard(population, weights, random, (model, predicted, actual, correct) =>
        sums[model].add(predicted, actual, correct, chance),
      );
    }
  }
  return { plain: sums.plain.errors(), mix: sums.mix.errors() };
}

const usual = {
  knownAtFirst: 0.3,
  facilityKnown: true,
  slip: 0.05,
  spread: 0.3,
  forgetting: 'fsrs',
} as const;

export const populations: readonly Population[] = [2, 3, 4].flatMap((options) =>
  (['fixed', 'plain', 'mix'] as const).flatMap((schedule): Population[] => [
    { ...usual, options, schedule, name: 'usual' },
    { ...usual, options, schedule, name: 'few known at first', knownAtFirst: 0.1 },
    { ...usual, options, schedule, name: 'most known at first', knownAtFirst: 0.7 },
    {
      ...usual,
      options,
      schedule,
      name: 'facility unknown',
      knownAtFirst: 0.7,
      facilityKnown: false,
    },
    { ...usual, options, schedule, name: 'no slips', slip: 0 },
    { ...usual, options, schedule, name: 'many slips', slip: 0.15 },
    { ...usual, options, schedule, name: 'unlike learners', spread: 0.8 },
    { ...usual, options, schedule, name: 'exponential forgetting', forgetting: 'exponential' },
  ]),
);

if (process.argv[1]?.endsWith('guess-mix.ts')) {
  const row = (cells: readonly (string | number)[]): void =>
    console.log(
      cells
        .map((cell, index) => {
          const text = typeof cell === 'number' ? cell.toFixed(4) : cell;
          return index === 0 ? text.padEnd(34) : text.padStart(9);
        })
        .join(' '),
    );
  row([
    'options: population (schedule)',
    'RMSE',
    'RMSE mix',
    'bias',
    'bias mix',
    'loss',
    'loss mix',
    'true R',
    'answers',
  ]);
  for (const population of populations) {
    const { plain, mix } = compare(population, 50, 12, 'guess-mix');
    row([
      `${population.options}: ${population.name} (${population.schedule})`,
      plain.recallError,
      mix.recallError,
      plain.bias,
      mix.bias,
      plain.logLoss,
      mix.logLoss,
      plain.trueRecall,
      String(mix.answers),
    ]);
  }
}
