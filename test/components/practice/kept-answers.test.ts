import { describe, expect, it } from 'vitest';
import {
  dropAnswer,
  keepAnswer,
  keptAnswers,
  type AnswerStore,
} from '@/components/practice/kept-answers';
import type { Submission } from '@/lib/quiz/practice';
import type { Response } from '@/lib/quiz/types';

function deviceStore(capacity = Infinity): AnswerStore {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (kept.size >= capacity) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
  };
}

const responses: readonly Response[] = [
  { kind: 'choice', option: 'o1' },
  { kind: 'predict', option: 'o1' },
  { kind: 'several', ticked: ['s1', 's2'] },
  { kind: 'order', steps: ['a', 'b'] },
  { kind: 'blanks', fillings: ['8080', '80'] },
  { kind: 'type', command: 'docker ps' },
  { kind: 'parts', parts: { registry: 'ghcr.io', tag: '' } },
  { kind: 'flashcard', recall: 'vaguely' },
  { kind: 'unknown' },
];
const submission = (response: Response, showingId = `show-${response.kind}`): Submission => ({
  showingId,
  idempotencyKey: `key-${response.kind}`,
  response,
  confidence: response.kind === 'unknown' ? null : 'unsure',
  responseMs: 42,
});

describe('kept answers', () => {
  it.each(responses.map((response) => [response.kind, response] as const))(
    'a kept %s answer comes back as it was, key and all',
    (_kind, response) => {
      const store = deviceStore();
      expect(keepAnswer(store, submission(response))).toBe(true);
      expect(keptAnswers(store)).toEqual([submission(response)]);
    },
  );

  it('a delivered answer is forgotten, the others stay', () => {
    const store = deviceStore();
    for (const response of responses) keepAnswer(store, submission(response));
    dropAnswer(store, 'show-type');
    expect(keptAnswers(store).map((kept) => kept.response.kind)).not.toContain('type');
    expect(keptAnswers(store)).toHaveLength(responses.length - 1);
  });

  it.each(['{', '"text"', '{"showingId":"a"}', 'null'])(
    'an unreadable entry %s is removed',
    (text) => {
      const store = deviceStore();
      store.setItem('drydock.answer.x', text);
      store.setItem('something of another page', text);
      expect(keptAnswers(store)).toEqual([]);
      expect(store.length).toBe(1);
    },
  );

  it('a device without room says so instead of failing', () => {
    expect(keepAnswer(deviceStore(0), submission({ kind: 'unknown' }))).toBe(false);
  });
});
