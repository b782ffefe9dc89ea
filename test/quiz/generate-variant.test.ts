import { describe, expect, test } from 'vitest';
import { deserialise } from '@/lib/engine';
import { generateVariant, type GeneratedVariant } from '@/lib/quiz/generate-variant';
import { gradeResponse } from '@/lib/quiz/grade';
import { learnerView, questionViewSchema } from '@/lib/quiz/learner-view';
import { parseResponse } from '@/lib/quiz/parse-response';
import { kinds, type Kind, type Response } from '@/lib/quiz/types';
import { verdictOf } from '@/lib/quiz/verdict-view';
import { context, ofEveryKind, templateOf } from './context-for-tests';

function variantOf(kind: Kind, seed: string): GeneratedVariant {
  const made = generateVariant(templateOf(ofEveryKind[kind]), seed, context);
  if (!made.ok) throw new Error(`${made.error.path}: ${made.error.message}`);
  return made.value;
}

const seeds = Array.from({ length: 50 }, (_, i) => `seed ${i}`);

describe.each(kinds)('%s', (kind) => {
  test('the same seed gives the same bytes', () => {
    expect(JSON.stringify(variantOf(kind, 'again'))).toBe(JSON.stringify(variantOf(kind, 'again')));
  });

  test('the learner sees the allow-list exactly, and nothing that only the key or the proof knows', () => {
    const template = templateOf(ofEveryKind[kind]);
    for (const seed of seeds) {
      const { question, key, proof } = variantOf(kind, seed);
      for (const locale of ['ko', 'en'] as const) {
        const view = learnerView(question, 'Title', locale);
        expect(questionViewSchema.parse(view)).toEqual(view);
        const text = JSON.stringify(view);
        expect(text).not.toContain(seed);
        if (template.explain !== null) expect(text).not.toContain(proof.explanation?.[locale]);
        for (const { id } of proof.beliefs) expect(text).not.toContain(id);
        if (key.kind === 'type') expect(text).not.toContain(key.solution);
        if (key.kind === 'blanks') expect(text).not.toContain(`-p ${key.solution.join(':')}`);
        if (key.kind === 'lab') {
          for (const secret of [...key.solution, ...key.goal, key.hints[0]?.[locale]])
            expect(text).not.toContain(secret);
        }
        if (key.kind === 'flashcard') expect(text).not.toContain(key.back[locale]);
      }
      const withheld = question.scenario.filter(({ output }) => output === null);
      expect(withheld).toHaveLength(
        kind === 'predict' ? 3 : ['choice', 'several', 'flashcard'].includes(kind) ? 1 : 0,
      );
    }
  });

  test('the right answer is graded right, a wrong one wrong, and the verdict tells the whole run', () => {
    const { question, key, proof, setup } = variantOf(kind, 'grade');
    const scene = { setup: () => deserialise(setup), context };
    const grade = (response: Response) => {
      const parsed = parseResponse(question, response);
      if (!parsed.ok) throw new Error(parsed.error.en);
      return gradeResponse({ question, key }, parsed.value, scene);
    };
    const [right, wrong] = answersTo(key);
    expect(grade(right)).toEqual({ score: 1, correct: true, misconceptions: [] });
    const missed = grade(wrong);
    expect(missed.correct).toBe(false);
    const verdict = verdictOf({ question, key, proof }, wrong, missed, {
      ...scene,
      locale: 'ko',
      made: { template: templateOf(ofEveryKind[kind]), seed: 'grade' },
      beliefs: missed.misconceptions.map((id) => ({
        id,
        belief: { ko: '믿음', en: 'belief' },
        answer: { ko: '대답', en: 'answer' },
      })),
      statements: [],
    });
    expect(verdict.correct).toBe(false);
    expect(verdict.beliefs).toHaveLength(missed.misconceptions.length);
    expect(verdict.run).toHaveLength(proof.run.length);
    expect(verdict.learnerRun === null).toBe(!['type', 'blanks', 'lab'].includes(kind));
    expect(verdict.parting === null).toBe(['parts', 'lab', 'flashcard'].includes(kind));
    if (kind !== 'flashcard') expect(verdict.explanation).toMatch(/[가-힣]/);
  });
});

function answersTo(key: GeneratedVariant['key']): readonly [Response, Response] {
  switch (key.kind) {
    case 'choice':
    case 'predict': {
      const other = key.options.find(({ id }) => id !== key.option);
      return [
        { kind: key.kind, option: key.option },
        { kind: key.kind, option: other?.id ?? '' },
      ];
    }
    case 'order': {
      const good = key.orders[0] ?? [];
      return [
        { kind: 'order', steps: good },
        { kind: 'order', steps: [...good].reverse() },
      ];
    }
    case 'several': {
      const [believed] = key.beliefs;
      const ticked = (ids: readonly string[]) =>
        ({ kind: 'several', ticked: ids.length === 0 ? 'none' : ids }) as const;
      return [ticked(key.holding), ticked(believed?.holding ?? [])];
    }
    case 'blanks':
      return [
        { kind: 'blanks', fillings: key.solution },
        { kind: 'blanks', fillings: [...key.solution].reverse() },
      ];
    case 'type':
      return [
        { kind: 'type', command: key.solution.replace('docker tag', 'docker image tag') },
        { kind: 'type', command: 'docker ps -a' },
      ];
    case 'parts':
      return [
        { kind: 'parts', parts: key.parts },
        { kind: 'parts', parts: { ...key.parts, name: 'wrong' } },
      ];
    case 'lab': {
      const given = { kind: 'lab', hints: 0, restarts: 0 } as const;
      return [
        { ...given, lines: ['docker ps', ...key.solution], gaveUp: false },
        { ...given, lines: ['docker ps'], gaveUp: true },
      ];
    }
    case 'flashcard':
      return [
        { kind: 'flashcard', recall: 'knew' },
        { kind: 'flashcard', recall: 'forgot' },
      ];
  }
}

