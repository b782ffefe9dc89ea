import { err, ok, type Result } from '../kernel/result';
import type { Random } from '../kernel/random';
import type { Refusal } from './question-context';
import type { StoredOption, VariantKey, Words } from './types';

/** One possible answer: what some engine yields, in words, and which beliefs yield it. */
export interface Candidate {
  /** Equal for outcomes that are the same answer. */
  readonly outcome: string;
  readonly text: Words;
}

/** At most this many distractors are shown. */
const mostDistractors = 3;

export type OptionsKey = Extract<VariantKey, { kind: 'choice' | 'predict' }>;

/**
 * The options of a question: the truth and the different outcomes of the beliefs, at most three of them. Ids come from `presentation` alone and are unrelated
 * to content; the order is a shuffle of the options sorted by outcome, so that neither shows which is the key.
 *
 * @param fewest how many distractors there must be
 */
export function makeOptions(
  kind: OptionsKey['kind'],
  truth: Candidate,
  believed: readonly (Candidate & { readonly belief: string })[],
  fewest: number,
  content: Random,
  presentation: Random,
): Result<OptionsKey, Refusal> {
  const distractors = new Map<string, { text: Words; beliefs: string[] }>();
  for (const { belief, outcome, text } of believed) {
    if (outcome === truth.outcome) continue;
    const known = distractors.get(outcome);
    if (known === undefined) distractors.set(outcome, { text, beliefs: [belief] });
    else known.beliefs.push(belief);
  }
  if (distractors.size < fewest) {
    const idle = believed
      .filter(({ outcome }) => outcome === truth.outcome)
      .map(({ belief }) => `\`${belief}\``);
    return err({
      path: `${kind}.beliefs`,
      message: `there are ${distractors.size} distractor(s), ${fewest} are needed${idle.length > 0 ? `; ${idle.join(', ')} yield(s) the same as Docker` : ''}`,
      instead: 'list more beliefs that bear on this question',
    });
  }
  const chosen = content.shuffle([...distractors]).slice(0, mostDistractors);
  const contents = [
    { outcome: truth.outcome, text: truth.text, beliefs: [] as string[] },
    ...chosen.map(([outcome, { text, beliefs }]) => ({ outcome, text, beliefs: beliefs.sort() })),
  ].sort((a, b) => (a.outcome < b.outcome ? -1 : 1));
  for (const locale of ['ko', 'en'] as const) {
    const texts = contents.map(({ text }) => text[locale].trim());
    const twin = texts.find((text, i) => texts.indexOf(text) < i);
    if (twin !== undefined) {
      return err({
        path: kind === 'choice' ? 'choice.say' : 'predict.see',
        message: `two options say "${twin}"`,
        instead: 'say different things for different outcomes',
      });
    }
  }
  const ids = distinctIds(contents.length, presentation);
  const options = presentation
    .shuffle(contents)
    .map((option, i): StoredOption => ({ id: ids[i] ?? '', ...option }));
  const key = options.find(({ outcome }) => outcome === truth.outcome);
  return ok({ kind, option: key?.id ?? '', options });
}

/** Random ids that say nothing: eight hexadecimal digits, no two the same. */
export function distinctIds(count: number, presentation: Random): string[] {
  const ids = new Set<string>();
  while (ids.size < count) ids.add(presentation.hex(8));
  return [...ids];
}
