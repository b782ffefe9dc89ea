import { describe, expect, it } from 'vitest';
import { emptyDraft, readDraft } from '@/components/question/answer-draft';
import type { ViewControl } from '@/lib/quiz/types';

const options = [
  { id: 'a', text: 'one' },
  { id: 'b', text: 'two' },
];
const order: ViewControl = { kind: 'order', steps: options };
const parts: ViewControl = { kind: 'parts', reference: 'a/b', parts: ['namespace', 'name'] };
const controls: readonly ViewControl[] = [
  { kind: 'choice', options },
  { kind: 'predict', options },
  order,
  { kind: 'type' },
  parts,
  { kind: 'flashcard' },
];

describe('readDraft', () => {
  it.each(controls.map((control) => [control.kind, control] as const))(
    'an untouched %s is missing its answer',
    (_kind, control) => {
      expect(readDraft(emptyDraft(control), control)).toEqual({ state: 'missing' });
    },
  );

  it('a chosen option is ready', () => {
    const [choice] = controls;
    expect(choice && readDraft({ kind: 'choice', option: 'b' }, choice)).toEqual({
      state: 'ready',
      response: { kind: 'choice', option: 'b' },
    });
  });

  it('an order is ready only when every step is placed', () => {
    expect(readDraft({ kind: 'order', placed: ['b'] }, order).state).toBe('missing');
    expect(readDraft({ kind: 'order', placed: ['b', 'a'] }, order).state).toBe('ready');
  });

  it('a command of nothing but spaces is missing', () => {
    expect(readDraft({ kind: 'type', command: '  \n' }, { kind: 'type' }).state).toBe('missing');
  });

  it('parts left blank are pointed out, and sent as empty when meant so', () => {
    expect(readDraft({ kind: 'parts', parts: { name: ' web ' } }, parts)).toEqual({
      state: 'partial',
      response: { kind: 'parts', parts: { namespace: '', name: 'web' } },
    });
  });
});
