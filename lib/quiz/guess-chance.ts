import { assertNever } from '../kernel/assert-never';
import { factorial } from './permutations';
import type { VariantKey, VariantQuestion } from './types';

/** The chance of answering right without knowing, in (0, 1]; null where an answer is produced and cannot be guessed. */
export function guessChance(question: VariantQuestion, key: VariantKey): number | null {
  switch (key.kind) {
    case 'choice':
    case 'predict':
      return 1 / key.options.length;
    case 'order': {
      const steps = question.control.kind === 'order' ? question.control.steps.length : 1;
      return key.orders.length / factorial(steps);
    }
    case 'several': {
      const statements = question.control.kind === 'several' ? question.control.statements : [];
      return 1 / 2 ** statements.length;
    }
    case 'blanks':
    case 'type':
    case 'parts':
    case 'lab':
    case 'flashcard':
      return null;
    default:
      return assertNever(key);
  }
}
