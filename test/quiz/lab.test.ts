import { describe, expect, test } from 'vitest';
import { createSandbox, deserialise, runLine, worldOf, type Sandbox } from '@/lib/engine';
import { engineQuery } from '@/lib/quiz/engine-query';
import { isTrue } from '@/lib/quiz/facts/evaluate-fact';
import { parseFact } from '@/lib/quiz/facts/parse-fact';
import { generateVariant } from '@/lib/quiz/generate-variant';
import { gradeResponse } from '@/lib/quiz/grade';
import { labFactsOf, labScore, playLab } from '@/lib/quiz/lab-progress';
import { learnerView, questionViewSchema } from '@/lib/quiz/learner-view';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { proveTemplate } from '@/lib/quiz/prove-template';
import { startTime } from '@/lib/quiz/stage';
import { problemLine } from '@/lib/quiz/template-problem';
import type { LabResponse } from '@/lib/quiz/types';
import { verdictOf } from '@/lib/quiz/verdict-view';
import { context, ofEveryKind, templateOf } from './context-for-tests';
import { known } from './known-for-tests';

const world = worldOf(context.catalogue, context.manual);

function sandboxAfter(lines: readonly string[], images = ['nginx', 'httpd', 'redis']): Sandbox {
  return lines.reduce(
    (sandbox, line) => runLine(sandbox, line, world).sandbox,
    createSandbox({ world, seed: 'lab', now: startTime, images }),
  );
}

/** Whether a fact holds after lines typed from a start. */
function holds(text: string, given: readonly string[], typed: readonly string[]): boolean {
  const fact = parseFact(text);
  if (!fact.ok) throw new Error(`${text}: ${fact.error.message}`);
  const start = sandboxAfter(given);
  const now = typed.reduce((sandbox, line) => runLine(sandbox, line, world).sandbox, start);
  return isTrue(fact.value, { query: engineQuery(now, world), start });
}

describe('facts that speak of the start', () => {
  const web = ['docker run -d --name web nginx'];
  const anew = ['docker rm -f web', 'docker run -d --name web nginx'];
  const volume = ['docker volume create data'];

  test.each([
    ['same(web)', web, ['docker stop web', 'docker start web'], true],
    ['same(web)', web, anew, false],
    ['same(web)', web, ['docker rename web old', 'docker run -d --name web nginx'], false],
    ['removed(web)', web, anew, true],
    ['removed(web)', web, ['docker rename web old'], false],
    ['removed(web)', web, ['docker rename web old', 'docker rm -f old'], true],
    ['same(nginx)', [], ['docker tag nginx my/nginx'], true],
    ['same(nginx)', [], ['docker tag httpd nginx'], false],
    ['same(nginx)', [], ['docker rmi nginx', 'docker pull nginx'], false],
    ['removed(nginx)', [], ['docker rmi nginx', 'docker pull nginx'], true],
    ['removed(nginx)', [], ['docker tag nginx keep', 'docker rmi nginx'], false],
    ['same(data)', volume, ['docker run -d -v data:/data nginx'], true],
    ['removed(data)', volume, ['docker volume rm data', 'docker volume create data'], true],
    ['ended(web)', web, ['docker restart web'], true],
    ['ended(web)', web, ['docker pause web', 'docker unpause web'], false],
    ['ended(web)', [...web, 'docker restart web'], ['docker ps'], false],
    ['pulled(nginx)', [], ['docker pull nginx'], true],
    ['pulled(nginx)', [], ['docker pull httpd', 'docker run -d nginx'], false],
  ] as const)('%s after %j, then %j: %s', (text, given, typed, expected) => {
    expect(holds(text, given, typed)).toBe(expected);
  });
});

