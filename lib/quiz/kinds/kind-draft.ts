import { parseFact } from '../facts/parse-fact';
import { isTrue } from '../facts/evaluate-fact';
import type { Fact } from '../facts/fact';
import type { FactScene } from '../facts/fact-scene';
import { err, ok, type Result } from '../../kernel/result';
import type { Random } from '../../kernel/random';
import { fillText, type Assignment } from '../parameters';
import type { QuestionContext, Refusal } from '../question-context';
import type { StepRun } from '../run-steps';
import type { Setup, Stage } from '../stage';
import type { Template } from '../template';
import type { ScenarioStep, VariantKey, VariantQuestion } from '../types';

/** What a kind of question starts from: a template with its values drawn and its stage set in the true engine. */
export interface KindInput {
  readonly template: Template;
  readonly values: Assignment;
  readonly context: QuestionContext;
  readonly setup: Setup;
  readonly stage: Stage;
  /** The commands of `do`, filled in. */
  readonly doing: readonly string[];
}

/**
 * Lays out what the engines have found: `content` decides which wrong answers are shown, `presentation` ids and order and nothing else. Variants with equal
 * values are found once and laid out each in its own way.
 */
export type LayOut = (content: Random, presentation: Random) => Result<KindDraft, Refusal>;

/** What a kind of question adds. */
export interface KindDraft {
  readonly control: VariantQuestion['control'];
  readonly key: VariantKey;
  /** Commands shown without their output. */
  readonly withheldScenario: readonly ScenarioStep[];
  /** The commands that lead to the answer, run in the true engine after `given`. */
  readonly withheldRun: readonly StepRun[];
  readonly outcome: string;
  readonly beliefs: readonly { readonly id: string; readonly outcome: string }[];
}

/** Fills a fact in and reads it; `path` is where it is written. */
export function filledFact(text: string, values: Assignment, path: string): Result<Fact, Refusal> {
  const filled = fillText(text, values);
  const fact = parseFact(filled);
  if (fact.ok) return fact;
  const { message, instead } = fact.error;
  return err({ path, message: `\`${filled}\`: ${message}`, instead });
}

/** Fills in the facts of a goal; they are kept as text with the variant and read again when it is graded. */
export function filledGoal(
  goal: readonly string[],
  values: Assignment,
  path: string,
): Result<{ readonly texts: readonly string[]; readonly facts: readonly Fact[] }, Refusal> {
  const facts: Fact[] = [];
  for (const [i, text] of goal.entries()) {
    const fact = filledFact(text, values, `${path}.${i}`);
    if (!fact.ok) return fact;
    facts.push(fact.value);
  }
  return ok({ texts: goal.map((text) => fillText(text, values)), facts });
}

/** Whether every fact of a goal holds. */
export function reaches(facts: readonly Fact[], scene: FactScene): boolean {
  return facts.every((fact) => isTrue(fact, scene));
}

/** A scenario step whose output the learner does not see yet. */
export function withheld(command: string): ScenarioStep {
  return { command, output: null };
}
