import { assertNever } from '../kernel/assert-never';
import { err, ok, type Result } from '../kernel/result';
import { lineWith } from './blank-line';
import { engineQuery } from './engine-query';
import { isTrue } from './facts/evaluate-fact';
import { outcomeOn, probeOf } from './kinds/draft-choice';
import { orderLines, reachingOrders } from './kinds/draft-order';
import { spellHolding } from './kinds/draft-several';
import { spellParts } from './kinds/draft-parts';
import { candidateOf } from './kinds/draft-predict';
import { filledFact, filledGoal, reaches, type KindInput } from './kinds/kind-draft';
import { reachingLine, type LabFacts } from './lab-progress';
import { fillText } from './parameters';
import { readParts } from './parts-reading';
import type { Refusal } from './question-context';
import { lastSandbox, runCommands } from './run-steps';
import type { Stage } from './stage';
import type { TemplateBody } from './template';

/**
 * The same on several stages of one question, the true one first, with one answer a stage. Of an order question the engines go through the orders together, so
 * that a believer's runs only from where the belief makes a difference.
 */
export function answersOn(
  input: KindInput,
  stages: readonly Stage[],
): readonly Result<string, Refusal>[] {
  const { template, values } = input;
  if (template.body.kind !== 'order') return stages.map((stage) => answerOn({ ...input, stage }));
  const goal = filledGoal(template.body.goal, values, 'order.goal');
  if (!goal.ok) return stages.map(() => goal);
  const lines = orderLines(template.body, values);
  return reachingOrders(stages, lines, goal.value.facts).map((orders) => ok(spellOrders(orders)));
}

function spellOrders(orders: readonly (readonly number[])[]): string {
  return orders.map((order) => order.join(' ')).join(', ');
}

type Body<Kind extends TemplateBody['kind']> = Extract<TemplateBody, { kind: Kind }>;

/**
 * What a question comes to on a stage, which may be a believer's: what the probe yields, what is printed, which orders or which of the written attempts reach the
 * goal, of a hands-on question whether
 * the solution does. Texts that are equal are the same answer; they hold no words of the question. A flashcard is answered by words alone.
 */
export function answerOn(input: KindInput): Result<string, Refusal> {
  const { body } = input.template;
  switch (body.kind) {
    case 'choice':
      return answerOfChoice(body, input);
    case 'predict': {
      const { stage, doing, values } = input;
      const commands = [...doing, fillText(body.see, values)];
      return ok(candidateOf(runCommands(stage.sandbox, commands, stage.world)).outcome);
    }
    case 'order':
      return answersOn(input, [input.stage])[0] ?? ok('');
    case 'several':
      return answerOfSeveral(body, input);
    case 'type':
      return reachingLines([body.solution, ...body.wrong], body.goal, 'type.goal', input);
    case 'blanks': {
      const lines = [body.solution, ...body.wrong].map((filling) => lineWith(body.line, filling));
      return reachingLines(lines, body.goal, 'blanks.goal', input);
    }
    case 'lab':
      return answerOfLab(body, input);
    case 'parts': {
      const read = readParts(fillText(body.reference, input.values));
      return read.ok
        ? ok(spellParts(body.ask, read.value))
        : err({ path: 'parts.reference', message: read.error, instead: '' });
    }
    case 'flashcard':
      return ok('recalled');
    default:
      return assertNever(body);
  }
}

function answerOfChoice({ see }: Body<'choice'>, input: KindInput): Result<string, Refusal> {
  const ask = probeOf(see, input);
  return ask.ok ? ok(outcomeOn(input.stage, input.doing, ask.value)) : ask;
}

/** The statements that hold, by their numbers. */
function answerOfSeveral(body: Body<'several'>, input: KindInput): Result<string, Refusal> {
  const { stage, doing, values } = input;
  const after = lastSandbox(stage.sandbox, runCommands(stage.sandbox, doing, stage.world));
  const scene = { query: engineQuery(after, stage.world), start: stage.sandbox };
  const holding: number[] = [];
  for (const [i, { fact: text }] of body.statements.entries()) {
    const fact = filledFact(text, values, `several.statements.${i}`);
    if (!fact.ok) return fact;
    if (isTrue(fact.value, scene)) holding.push(i);
  }
  return ok(spellHolding(holding));
}

/** Which of these attempts, each a line, reach the goal. */
function reachingLines(
  attempts: readonly string[],
  facts: readonly string[],
  path: string,
  { stage: { sandbox: start, world }, values }: KindInput,
): Result<string, Refusal> {
  const goal = filledGoal(facts, values, path);
  if (!goal.ok) return goal;
  const reaching = attempts
    .map((attempt) => fillText(attempt, values))
    .filter((line) => {
      const after = lastSandbox(start, runCommands(start, [line], world));
      return reaches(goal.value.facts, { query: engineQuery(after, world), start });
    });
  return ok(reaching.join(' | '));
}

function answerOfLab(body: Body<'lab'>, input: KindInput): Result<string, Refusal> {
  const { sandbox, world } = input.stage;
  const facts: { [name in keyof LabFacts]: LabFacts[name][number][] } = { goal: [], never: [] };
  for (const name of ['goal', 'never'] as const) {
    for (const [i, { fact: text }] of body[name].entries()) {
      const fact = filledFact(text, input.values, `lab.${name}.${i}`);
      if (!fact.ok) return fact;
      facts[name].push(fact.value);
    }
  }
  const solution = body.solution.map((line) => fillText(line, input.values));
  const reaching = reachingLine(facts, sandbox, solution, world);
  return ok(reaching === null ? 'not reached' : `reached with line ${reaching + 1}`);
}
