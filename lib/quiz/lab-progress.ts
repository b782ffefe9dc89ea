import { own } from '../kernel/own';
import { echoes, keys, typeLine, type Sandbox, type World } from '../engine';
import { engineQuery } from './engine-query';
import { isTrue } from './facts/evaluate-fact';
import type { Fact } from './facts/fact';
import { parseFact } from './facts/parse-fact';
import type { PlayedStep } from '../stage/frames-of';
import { shownRun, type StepRun } from './run-steps';
import type { LabProgress, VariantKey } from './types';

/** The longest way to a goal: so many lines may be typed into a sample before it is set up anew. */
export const labLineLimit = 200;

/** What a hands-on question asks of the engine. */
export interface LabFacts {
  readonly goal: readonly Fact[];
  readonly never: readonly Fact[];
}

/**
 * The facts of a stored hands-on question.
 *
 * @throws when a stored text is no fact: it was checked before it was stored
 */
export function labFactsOf(
  key: Pick<Extract<VariantKey, { kind: 'lab' }>, 'goal' | 'never'>,
): LabFacts {
  const read = (text: string): Fact => {
    const fact = parseFact(text);
    if (!fact.ok) throw new Error(`the stored fact "${text}" is not one: ${fact.error.message}`);
    return fact.value;
  };
  return { goal: key.goal.map(read), never: key.never.map(read) };
}

/** Where a hands-on question stands: the sandbox that it began with, how things are now, and how they were before. */
export interface LabMoment {
  readonly start: Sandbox;
  readonly now: Sandbox;
  readonly world: World;
  /** What the moment before came to; null at the start. */
  readonly before: LabProgress | null;
}

/**
 * Asks the goals of a fork with a stopped clock, through the API. What was broken once stays broken, and what was reached stays reached; nothing
 * counts as reached once something is broken.
 */
export function labProgress(
  { goal, never }: LabFacts,
  { start, now, world, before }: LabMoment,
): LabProgress {
  const scene = { query: engineQuery(now, world), start };
  const goals = goal.map((fact) => isTrue(fact, scene));
  const broken = never.map((fact, i) => before?.broken[i] === true || isTrue(fact, scene));
  const reached =
    before?.reached === true || (goals.every((holds) => holds) && !broken.includes(true));
  return { goals, broken, reached };
}

const seenAs: Readonly<Record<string, string>> = {
  [keys.interrupt]: '^C',
  [keys.end]: '^D',
  [keys.detach]: '^P^Q',
};

/** A line as a terminal shows it: keys that are no letters by their names. */
export function asSeen(line: string): string {
  return own(seenAs, line) ?? line;
}

/** What a hands-on question's sandbox went through, up to the step that reached the goal. */
export interface LabRun {
  readonly steps: readonly PlayedStep[];
  /** The progress at the start and after each step. */
  readonly progress: readonly LabProgress[];
}

/** What came of typing lines one after another. */
export interface TypedLabRun extends LabRun {
  readonly steps: readonly (StepRun & {
    /** Both outputs in the order in which they are seen at a terminal. */
    readonly printed: string;
  })[];
}

/** Types lines from the start of a hands-on question; it ends with the line that reaches the goal. */
export function playLab(
  facts: LabFacts,
  start: Sandbox,
  lines: readonly string[],
  world: World,
): TypedLabRun {
  const steps: TypedLabRun['steps'][number][] = [];
  let now = start;
  let last = labProgress(facts, { start, now, world, before: null });
  const progress = [last];
  for (const line of lines) {
    if (last.reached) break;
    const run = typeLine(now, line, world);
    const typed = echoes(now) ? asSeen(line) : '';
    const shown = shownRun(now, typed, run, world);
    steps.push({ shown, after: run.sandbox, printed: run.shown });
    now = run.sandbox;
    last = labProgress(facts, { start, now, world, before: last });
    progress.push(last);
  }
  return { steps, progress };
}

/**
 * The line with which an attempt reaches the goal, from 0; null when none does. The same as `playLab` finds, without telling of each goal: a proof asks it thousands
 * of times.
 */
export function reachingLine(
  { goal, never }: LabFacts,
  start: Sandbox,
  lines: readonly string[],
  world: World,
): number | null {
  let now = start;
  for (const [i, line] of lines.entries()) {
    now = typeLine(now, line, world).sandbox;
    const scene = { query: engineQuery(now, world), start };
    if (never.some((fact) => isTrue(fact, scene))) return null;
    if (goal.every((fact) => isTrue(fact, scene))) return i;
  }
  return null;
}

/** The share of the way: goals that hold and did not hold at the start; 0 once a rule is broken, and 1 only when all is reached. In [0, 1]. */
export function labScore(start: LabProgress, now: LabProgress): number {
  if (now.reached) return 1;
  if (now.broken.includes(true)) return 0;
  const toReach = start.goals.flatMap((held, i) => (held ? [] : [i]));
  // A goal of the start that was lost is a step back.
  const lost = start.goals.filter((held, i) => held && now.goals[i] === false).length;
  const gained = toReach.filter((i) => now.goals[i] === true).length;
  return Math.max(0, gained - lost) / toReach.length;
}
