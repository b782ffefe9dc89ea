import { err, ok, type Result } from '../../kernel/result';
import { runLine, type Sandbox } from '../../engine';
import { engineQuery } from '../engine-query';
import type { Fact } from '../facts/fact';
import { distinctIds } from '../options';
import { fillText, type Assignment } from '../parameters';
import { changesNothing } from '../changes-nothing';
import { factorial, ordersReaching } from '../permutations';
import type { Refusal } from '../question-context';
import { linesOfOrder } from '../run-order';
import { runCommands } from '../run-steps';
import { isMisconception, setBelievedStage, type Stage } from '../stage';
import type { OrderedFile, TemplateBody } from '../template';
import { filledGoal, reaches, withheld, type KindInput, type LayOut } from './kind-draft';

type OrderBody = Extract<TemplateBody, { kind: 'order' }>;

type From = Pick<Stage, 'sandbox' | 'world'>;

/** For each stage every order of the steps that reaches the goal from it, as lists of indexes. */
export function reachingOrders(
  stages: readonly From[],
  { steps, file }: OrderLines,
  goal: readonly Fact[],
): readonly (readonly number[][])[] {
  const reached = (state: Sandbox, { sandbox, world }: From): boolean =>
    reaches(goal, { query: engineQuery(state, world), start: sandbox });
  const run = (state: Sandbox, line: string, { world }: From): Sandbox =>
    runLine(state, line, world).sandbox;
  if (file === undefined) {
    const isPlain = steps.every((line) => /^docker [^$;&|<>()`]*$/.test(line));
    return ordersReaching<From, Sandbox>(
      steps.length,
      stages,
      ({ sandbox }) => sandbox,
      (state, index, from) => {
        const after = run(state, steps[index] ?? '', from);
        return isPlain && changesNothing(state, after) ? state : after;
      },
      reached,
    );
  }
  return ordersReaching<From, readonly string[]>(
    steps.length,
    stages,
    () => [],
    (lines, index) => [...lines, steps[index] ?? ''],
    (lines, from) => {
      const written = linesOfOrder(lines, file);
      return reached(
        written.reduce((state, line) => run(state, line, from), from.sandbox),
        from,
      );
    },
  );
}

/** The steps of an order question, and the file that they are the lines of. */
interface OrderLines {
  readonly steps: readonly string[];
  readonly file: OrderedFile | undefined;
}

/** The lines of an order question with their parameters filled in. */
export function orderLines(body: OrderBody, values: Assignment): OrderLines {
  const fill = (line: string): string => fillText(line, values);
  return {
    steps: body.steps.map(fill),
    file: body.file && { path: fill(body.file.path), then: body.file.then.map(fill) },
  };
}

/** An order question: every permutation is run, of a file's lines once it is written so, and all that reach the goal count. */
export function draftOrder(body: OrderBody, input: KindInput): Result<LayOut, Refusal> {
  const { stage, values } = input;
  const goal = filledGoal(body.goal, values, 'order.goal');
  if (!goal.ok) return goal;
  const lines = orderLines(body, values);
  const { steps, file } = lines;
  const twice = steps.findIndex((step, i) => steps.indexOf(step) < i);
  if (twice >= 0) {
    return err({
      path: `order.${file === undefined ? 'steps' : 'lines'}.${twice}`,
      message: `the ${file === undefined ? 'step' : 'line'} \`${steps[twice] ?? ''}\` stands twice`,
      instead: 'write each step once',
    });
  }
  const believers = body.beliefs.flatMap((id, i) =>
    isMisconception(id)
      ? [
          {
            id,
            stage: setBelievedStage(input.context, input.setup, stage, id, `order.beliefs.${i}`),
          },
        ]
      : [],
  );
  const imagined = believers.flatMap(({ stage: set }) => (set.ok ? [set.value] : []));
  const [good = [], ...orders] = reachingOrders([stage, ...imagined], lines, goal.value.facts);
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
  for (const [i, { id, stage: set }] of believers.entries()) {
    if (!set.ok) return set;
    const all = orders[i] ?? [];
    const wrong = all.filter((order) => !goodSpelled.has(spell(order)));
    believed.push({ id, orders: wrong, outcome: all.map(spell).join(', ') });
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
      control: { kind: 'order', steps: shown, ...(file === undefined ? {} : { file }) },
      key: {
        kind: 'order',
        orders: withIds(good),
        beliefs: believed.map(({ id, orders }) => ({ id, orders: withIds(orders) })),
      },
      ...found,
    });
  });
}