describe('what the engine says is the key', () => {
  test('a paused container keeps its memory and gets no CPU; each distractor is what a belief yields', () => {
    const { key, proof } = variantOf('choice', 'one');
    if (key.kind !== 'choice') throw new Error('not a choice');
    expect(key.options.find(({ id }) => id === key.option)?.text.en).toBe('memory only');
    expect(proof.outcome).toBe('mem');
    expect(proof.beliefs).toEqual([
      { id: 'pause-keeps-cpu', outcome: 'cpu+mem' },
      { id: 'pause-frees-memory', outcome: 'none' },
    ]);
    expect(
      Object.fromEntries(key.options.map(({ outcome, beliefs }) => [outcome, beliefs])),
    ).toEqual({ mem: [], 'cpu+mem': ['pause-keeps-cpu'], none: ['pause-frees-memory'] });
  });

  test('the run is pictured step by step, with what each step changed', () => {
    const { proof } = variantOf('choice', 'one');
    const [run, pause] = proof.run.map((step) => ('picture' in step ? step : null));
    expect(run?.from?.containers).toEqual([]);
    expect(run?.picture.containers[0]).toMatchObject({ state: 'running', cpu: true });
    expect(run?.picture.images).toHaveLength(1);
    expect(pause?.picture.containers[0]).toMatchObject({ state: 'paused', cpu: false });
    expect(pause?.picture.containers[0]?.memory).toBe(run?.picture.containers[0]?.memory);
    expect(pause?.change?.en).toMatch(
      /^Container `\w+` is frozen: it keeps its memory and gets no CPU\.$/,
    );
  });

  test('one order of create, start and pause reaches the goal', () => {
    const { key } = variantOf('order', 'one');
    expect(key.kind === 'order' && key.orders).toHaveLength(1);
  });

  test('particles follow the drawn value', () => {
    const prompts = new Set(seeds.map((seed) => variantOf('choice', seed).question.prompt.ko));
    expect([...prompts].sort()).toEqual([
      '`api`는 지금 무엇을 쓰나요?',
      '`db`는 지금 무엇을 쓰나요?',
      '`web`은 지금 무엇을 쓰나요?',
    ]);
  });

  test('the same question has one fingerprint, whatever its ids and the order of its options', () => {
    const byQuestion = new Map<string, Set<string>>();
    for (const seed of seeds) {
      const { question, fingerprint } = variantOf('choice', seed);
      const plain = `${question.prompt.en} ${question.scenario[0]?.command ?? ''}`;
      byQuestion.set(plain, (byQuestion.get(plain) ?? new Set()).add(fingerprint));
    }
    expect(byQuestion.size).toBe(9);
    for (const fingerprints of byQuestion.values()) expect(fingerprints.size).toBe(1);
    expect(new Set([...byQuestion.values()].flatMap((set) => [...set])).size).toBe(9);
  });

  test('option ids are unrelated to content: the same text has another id in every variant', () => {
    const ids = seeds.map((seed) => {
      const { key } = variantOf('choice', seed);
      return key.kind === 'choice' ? key.option : '';
    });
    expect(new Set(ids).size).toBe(seeds.length);
  });
});

describe('a typed command is graded by the state it reaches', () => {
  const { question, key, setup } = variantOf('type', 'typed');
  const scene = { setup: () => deserialise(setup), context };
  const solution = key.kind === 'type' ? key.solution : '';
  const [, , image = '', name = ''] = solution.split(' ');
  test.each([
    [solution, true],
    [`docker image tag ${image} ${name}`, true],
    [`docker tag docker.io/library/${image}:latest docker.io/library/${name}`, true],
    [`docker tag ${image} ${name}x`, false],
    [`docker tag ${name} ${image}`, false],
    ['docker frobnicate', false],
    ['docker run -it alpine sh', false],
    ['docker logs -f nothing', false],
  ])('%s', (command, correct) => {
    expect(gradeResponse({ question, key }, { kind: 'type', command }, scene)).toEqual({
      score: correct ? 1 : 0,
      correct,
      misconceptions: [],
    });
  });

  test('the stored setup is not changed by grading', () => {
    gradeResponse({ question, key }, { kind: 'type', command: solution }, scene);
    expect(
      gradeResponse({ question, key }, { kind: 'type', command: 'docker ps' }, scene).correct,
    ).toBe(false);
  });
});
