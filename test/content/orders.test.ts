import { expect, test } from 'vitest';
import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import { buildCatalogue, buildManual, runLine, type Sandbox } from '@/lib/engine';
import { changesNothing } from '@/lib/quiz/changes-nothing';
import { engineQuery } from '@/lib/quiz/engine-query';
import { draftVariant } from '@/lib/quiz/generate-variant';
import { orderLines } from '@/lib/quiz/kinds/draft-order';
import { filledGoal, reaches } from '@/lib/quiz/kinds/kind-draft';
import { ordersReaching } from '@/lib/quiz/permutations';
import { problemLine } from '@/lib/quiz/template-problem';
import { readContent } from '@/lib/server/content/read-content';
import { courseWorld, freshSandbox } from '../engine/support/session-world';

const read = readContent('content');
if (!read.ok) throw new Error(read.error.map(problemLine).join('\n'));
const { templates, readings } = read.value;
const context = {
  catalogue: buildCatalogue(catalogueData),
  manual: buildManual(manualData),
  readings,
};
const orders = templates.flatMap((template) =>
  template.body.kind === 'order' && template.body.file === undefined
    ? [{ id: template.id, template, body: template.body }]
    : [],
);

test.each(orders)(
  '$id: the orders that reach the goal are those that reach it run by themselves',
  ({ template, body }) => {
    const drawn = draftVariant(template, 'orders', context);
    if (!drawn.ok) throw new Error(drawn.error.message);
    const { stage, values, outcome } = drawn.value;
    const goal = filledGoal(body.goal, values, 'order.goal');
    if (!goal.ok) throw new Error(goal.error.message);
    const { steps } = orderLines(body, values);
    const { sandbox: start, world } = stage;
    const [reaching] = ordersReaching<null, Sandbox>(
      steps.length,
      [null],
      () => start,
      (sandbox, index) => runLine(sandbox, steps[index] ?? '', world).sandbox,
      (sandbox) => reaches(goal.value.facts, { query: engineQuery(sandbox, world), start }),
    );
    expect(outcome).toBe(reaching?.map((order) => order.join(' ')).join(', '));
  },
);

test('a command that was refused or only looked changes nothing; any other does', () => {
  const start = runLine(freshSandbox(), 'docker create --name web nginx', courseWorld).sandbox;
  const after = (line: string): boolean =>
    changesNothing(start, runLine(start, line, courseWorld).sandbox);
  expect(['docker ps -a', 'docker start nope', 'docker rm', 'docker rmi nginx'].map(after)).toEqual(
    [true, true, true, true],
  );
  expect(
    [
      'docker start web',
      'docker tag nginx me/web',
      'docker run --name web nginx',
      'docker login',
    ].map(after),
  ).toEqual([false, false, true, true]);
  const busy = runLine(start, 'docker run -d busybox sleep 9', courseWorld).sandbox;
  expect(changesNothing(busy, runLine(busy, 'docker ps', courseWorld).sandbox)).toBe(false);
});