test.each([
  [
    'host-file(note)',
    ['docker run --name web nginx true', 'docker cp web:/etc/hostname note'],
    true,
  ],
  ['host-file(note)', ['docker ps'], false],
  ['host-content(note) == hello', ['echo hello > note'], true],
  [
    'content(web, /memo) == hello',
    ['docker run -d --name web nginx', 'echo hello > memo', 'docker cp memo web:/memo'],
    true,
  ],
  ['content(web, /none) == absent', ['docker run -d --name web nginx'], true],
  ['logged(web, "two words")', ['docker run --name web nginx echo two words'], true],
  ['mount(web, /data) == files', ['docker run -d --name web -v files:/data nginx'], true],
  ['mount(web, /data) == absent', ['docker run -d --name web nginx'], true],
  [
    'attached(web, front)',
    ['docker network create front', 'docker run -d --name web --network front nginx'],
    true,
  ],
  [
    'attached(web, front)',
    ['docker network create front', 'docker run -d --name web nginx'],
    false,
  ],
  ['restart-policy(web) == always', ['docker run -d --name web --restart always nginx'], true],
  ['logged-in(docker.io)', ['docker login -u learner -p hubpass'], true],
  ['logged-in(docker.io)', ['docker login -u learner -p wrong'], false],
] as const)('%s after %j: %s', (text, typed, expected) => {
  expect(holds(text, [], typed)).toBe(expected);
});

/** A made variant of the lab of the tests, with what its parameters became. */
function lab() {
  const made = generateVariant(templateOf(ofEveryKind.lab), 'seed', context);
  if (!made.ok || made.value.key.kind !== 'lab') throw new Error('no lab');
  const { key } = made.value;
  const [first = '', second = ''] = key.solution;
  return { ...made.value, key, a: first.split(' ')[2] ?? '', run: second };
}

function respond(lines: readonly string[], more: Partial<LabResponse> = {}): LabResponse {
  return { kind: 'lab', lines, gaveUp: false, hints: 0, restarts: 0, ...more };
}

describe('how far a hands-on question has come', () => {
  const { key, setup, a, run } = lab();
  const start = deserialise(setup);
  const play = (...lines: string[]) => playLab(labFactsOf(key), start, lines, world);

  test('each goal is told of after every line, and the last one ends it', () => {
    const { progress, steps } = play(`docker stop ${a}`, run, 'docker ps');
    expect(progress).toEqual([
      { goals: [false, true], broken: [false], reached: false },
      { goals: [false, true], broken: [false], reached: false },
      { goals: [true, true], broken: [false], reached: true },
    ]);
    expect(steps).toHaveLength(2);
  });

  test('rebuilding under the same name does not pass, and what is broken stays broken', () => {
    const { progress } = play(`docker rm -f ${a}`, `docker create --name ${a} nginx`, run);
    expect(progress.at(-1)).toEqual({ goals: [true, false], broken: [true], reached: false });
  });

  test('two commands on one line hide nothing', () => {
    const { progress } = play(`docker rm -f ${a}; docker create --name ${a} nginx; ${run}`);
    expect(progress.at(-1)?.broken).toEqual([true]);
  });

  test("the learner's own shell has no say: aliases, functions and settings change no goal", () => {
    const { progress } = play('docker() { echo "{}"; }', 'export DOCKER_HOST=tcp://elsewhere');
    expect(progress.at(-1)).toEqual({ goals: [false, true], broken: [false], reached: false });
  });

  test('asking the goals leaves no trace: the state is that of the lines alone', () => {
    const alone = [`docker stop ${a}`, run].reduce(
      (sandbox, line) => runLine(sandbox, line, world).sandbox,
      start,
    );
    expect(play(`docker stop ${a}`, run).steps.at(-1)?.after).toEqual(alone);
  });

  test('the score is the share of what was to be reached; what held at the start earns nothing', () => {
    const held = { goals: [true, false, false], broken: [false], reached: false };
    const score = (goals: boolean[], broken = false, reached = false) =>
      labScore(held, { goals, broken: [broken], reached });
    expect(score([true, false, false])).toBe(0);
    expect(score([true, true, false])).toBe(0.5);
    expect(score([false, true, true])).toBe(0.5);
    expect(score([true, true, true], true)).toBe(0);
    expect(score([true, true, true], false, true)).toBe(1);
  });
});

