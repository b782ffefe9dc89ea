import fc from 'fast-check';
import { describe, test } from 'vitest';
import { targets } from '@/scripts/fuzz/targets';

/** A sample of what `npm run fuzz` does with a million inputs. */
describe('whatever is typed is answered, with words and an exit code', () => {
  test.each(targets)('$name', ({ input, share, check }) => {
    fc.assert(fc.property(input, check), { numRuns: Math.round(2_000 * share) });
  });
});
