import { expect, test } from 'vitest';
import { generateVariant } from '@/lib/quiz/generate-variant';
import { gradeResponse } from '@/lib/quiz/grade';
import { learnerView, questionViewSchema } from '@/lib/quiz/learner-view';
import { linesOfOrder } from '@/lib/quiz/run-order';
import { context, templateOf } from './context-for-tests';

const template = templateOf(`- id: lines
  concept: lifecycle.paused
  ask: { ko: 줄을 놓으세요., en: Put the lines in order. }
  order:
    lines: [FROM ubuntu, WORKDIR /app, RUN pwd > place, 'CMD ["cat", "place"]']
    then: [docker build -t app ., docker run --name one app]
    goal: logged(one, /app) and layers(app) > 1
`);
const made = generateVariant(template, 'seed', context);
if (!made.ok) throw new Error(made.error.message);
const { question, key, proof } = made.value;
if (question.control.kind !== 'order' || key.kind !== 'order') throw new Error('not an order');
const { steps } = question.control;
const textOf = (id: string): string => steps.find((step) => step.id === id)?.text ?? '';

test('every order of the lines is written, built and run; those that reach the goal are right', () => {
  const right = key.orders.map((order) => order.map((id) => textOf(id).split(' ')[0]).join(' '));
  expect(right.sort()).toEqual([
    'FROM CMD WORKDIR RUN',
    'FROM WORKDIR CMD RUN',
    'FROM WORKDIR RUN CMD',
  ]);
});

test('the run writes the file with one line of the shell and does then what follows', () => {
  expect(proof.run.map(({ command }) => command)).toEqual([
    `printf '%s\\n' 'FROM ubuntu' 'WORKDIR /app' 'RUN pwd > place' 'CMD ["cat", "place"]' > Dockerfile`,
    'docker build -t app .',
    'docker run --name one app',
  ]);
  expect(proof.run.at(-1)?.stdout).toBe('/app\n');
});

test('the learner sees which file it is and what is run with it, without its output', () => {
  const view = learnerView(question, 'Title', 'en');
  expect(questionViewSchema.parse(view)).toEqual(view);
  expect(view.control.kind === 'order' && view.control.file).toBe('Dockerfile');
  expect(view.scenario).toEqual([
    { command: 'docker build -t app .', output: null },
    { command: 'docker run --name one app', output: null },
  ]);
});

test('an order that is no Dockerfile is wrong and breaks nothing', () => {
  const scene = {
    setup: () => {
      throw new Error('an order is graded without a run');
    },
    context,
  };
  const [first = []] = key.orders;
  expect(gradeResponse({ question, key }, { kind: 'order', steps: first }, scene).correct).toBe(
    true,
  );
  const reversed = { kind: 'order', steps: [...first].reverse() } as const;
  expect(gradeResponse({ question, key }, reversed, scene).correct).toBe(false);
});

test('quotes in a line survive the shell', () => {
  expect(linesOfOrder([`RUN echo 'it is'`], { path: 'a b', then: [] })).toEqual([
    `printf '%s\\n' 'RUN echo '\\''it is'\\''' > 'a b'`,
  ]);
});
