import { err, ok, type Result } from '../../kernel/result';
import { runLine } from '../../engine';
import { engineQuery } from '../engine-query';
import type { Fact } from '../facts/fact';
import { distinctIds } from '../options';
import { fillText } from '../parameters';
import { factorial, ordersReaching } from '../permutations';
import type { Refusal } from '../question-context';
import { runCommands } from '../run-steps';
import { isMisconception, setBelievedStage, type Stage } from '../stage';
import type { TemplateBody } from '../template';
import { filledGoal, reaches, type KindInput, type LayOut } from './kind-draft';

/** Every order of the steps that reaches the goal from a stage, as lists of indexes. */
function reachingOrders(
  { sandbox, world }: Pick<Stage, 'sandbox' | 'world'>,
  steps: readonly string[],
  goal: readonly Fact[],
): number[][] {
  return ordersReaching(
    steps.length,
    sandbox,
    (state, index) => runLine(state, steps[index] ?? '', world).sandbox,
    (state) => reaches(goal, { query: engineQuery(state, world), start: sandbox }),
  );
}

/** An order question: every permutation is run, and all that reach the goal count. */
export function draftOrder(
  body: Extract<TemplateBody, { kind: 'order' }>,
  input: KindInput,
): Result<LayOut, Refusal> {
  const { stage, values } = input;
  const goal = filledGoal(body.goal, values, 'order.goal');
  if (!goal.ok) return goal;
  const steps = body.steps.map((step) => fillText(step, values));
  const twice = steps.findIndex((step, i) => steps.indexOf(step) < i);
  if (twice >= 0) {
    return err({
      path: `order.steps.${twice}`,
      message: `the step \`${steps[twice] ?? ''}\` stands twice`,
      instead: 'write each step once',
    });
  }
  const good = reachingOrders(stage, steps, goal.value.facts);
  const first = good[0];
  const permutations = factorial(steps.length);
  if (first === undefined) {
    return err({
      path: 'order.goal',
      message: `none of the ${permutations} orders reaches the goal`,
      instead: 'mend the goal or the steps',
    });
  }
  if (good.length * 2 > permutations) {
    return err({
      path: 'order.goal',
      message: `${good.length} of the ${permutations} orders reach the goal`,
      instead: 'demand more, so that the order matters',
    });
  }
  const spell = (order: readonly number[]): string => order.join(' ');
  const goodSpelled = new Set(good.map(spell));
  const believed: { id: string; orders: number[][]; outcome: string }[] = [];
  for (const [i, belief] of body.beliefs.entries()) {
    if (!isMisconception(belief)) continue;
    const imagined = setBelievedStage(
      input.context,
      input.setup,
      stage,
      belief,
      `order.beliefs.${i}`,
    );
    if (!imagined.ok) return imagined;
    const orders = reachingOrders(imagined.value, steps, goal.value.facts);
    const wrong = orders.filter((order) => !goodSpelled.has(spell(order)));
    believed.push({ id: belief, orders: wrong, outcome: orders.map(spell).join(', ') });
  }
  const found = {
    withheldScenario: [],
    withheldRun: runCommands(
      stage.sandbox,
      first.map((index) => steps[index] ?? ''),
      stage.world,
    ),
    outcome: good.map(spell).join(', '),
    beliefs: believed.map(({ id, outcome }) => ({ id, outcome })),
  };
  return ok((_content, presentation) => {
    const ids = distinctIds(steps.length, presentation);
    const withIds = (orders: readonly (readonly number[])[]): string[][] =>
      orders.map((order) => order.map((index) => ids[index] ?? ''));
    const shown = presentation.shuffle(
      steps.map((text, index) => ({ id: ids[index] ?? '', text })),
    );
    return ok({
      ...found,
      control: { kind: 'order', steps: shown },
      key: {
        kind: 'order',
        orders: withIds(good),
        beliefs: believed.map(({ id, orders }) => ({ id, orders: withIds(orders) })),
      },
    });
  });
}