describe('the answer to a hands-on question', () => {
  const variant = lab();
  const { a, run } = variant;
  const scene = { setup: () => deserialise(variant.setup), context };
  const grade = (response: LabResponse) => gradeResponse(variant, response, scene);

  test('is graded by the state that its lines reach', () => {
    expect(grade(respond([`docker stop ${a}`, run]))).toMatchObject({ score: 1, correct: true });
    expect(grade(respond(['docker ps', `docker kill ${a}`, run]))).toMatchObject({ correct: true });
    expect(grade(respond([run], { gaveUp: true }))).toMatchObject({ score: 0, correct: false });
    expect(grade(respond([]))).toMatchObject({ score: 0, correct: false });
  });

  test('brings the learner’s run beside the reference run, in the prompts where they were typed', () => {
    const response = respond([`docker exec -it ${a} sh`, 'echo hi', 'exit'], { gaveUp: true });
    const verdict = verdictOf(variant, response, grade(response), {
      ...scene,
      locale: 'en',
      made: { template: templateOf(ofEveryKind.lab), seed: 'seed' },
      beliefs: [],
      statements: [],
    });
    expect(verdict.key).toEqual({ kind: 'lab', solution: variant.key.solution });
    expect(verdict.run.map(({ command }) => command).slice(-2)).toEqual(variant.key.solution);
    expect(verdict.learnerRun?.map(({ command, prompt }) => [command, prompt?.slice(-2)])).toEqual([
      [`docker exec -it ${a} sh`, undefined],
      ['echo hi', '# '],
      ['exit', '# '],
    ]);
    expect(verdict.progress).toEqual({ goals: [false, true], broken: [false], reached: false });
  });

  test('what a learner sees holds words and counts, never a fact, a hint or the solution', () => {
    const view = learnerView(variant.question, 'Running', 'en');
    expect(questionViewSchema.parse(view)).toEqual(view);
    expect(view.control).toMatchObject({ kind: 'lab', hints: 1 });
    const sent = JSON.stringify(view);
    expect(sent).not.toContain('publishes(');
    expect(sent).not.toContain('docker stop');
    expect(sent).not.toContain('Look at');
  });
});

