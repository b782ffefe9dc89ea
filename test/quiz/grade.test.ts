import { describe, expect, test } from 'vitest';
import { host } from '@/content/catalogue/host';
import { manualData } from '@/content/manual';
import { buildCatalogue, buildManual } from '@/lib/engine';
import { gradeResponse, type GradingScene } from '@/lib/quiz/grade';
import { guessChance } from '@/lib/quiz/guess-chance';
import type { Response, VariantKey, VariantQuestion } from '@/lib/quiz/types';

const scene: GradingScene = {
  setup: () => {
    throw new Error('nothing is run for this kind');
  },
  context: {
    catalogue: buildCatalogue({ host, registries: [], images: [] }),
    manual: buildManual(manualData),
  },
};

function question(control: VariantQuestion['control']): VariantQuestion {
  return {
    kind: control.kind,
    conceptId: 'a.b',
    prompt: { ko: '?', en: '?' },
    scenario: [],
    control,
  };
}

const text = (words: string) => ({ ko: words, en: words });

const choice: { question: VariantQuestion; key: VariantKey } = {
  question: question({
    kind: 'choice',
    options: [
      { id: '00000001', text: text('a') },
      { id: '00000002', text: text('b') },
      { id: '00000003', text: text('c') },
    ],
  }),
  key: {
    kind: 'choice',
    option: '00000002',
    options: [
      {
        id: '00000001',
        text: text('a'),
        outcome: 'a',
        beliefs: ['pause-is-stop', 'pause-frees-memory'],
      },
      { id: '00000002', text: text('b'), outcome: 'b', beliefs: [] },
      { id: '00000003', text: text('c'), outcome: 'c', beliefs: ['pause-keeps-cpu'] },
    ],
  },
};

const order: { question: VariantQuestion; key: VariantKey } = {
  question: question({ kind: 'order', steps: ['1', '2', '3'].map((id) => ({ id, text: id })) }),
  key: {
    kind: 'order',
    orders: [
      ['1', '2', '3'],
      ['2', '1', '3'],
    ],
    beliefs: [{ id: 'push-needs-no-login', orders: [['1', '3', '2']] }],
  },
};

const parts: { question: VariantQuestion; key: VariantKey } = {
  question: question({
    kind: 'parts',
    reference: 'hashicorp/http-echo',
    parts: ['registry', 'namespace', 'name', 'tag'],
  }),
  key: {
    kind: 'parts',
    parts: { registry: 'docker.io', namespace: 'hashicorp', name: 'http-echo', tag: 'latest' },
    accept: {
      registry: ['docker.io', 'index.docker.io'],
      namespace: ['hashicorp'],
      name: ['http-echo'],
      tag: ['latest'],
    },
    beliefs: [
      {
        id: 'namespace-is-registry',
        parts: { registry: 'hashicorp', namespace: '', name: 'http-echo', tag: 'latest' },
      },
      {
        id: 'tag-optional-means-none',
        parts: { registry: 'docker.io', namespace: 'hashicorp', name: 'http-echo', tag: '' },
      },
    ],
  },
};

const flashcard: { question: VariantQuestion; key: VariantKey } = {
  question: question({ kind: 'flashcard' }),
  key: { kind: 'flashcard', back: text('back') },
};

const answered = (registry: string, namespace: string, name: string, tag: string): Response => ({
  kind: 'parts',
  parts: { registry, namespace, name, tag },
});

describe('grading', () => {
  test.each<[string, typeof choice, Response, number, readonly string[]]>([
    ['the key', choice, { kind: 'choice', option: '00000002' }, 1, []],
    [
      'an option with its beliefs',
      choice,
      { kind: 'choice', option: '00000001' },
      0,
      ['pause-is-stop', 'pause-frees-memory'],
    ],
    ['an option of another question', choice, { kind: 'choice', option: 'ffffffff' }, 0, []],
    ["I don't know", choice, { kind: 'unknown' }, 0, []],
    ['one good order', order, { kind: 'order', steps: ['1', '2', '3'] }, 1, []],
    ['the other good order', order, { kind: 'order', steps: ['2', '1', '3'] }, 1, []],
    [
      'an order that a belief makes good',
      order,
      { kind: 'order', steps: ['1', '3', '2'] },
      0,
      ['push-needs-no-login'],
    ],
    ['an order that nothing explains', order, { kind: 'order', steps: ['3', '2', '1'] }, 0, []],
    ['all parts', parts, answered('docker.io', 'hashicorp', 'http-echo', 'latest'), 1, []],
    [
      'another spelling of Docker Hub',
      parts,
      answered('Index.docker.io/', 'hashicorp', 'http-echo', ':latest'),
      1,
      [],
    ],
    [
      'a misread namespace',
      parts,
      answered('hashicorp', '', 'http-echo', 'latest'),
      0.5,
      ['namespace-is-registry'],
    ],
    [
      'no tag',
      parts,
      answered('docker.io', 'hashicorp', 'http-echo', 'none'),
      0.75,
      ['tag-optional-means-none'],
    ],
    [
      'both misreadings at once',
      parts,
      answered('hashicorp', '-', 'http-echo', ''),
      0.25,
      ['namespace-is-registry', 'tag-optional-means-none'],
    ],
    [
      'parts that no belief explains',
      parts,
      answered('quay.io', 'hashicorp', 'http-echo', 'latest'),
      0.75,
      [],
    ],
    ['a card that was known', flashcard, { kind: 'flashcard', recall: 'knew' }, 1, []],
    ['a card half known', flashcard, { kind: 'flashcard', recall: 'vaguely' }, 0.5, []],
    ['a card forgotten', flashcard, { kind: 'flashcard', recall: 'forgot' }, 0, []],
  ])('%s', (_what, variant, response, score, misconceptions) => {
    expect(gradeResponse(variant, response, scene)).toEqual({
      score,
      correct: score === 1,
      misconceptions,
    });
  });
});

test('the chance to guess: one in the options, good orders in all orders, none where an answer is produced', () => {
  expect(guessChance(choice.question, choice.key)).toBeCloseTo(1 / 3);
  expect(guessChance(order.question, order.key)).toBeCloseTo(2 / 6);
  expect(guessChance(parts.question, parts.key)).toBeNull();
  expect(guessChance(flashcard.question, flashcard.key)).toBeNull();
});
