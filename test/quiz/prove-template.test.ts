import { describe, expect, test } from 'vitest';
import { proveTemplate } from '@/lib/quiz/prove-template';
import { problemLine } from '@/lib/quiz/template-problem';
import { kinds } from '@/lib/quiz/types';
import { context, ofEveryKind, templateOf } from './context-for-tests';

const few = { seeds: 30, samples: 3 };

test.each(kinds)('a good %s is proved, with three samples', (kind) => {
  const proof = proveTemplate(templateOf(ofEveryKind[kind]), context, few);
  expect(proof.problems.map(problemLine)).toEqual([]);
  expect(proof.proved).toBe(true);
  expect(proof.samples).toHaveLength(3);
  expect(new Set(proof.samples.map(({ fingerprint }) => fingerprint)).size).toBe(3);
});

test('the same template gives the same proof', () => {
  const template = templateOf(ofEveryKind.predict);
  expect(proveTemplate(template, context, few)).toEqual(proveTemplate(template, context, few));
});

describe('what fails a proof, and where', () => {
  const cases: readonly (readonly [string, keyof typeof ofEveryKind, string, string, RegExp])[] = [
    [
      'a given command that fails',
      'choice',
      '--name <name> <image>]',
      '--nane <name> <image>]',
      /^test\.yaml:4:9: `docker run -d --nane \w+ \w+` exits 125: /,
    ],
    [
      'a command that should fail and does not',
      'choice',
      'given: [docker run -d --name <name> <image>]',
      'given: [{ run: docker run -d --name <name> <image>, fails: true }]',
      /^test\.yaml:4:9: `docker run .*` is marked `fails` and exits 0 — remove `fails: true`$/,
    ],
    [
      'a belief that changes nothing here',
      'choice',
      'pause-frees-memory]',
      'pause-frees-memory, tag-copies]',
      /^test\.yaml:14:50: the belief `tag-copies` yields no wrong answer in any of 30 variants — /,
    ],
    [
      'too few distractors',
      'choice',
      '[pause-keeps-cpu, pause-frees-memory]',
      '[pause-keeps-cpu]',
      /^test\.yaml:14:12: there are 1 distractor\(s\), 2 are needed — /,
    ],
    [
      'a missing reading',
      'choice',
      '[web, api, db]',
      '[web, grafana]',
      /^test\.yaml:6:12: nobody knows how "grafana" is read, so 은\(는\) cannot be chosen \(in \d+ of 30 variants\) — add `grafana: …`/,
    ],
    [
      'a goal that nothing reaches',
      'order',
      'state(<name>) == paused',
      'state(<name>) == exited',
      /^test\.yaml:6:9: none of the 6 orders reaches the goal — /,
    ],
    [
      'a goal that most orders reach',
      'order',
      'state(<name>) == paused',
      'exists(<name>)',
      /^test\.yaml:6:9: 6 of the 6 orders reach the goal — /,
    ],
    [
      'a solution that does not reach the goal',
      'type',
      'solution: docker tag <image> my:<tag>',
      'solution: docker tag <image> you:<tag>',
      /^test\.yaml:8:13: `docker tag \w+ you:\d` does not reach the goal — /,
    ],
    [
      'a wrong attempt that reaches it',
      'type',
      'docker rename <image> my:<tag>]',
      'docker image tag <image> my:<tag>]',
      /^test\.yaml:9:40: the wrong attempt `docker image tag \w+ my:\d` reaches the goal — /,
    ],
    [
      'a goal that holds at the start',
      'type',
      'goal: image(my:<tag>) == image(<image>)',
      'goal: local(<image>)',
      /^test\.yaml:7:9: the goal holds already at the start — /,
    ],
    [
      'a name that Docker refuses',
      'parts',
      '[nginx, ',
      '[NGINX, ',
      /^test\.yaml:5:14: Docker refuses `NGINX`: invalid reference format: repository name \(library\/NGINX\) must be lowercase/,
    ],
    [
      'a card that is not true',
      'flashcard',
      'not schedulable(<name>)',
      'schedulable(<name>)',
      /^test\.yaml:9:31: `schedulable\(\w+\)` does not hold in the engine — /,
    ],
  ];
  test.each(cases)('%s', (_what, kind, from, to, expected) => {
    const yaml = ofEveryKind[kind].trimStart();
    expect(yaml).toContain(from);
    const proof = proveTemplate(templateOf(yaml.replace(from, to)), context, few);
    expect(proof.proved).toBe(false);
    expect(proof.problems.map(problemLine).join('\n')).toMatch(expected);
  });

  test('a belief that the shown scenario contradicts', () => {
    const yaml = ofEveryKind.choice
      .trimStart()
      .replace('<image>]', '<image>, docker pause <name>, docker unpause <name>]')
      .replace('pause-frees-memory]', 'pause-frees-memory, pause-is-stop]');
    const proof = proveTemplate(templateOf(yaml), context, few);
    expect(proof.problems.map(problemLine).join('\n')).toMatch(
      /^test\.yaml:14:50: the belief `pause-is-stop` is contradicted by what is shown: `docker unpause \w+` would print "Error.*" — move that command from `given` to `do`, mark it hidden, or drop the belief$/,
    );
  });

  test('a key that is nearly always by far the longest option', () => {
    const yaml = ofEveryKind.choice.replace(
      'en: memory only',
      'en: "memory only, because the processes are frozen and not ended"',
    );
    const proof = proveTemplate(templateOf(yaml.trimStart()), context, few);
    expect(proof.problems.map(problemLine)).toEqual([
      'test.yaml:10:5: the right option is by far the longest in 100% of the variants — make the options about equally long',
    ]);
  });

  test.each([
    ['exists(<name>)', 'holds'],
    ['not exists(<name>)', 'does not hold'],
  ])('a statement that its length tells: %s nearly always %s', (fact, holds) => {
    const yaml = ofEveryKind.several
      .trimStart()
      .replace('fact: exists(<name>)', `fact: ${fact}`)
      .replace('It still exists', 'Docker still has or no longer has a container of this name');
    const proof = proveTemplate(templateOf(yaml), context, { seeds: 40, samples: 0 });
    expect(proof.problems.map(problemLine)).toEqual([
      `test.yaml:9:5: in English what is by far the longest of the statements ${holds} in 100% of the variants — make the statements about equally long`,
    ]);
  });

  test('few variants are a warning only', () => {
    const proof = proveTemplate(templateOf(ofEveryKind.choice.trimStart()), context, few);
    expect(proof.warnings.map(problemLine)).toEqual([
      'test.yaml:3:7: there are only 9 distinct variants (9 combinations of parameters) — add parameters or values until there are at least 24',
    ]);
  });

  test('a yes/no question needs one distractor and is marked', () => {
    const yaml = ofEveryKind.choice
      .replace(/see: .*\n/, 'see: schedulable(<name>)\n')
      .replace(/ {2}say:\n( {4}.*\n)+/, '')
      .replace('pause-keeps-cpu, pause-frees-memory', 'pause-keeps-cpu');
    const proof = proveTemplate(templateOf(yaml), context, few);
    expect(proof.problems).toEqual([]);
    expect(proof.yesNo).toBe(true);
  });
});
