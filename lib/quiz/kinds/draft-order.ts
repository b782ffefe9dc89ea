import { err, ok, type Result } from '../../kernel/result';
import { runLine, type Sandbox } from '../../engine';
import { engineQuery } from '../engine-query';
import type { Fact } from '../facts/fact';
import { distinctIds } from '../options';
import { fillText } from '../parameters';
import { factorial, ordersReaching } from '../permutations';
import type { Refusal } from '../question-context';
import { linesOfOrder } from '../run-order';
import { runCommands } from '../run-steps';
import { isMisconception, setBelievedStage, type Stage } from '../stage';
import type { OrderedFile, TemplateBody } from '../template';
import { filledGoal, reaches, withheld, type KindInput, type LayOut } from './kind-draft';

/** Every order of the steps that reaches the goal from a stage, as lists of indexes. */
function reachingOrders(
  { sandbox, world }: Pick<Stage, 'sandbox' | 'world'>,
  steps: readonly string[],
  file: OrderedFile | undefined,
  goal: readonly Fact[],
): number[][] {
  const reached = (state: Sandbox): boolean =>
    reaches(goal, { query: engineQuery(state, world), start: sandbox });
  if (file === undefined) {
    return ordersReaching(
      steps.length,
      sandbox,
      (state, index) => runLine(state, steps[index] ?? '', world).sandbox,
      reached,
    );
  }
  return ordersReaching<readonly string[]>(
    steps.length,
    [],
    (lines, index) => [...lines, steps[index] ?? ''],
    (lines) => {
      let state = sandbox;
      for (const line of linesOfOrder(lines, file)) state = runLine(state, line, world).sandbox;
      return reached(state);
    },
  );
}

/** An order question: every permutation is run, of a file's lines once it is written so, and all that reach the goal count. */
export function draftOrder(
  body: Extract<TemplateBody, { kind: 'order' }>,
  input: KindInput,
): Result<LayOut, Refusal> {
  const { stage, values } = input;
  const goal = filledGoal(body.goal, values, 'order.goal');
  if (!goal.ok) return goal;
  const steps = body.steps.map((step) => fillText(step, values));
  const file =
    body.file === undefined
      ? undefined
      : {
          path: fillText(body.file.path, values),
          then: body.file.then.map((line) => fillText(line, values)),
        };
  const twice = steps.findIndex((step, i) => steps.indexOf(step) < i);
  if (twice >= 0) {
    return err({
      path: `order.${file === undefined ? 'steps' : 'lines'}.${twice}`,
      message: `the ${file === undefined ? 'step' : 'line'} \`${steps[twice] ?? ''}\` stands twice`,
      instead: 'write each step once',
    });
  }
  const good = reachingOrders(stage, steps, file, goal.value.facts);
  const first = good[0];
  const permutations = factorial(steps.length);
  if (first === undefined) {
    return err({
      path: 'order.goal',
      message: `none of the ${permutations} orders reaches the goal`,
      instead: `mend the goal or the ${file === undefined ? 'steps' : 'lines'}`,
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
    const orders = reachingOrders(imagined.value, steps, file, goal.value.facts);
    const wrong = orders.filter((order) => !goodSpelled.has(spell(order)));
    believed.push({ id: belief, orders: wrong, outcome: orders.map(spell).join(', ') });
  }
  const found = {
    withheldScenario: (file?.then ?? []).map(withheld),
    withheldRun: runCommands(
      stage.sandbox,
      linesOfOrder(
        first.map((index) => steps[index] ?? ''),
        file,
      ),
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
      control: { kind: 'order', steps: shown, ...(file === undefined ? {} : { file }) },
      key: {
        kind: 'order',
        orders: withIds(good),
        beliefs: believed.map(({ id, orders }) => ({ id, orders: withIds(orders) })),
      },
    });
  });
}