describe('what is wrong with a hands-on question is told at its line', () => {
  const yaml = ofEveryKind.lab.trimStart();
  const problemsOf = (from: string, to: string): string[] => {
    expect(yaml).toContain(from);
    const parsed = parseTemplates(yaml.replace(from, to), 'x.yaml', known);
    return parsed.ok
      ? proveTemplate(parsed.value[0] ?? templateOf(yaml), context, { seeds: 8 }).problems.map(
          problemLine,
        )
      : parsed.error.map(problemLine);
  };

  test.each([
    [
      'a fact without words',
      'same(<a>)]',
      'same(<a>), size(nginx) > 1MB]',
      /^x\.yaml:7:\d+: `size\(nginx\) > 1MB` has no words of its own for the learner — write `\{ fact: 'size/,
    ],
    [
      'a misspelt fact',
      'same(<a>)]',
      'sane(<a>)]',
      /^x\.yaml:7:\d+: `sane\(<a>\)`: there is no fact `sane\(…\)` — did you mean "same"\?$/,
    ],
    [
      'an unknown key of a goal',
      'same(<a>)]',
      '{ fact: same(<a>), say: { ko: 가, en: a }, words: x }]',
      /^x\.yaml:7:\d+: unknown key `words` in `lab\.goal\[2\]`/,
    ],
    [
      'one wrong attempt only',
      ', [docker pause <a>]]',
      ']',
      /^x\.yaml:10:10: there is only one wrong attempt — /,
    ],
    [
      'no hint',
      'hints: [{ ko: "`<a>`을(를) 보세요.", en: "Look at `<a>`." }]',
      'hints: []',
      /^x\.yaml:11:10: `lab\.hints` has too few entries — write `hints: /,
    ],
    [
      'a start that satisfies the goal',
      '"publishes(<b>, <port>)", ',
      '',
      /^x\.yaml:7:9: the goal holds already at the start — /,
    ],
    [
      'a rule broken by the start',
      'never: [removed(<a>)]',
      'never: [{ fact: running(<a>), say: { ko: 가, en: a } }]',
      /^x\.yaml:8:11: `running\(\w+\)` holds already at the start/,
    ],
    [
      'a thing that is not there at the start',
      'removed(<a>)]',
      'removed(<b>)]',
      /^x\.yaml:8:11: `removed\(\w+\)` speaks of the start, and there is no `\w+` after `given` — /,
    ],
    [
      'a solution that does not reach it',
      'solution: [docker stop <a>',
      'solution: [docker pause <a>',
      /^x\.yaml:9:13: the solution does not reach `publishes\(\w+, \d+\)`; its last line prints ".*port is already allocated/s,
    ],
    [
      'a solution that breaks a rule',
      'solution: [docker stop <a>',
      'solution: [docker rm -f <a>',
      /^x\.yaml:9:14: `docker rm -f \w+` breaks `never: removed\(\w+\)` — /,
    ],
    [
      'a line after the goal',
      '<image>"]\n  wrong',
      '<image>", docker ps]\n  wrong',
      /^x\.yaml:9:\d+: the goal is reached before `docker ps`: that line is never typed — /,
    ],
    [
      'a wrong attempt that is right',
      '[docker pause <a>]',
      '[docker kill <a>, "docker run -d --name <b> -p <port>:80 <image>", docker ps]',
      /^x\.yaml:10:\d+: the wrong attempt reaches the goal with `docker run .*` — it is right/,
    ],
    [
      'the same attempt twice',
      '[docker pause <a>]]',
      '[docker pause <a>], [docker pause <a>]]',
      /^x\.yaml:10:\d+: the attempt `docker pause <a>` stands twice — /,
    ],
    [
      'a line of several lines',
      '[docker pause <a>]',
      '["docker ps\\ndocker ps"]',
      /^x\.yaml:10:\d+: the line has several lines — write one line as it is typed$/,
    ],
    [
      '`do`',
      'lab:',
      'do: docker ps\nlab:',
      /^x\.yaml:6:5: `do` has no meaning in a `lab` question — put the command in `given`$/,
    ],
    ['a missing question', 'ask:', 'explain:', /^x\.yaml:1:1: `ask` is missing — /],
    [
      'a missing reading in a hint',
      'ko: "`<a>`을(를) 보세요."',
      'ko: "`grafana`을(를) 보세요."',
      /^x\.yaml:11:\d+: nobody knows how "grafana" is read/,
    ],
  ])('%s', (_, from, to, message) => {
    const problems = problemsOf(from, to);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  test('goals and rules may have words of their own, and a solution lines typed in a container', () => {
    const template = templateOf(`
id: by-hand
concept: lifecycle.running
ask: { ko: 파일을 남기세요., en: Leave a file. }
lab:
  goal:
    - { fact: 'file(box, /memo)', say: { ko: 상자에 메모, en: a memo in the box } }
    - state(box) == exited
  never: { fact: 'count(containers()) > 1', say: { ko: 하나만, en: only one } }
  solution: [docker run -it --name box nginx bash, touch /memo, exit]
  wrong: [docker run --name box nginx true, [docker run -d --name box nginx, docker exec box touch /memo]]
  hints: [{ ko: 가, en: a }]
`);
    expect(proveTemplate(template, context, { seeds: 4 }).problems).toEqual([]);
  });
});
