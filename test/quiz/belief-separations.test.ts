import { describe, expect, test } from 'vitest';
import { SeparationCount } from '@/lib/quiz/belief-separations';
import { believedAnswers, contrastWeight, fullContrast } from '@/lib/quiz/believed-answers';
import { proveTemplate } from '@/lib/quiz/prove-template';
import type { VariantKey } from '@/lib/quiz/types';
import { context, ofEveryKind, templateOf } from './context-for-tests';

const choice = (...distractors: readonly (readonly string[])[]): VariantKey => ({
  kind: 'choice',
  option: 'key',
  options: [[], ...distractors].map((beliefs, index) => ({
    id: index === 0 ? 'key' : `wrong${index}`,
    text: { ko: `답 ${index}`, en: `answer ${index}` },
    outcome: `outcome ${index}`,
    beliefs,
  })),
});

describe('the beliefs of a variant', () => {
  test('of one option yield one answer, and who answers as Docker does yields none', () => {
    expect(believedAnswers(choice(['a', 'b'], ['c']))).toEqual(
      new Map([
        ['a', 'wrong1'],
        ['b', 'wrong1'],
        ['c', 'wrong2'],
      ]),
    );
  });

  test('of an order and of parts are those that reach a wrong answer', () => {
    const order: VariantKey = {
      kind: 'order',
      orders: [['x', 'y']],
      beliefs: [
        { id: 'a', orders: [['y', 'x']] },
        { id: 'b', orders: [] },
      ],
    };
    expect([...believedAnswers(order).keys()]).toEqual(['a']);
    const parts: VariantKey = {
      kind: 'parts',
      parts: { tag: 'latest' },
      accept: { tag: ['latest'] },
      beliefs: [{ id: 'a', parts: { tag: '' } }],
    };
    expect([...believedAnswers(parts).keys()]).toEqual(['a']);
  });

  test('are contrasted fully where each has an answer of its own', () => {
    const apart = choice(['a'], ['b'], ['c']);
    expect(contrastWeight(apart, ['a', 'b', 'c'])).toBe(fullContrast(3));
    expect(contrastWeight(choice(['a', 'b'], ['c']), ['a', 'b'])).toBe(2);
    expect(contrastWeight(choice(['a'], ['c']), ['a', 'b'])).toBe(2);
    expect(contrastWeight(choice(['c'], ['d']), ['a', 'b'])).toBe(0);
    expect(contrastWeight(apart, [])).toBe(fullContrast(0));
  });
});

describe('the separations of a template', () => {
  test('count in how many variants two beliefs part ways and in how many they share an answer', () => {
    const count = new SeparationCount(['b', 'a', 'c', 'd', 'e']);
    count.add(choice(['a', 'b'], ['c']));
    count.add(choice(['a'], ['b']));
    expect(count.result().slice(0, 2)).toEqual([
      { beliefs: ['a', 'b'], apart: 1, together: 1 },
      { beliefs: ['a', 'c'], apart: 2, together: 0 },
    ]);
    expect(count.result().map(({ beliefs }) => beliefs.join())).not.toContain('d,e');
  });

  test('are part of its proof', () => {
    const { separations } = proveTemplate(templateOf(ofEveryKind.choice), context, { seeds: 8 });
    expect(separations).toEqual([
      { beliefs: ['pause-frees-memory', 'pause-keeps-cpu'], apart: 8, together: 0 },
    ]);
  });
});
