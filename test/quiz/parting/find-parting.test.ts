import { describe, expect, test } from 'vitest';
import { generateVariant } from '@/lib/quiz/generate-variant';
import { findParting, type MadeVariant } from '@/lib/quiz/parting/find-parting';
import { context, ofEveryKind, templateOf } from '../context-for-tests';

function madeOf(kind: keyof typeof ofEveryKind): MadeVariant {
  const template = templateOf(ofEveryKind[kind]);
  const made = generateVariant(template, 'parting', context);
  if (!made.ok) throw new Error(made.error.message);
  return { template, seed: 'parting', question: made.value.question, key: made.value.key };
}

describe('the parting of an answer', () => {
  const choice = madeOf('choice');
  const anOption = { kind: 'choice', option: '' } as const;

  test('is of the first belief that one parts, and says which', () => {
    const held = ['not-an-engine', 'pause-frees-memory', 'pause-keeps-cpu'];
    const parting = findParting(choice, anOption, held, context);
    expect(parting?.about).toEqual({ kind: 'belief', belief: 'pause-frees-memory' });
    expect(parting?.mine.steps.map(({ command }) => command)).toEqual(
      parting?.docker.steps.map(({ command }) => command),
    );
    const { step, line } = parting?.docker.differs ?? { step: 0, line: 0 };
    expect(parting?.mine.steps[step]?.lines[line]).toMatch(/ 0B \/ 0B$/);
    expect(parting?.docker.steps[step]?.lines[line]).toMatch(/MiB/);
  });

  test('is nothing where no belief explains an option, or nothing was answered', () => {
    expect(findParting(choice, anOption, [], context)).toBeNull();
    expect(findParting(madeOf('type'), { kind: 'unknown' }, [], context)).toBeNull();
    expect(findParting(madeOf('order'), { kind: 'unknown' }, [], context)).toBeNull();
  });

  test('is nothing for a variant that this program would not make from its template', () => {
    const [first, ...rest] = choice.question.scenario;
    const other = { command: 'docker run -d --name other nginx', output: first?.output ?? null };
    const question = { ...choice.question, scenario: [other, ...rest] };
    expect(
      findParting({ ...choice, question }, anOption, ['pause-frees-memory'], context),
    ).toBeNull();
  });

  test('of a misread name is what comes of pulling or naming by it', () => {
    const parts = madeOf('parts');
    const parting = findParting(
      parts,
      { kind: 'parts', parts: {} },
      ['tag-optional-means-none', 'no-slash-means-local', 'namespace-is-registry'],
      context,
    );
    expect(parting?.about.kind).toBe('belief');
    expect(parting?.docker.steps.at(-1)?.command).toMatch(/^docker (pull|images) /);
  });

  test('of an official name that the simulated Docker Hub lacks is what a push says of it', () => {
    const template = templateOf(
      '- { id: t, concept: name.grammar, parts: { reference: golang, beliefs: [no-slash-means-local] } }',
    );
    const made = generateVariant(template, 'parting', context);
    if (!made.ok) throw new Error(made.error.message);
    const parts = { template, seed: 'parting', question: made.value.question, key: made.value.key };
    const answer = { kind: 'parts', parts: {} } as const;
    const parting = findParting(parts, answer, ['no-slash-means-local'], context);
    expect(parting?.docker.steps.at(-1)?.command).toBe('docker push golang');
    expect(parting?.docker.steps.at(-1)?.lines).toContain(
      'The push refers to repository [docker.io/library/golang]',
    );
  });
});
