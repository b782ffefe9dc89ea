import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseResponse } from '@/lib/quiz/parse-response';
import type { VariantQuestion } from '@/lib/quiz/types';

const controls = {
  choice: {
    kind: 'choice',
    options: [
      { id: 'aaaaaaaa', text: { ko: 'ㄱ', en: 'a' } },
      { id: 'bbbbbbbb', text: { ko: 'ㄴ', en: 'b' } },
    ],
  },
  order: {
    kind: 'order',
    steps: [
      { id: 'x', text: 'docker a' },
      { id: 'y', text: 'docker b' },
    ],
  },
  type: { kind: 'type' },
  parts: { kind: 'parts', reference: 'nginx', parts: ['registry', 'tag'] },
  flashcard: { kind: 'flashcard' },
} as const satisfies Record<string, VariantQuestion['control']>;

function questionOf(kind: keyof typeof controls): VariantQuestion {
  const control = controls[kind];
  return { kind, conceptId: 'a.b', prompt: { ko: '?', en: '?' }, scenario: [], control };
}

describe('responses that are read', () => {
  test.each<[keyof typeof controls, unknown, unknown]>([
    ['choice', { kind: 'choice', option: 'aaaaaaaa' }, { kind: 'choice', option: 'aaaaaaaa' }],
    [
      'choice',
      { kind: 'choice', option: 'aaaaaaaa', score: 1 },
      { kind: 'choice', option: 'aaaaaaaa' },
    ],
    ['choice', { kind: 'unknown' }, { kind: 'unknown' }],
    ['order', { kind: 'order', steps: ['y', 'x'] }, { kind: 'order', steps: ['y', 'x'] }],
    ['type', { kind: 'type', command: '  docker ps ' }, { kind: 'type', command: 'docker ps' }],
    [
      'parts',
      { kind: 'parts', parts: { registry: ' docker.io ' } },
      { kind: 'parts', parts: { registry: 'docker.io', tag: '' } },
    ],
    [
      'parts',
      { kind: 'parts', parts: { registry: 'a', name: 'not asked' } },
      { kind: 'parts', parts: { registry: 'a', tag: '' } },
    ],
    [
      'flashcard',
      { kind: 'flashcard', recall: 'vaguely' },
      { kind: 'flashcard', recall: 'vaguely' },
    ],
  ])('%s %j', (kind, raw, expected) => {
    expect(parseResponse(questionOf(kind), raw)).toEqual({ ok: true, value: expected });
  });
});

describe('responses that are invalid, in words', () => {
  test.each<[keyof typeof controls, unknown, RegExp]>([
    ['choice', null, /could not be read/],
    ['choice', 'aaaaaaaa', /could not be read/],
    ['choice', {}, /could not be read/],
    ['choice', { kind: 'choice' }, /could not be read/],
    ['choice', { kind: 'choice', option: 'cccccccc' }, /could not be read/],
    ['choice', { kind: 'order', steps: [] }, /could not be read/],
    ['order', { kind: 'order', steps: ['x'] }, /every step exactly once/],
    ['order', { kind: 'order', steps: ['x', 'x'] }, /every step exactly once/],
    [
      'order',
      { kind: 'order', steps: Array.from({ length: 1000 }, () => 'x') },
      /could not be read/,
    ],
    ['type', { kind: 'type', command: '' }, /begins with `docker`/],
    ['type', { kind: 'type', command: 'rm -rf /' }, /Only a command that begins with `docker`/],
    ['type', { kind: 'type', command: 'docker ps; ls' }, /`;` may stand only inside quotes/],
    ['type', { kind: 'type', command: `docker ${'x'.repeat(100_000)}` }, /too long/],
    ['type', { kind: 'type', command: 'docker ps "' }, /never closed/],
    ['type', { kind: 'type', command: 'docker ps\nls' }, /one line/],
    ['parts', { kind: 'parts', parts: {} }, /at least one part/],
    ['parts', { kind: 'parts', parts: { registry: ' ' } }, /at least one part/],
    ['parts', { kind: 'parts', parts: { registry: 'x'.repeat(301) } }, /could not be read/],
    ['flashcard', { kind: 'flashcard', recall: 'perfectly' }, /could not be read/],
  ])('%s %j', (kind, raw, english) => {
    const parsed = parseResponse(questionOf(kind), raw);
    expect(parsed.ok ? '' : parsed.error.en).toMatch(english);
    expect(parsed.ok ? '' : parsed.error.ko).toMatch(/[가-힣]/);
  });
});

test('no JSON at all makes the parser throw', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom(...(Object.keys(controls) as (keyof typeof controls)[])),
      (raw, kind) => {
        expect(parseResponse(questionOf(kind), raw)).toHaveProperty('ok');
      },
    ),
  );
});
