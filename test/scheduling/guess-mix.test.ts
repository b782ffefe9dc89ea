import { describe, expect, it } from 'vitest';
import { compare, populations } from '@/bench/guess-mix';
import { defaultParameters } from '@/lib/scheduling/parameters';

/** What docs/decisions/010 rests on, on a small sample of the synthetic learners of bench/guess-mix.ts. */
describe('the guessing mix on synthetic learners whose memory is known', () => {
  const errorsOf = (name: string, options: number) => {
    const population = populations.find(
      (each) => each.name === name && each.options === options && each.schedule === 'fixed',
    );
    if (population === undefined) throw new Error(`no population ${name}`);
    const { plain, mix } = compare(population, 20, 10, 'test');
    return { plain: plain.recallError, mix: mix.recallError };
  };

  it('lowers the error in recall for two options when its assumptions hold', () => {
    const { plain, mix } = errorsOf('usual', 2);
    expect(mix).toBeLessThan(plain);
  });

  it('raises it when learners slip more often than assumed, or know more than assumed', () => {
    for (const name of ['many slips', 'facility unknown']) {
      const { plain, mix } = errorsOf(name, 4);
      expect(mix).toBeGreaterThan(plain);
    }
  });

  it('is therefore switched off', () => {
    expect(defaultParameters.guessMix).toBe(false);
  });
});
