import { assertNever } from '../kernel/assert-never';
import type { VariantKey } from './types';

/**
 * The wrong answer of this variant that each belief yields, by the belief's id. Two beliefs with the same text yield the same answer: whoever gives it may
 * hold either. A belief that answers as Docker does here, or whose option is not shown, is left out. The texts mean something within one variant only.
 */
export function believedAnswers(key: VariantKey): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  switch (key.kind) {
    case 'choice':
    case 'predict':
      for (const { id, beliefs } of key.options)
        for (const belief of beliefs) answers.set(belief, id);
      return answers;
    case 'several':
      // What it says of each statement, in no order of its own.
      for (const { id, holding } of key.beliefs)
        answers.set(id, JSON.stringify([...holding].sort()));
      return answers;
    case 'blanks':
      for (const { id, fillings } of key.beliefs) answers.set(id, JSON.stringify(fillings));
      return answers;
    case 'order':
      for (const { id, orders } of key.beliefs)
        if (orders.length > 0) answers.set(id, JSON.stringify(orders));
      return answers;
    case 'parts':
      for (const { id, parts } of key.beliefs) answers.set(id, JSON.stringify(parts));
      return answers;
    case 'type':
    case 'lab':
    case 'flashcard':
      return answers;
    default:
      return assertNever(key);
  }
}

/**
 * How much an answer to this variant says of the beliefs in question: one for each that it tells from the truth, one for each two of them that it tells from
 * each other.
 */
export function contrastWeight(key: VariantKey, beliefs: readonly string[]): number {
  const answers = believedAnswers(key);
  return beliefs.reduce((weight, belief, index) => {
    const answer = answers.get(belief);
    const apart = beliefs.slice(0, index).filter((other) => answers.get(other) !== answer).length;
    return weight + apart + (answer === undefined ? 0 : 1);
  }, 0);
}

/** The most that any variant can weigh for so many beliefs. */
export function fullContrast(beliefs: number): number {
  return beliefs + (beliefs * (beliefs - 1)) / 2;
}
