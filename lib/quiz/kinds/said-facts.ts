import { err, ok, type Result } from '../../kernel/result';
import { engineQuery } from '../engine-query';
import type { Fact } from '../facts/fact';
import { identityOf } from '../facts/since-start';
import { fillWords } from '../fill-words';
import { fillText } from '../parameters';
import type { Refusal } from '../question-context';
import type { SaidFact } from '../template';
import type { Words } from '../types';
import { filledFact, type KindInput } from './kind-draft';

/** A fact with its parameters filled in, and the words that the learner reads. */
export interface FilledFact {
  readonly text: string;
  readonly fact: Fact;
  readonly words: Words;
}

/**
 * Fills in facts that learners read. `wordsOf` gives the words that a fact has of its own; `path` is where the facts are written. Refused when a fact
 * speaks of something that was not there at the start, or has no words.
 */
export function fillSaidFacts(
  facts: readonly SaidFact[],
  path: string,
  wordsOf: (fact: Fact) => Words | null,
  { values, context, stage }: KindInput,
): Result<readonly FilledFact[], Refusal> {
  const filled: FilledFact[] = [];
  for (const [i, { fact: written, say }] of facts.entries()) {
    const at = `${path}.${i}`;
    const text = fillText(written, values);
    const fact = filledFact(written, values, at);
    if (!fact.ok) return fact;
    const missing = missingAtStart(fact.value, stage);
    if (missing !== null) {
      return err({
        path: at,
        message: `\`${text}\` speaks of the start, and there is no \`${missing}\` after \`given\``,
        instead: 'make it in `given`, or ask something else',
      });
    }
    const own = say ?? wordsOf(fact.value);
    if (own === null)
      return err({ path: at, message: 'the fact has no words', instead: 'add `say`' });
    const words = say === null ? ok(own) : fillWords(say, values, context.readings, `${at}.say`);
    if (!words.ok) return words;
    filled.push({ text, fact: fact.value, words: words.value });
  }
  return ok(filled);
}

const ofTheStart: readonly string[] = ['same', 'removed', 'ended'];

/** A thing that a fact compares with the start and that was not there then; null when there is none. */
function missingAtStart(fact: Fact, stage: KindInput['stage']): string | null {
  switch (fact.kind) {
    case 'and':
    case 'or':
      return (
        fact.parts.map((part) => missingAtStart(part, stage)).find((name) => name !== null) ?? null
      );
    case 'not':
      return missingAtStart(fact.fact, stage);
    case 'compare':
      return missingAtStart(fact.left, stage) ?? missingAtStart(fact.right, stage);
    case 'call': {
      const [name] = fact.args;
      if (!ofTheStart.includes(fact.name) || typeof name !== 'string') return null;
      const query = engineQuery(stage.sandbox, stage.world);
      const found = identityOf(name, query, fact.name === 'ended' ? 'container' : undefined);
      return found === null ? name : null;
    }
    case 'text':
    case 'number':
      return null;
  }
}
