import { problemLine } from './template-problem';
import type { TemplateProof } from './template-proof';

/** What another engine made of a template that says the same as before. */
export type Flip =
  /** The key of a seed is another one. `seeds`: in how many, of those that both proofs ran; the words are those of the first. */
  | {
      readonly kind: 'key';
      readonly seed: number;
      readonly before: string | null;
      readonly after: string | null;
      readonly seeds: number;
    }
  /** It was proved and is not any longer. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** A belief that it told from the truth does not differ any more. */
  | { readonly kind: 'belief'; readonly belief: string };

/** The parts of a stored proof that are compared. `answers` is missing in proofs that were stored before they were kept. */
export type StoredProof = Pick<TemplateProof, 'proved' | 'beliefs'> &
  Partial<Pick<TemplateProof, 'answers'>>;

/** Compares the proof that is stored with a new one of the same text; empty when nothing flipped. */
export function proofFlips(stored: StoredProof, now: TemplateProof): readonly Flip[] {
  const flips: Flip[] = [];
  const [first] = now.problems;
  if (stored.proved && !now.proved)
    flips.push({ kind: 'failed', reason: first === undefined ? '' : problemLine(first) });
  const before = stored.answers ?? [];
  const both = Math.min(before.length, now.answers.length);
  const other = Array.from({ length: both }, (_, seed) => seed).filter(
    (seed) => before[seed] !== now.answers[seed],
  );
  const [seed] = other;
  if (seed !== undefined) {
    const [was, is] = [before[seed] ?? null, now.answers[seed] ?? null];
    flips.push({ kind: 'key', seed, before: was, after: is, seeds: other.length });
  }
  for (const { id, tellsApart } of stored.beliefs) {
    const still = now.beliefs.find((belief) => belief.id === id)?.tellsApart ?? 0;
    if (tellsApart > 0 && still === 0) flips.push({ kind: 'belief', belief: id });
  }
  return flips;
}

/** A flip in one line of words. */
export function flipLine(templateId: string, flip: Flip): string {
  switch (flip.kind) {
    case 'failed':
      return `${templateId}: proved before, fails now: ${flip.reason}`;
    case 'key': {
      const spell = (answer: string | null): string =>
        answer === null ? 'no question' : JSON.stringify(answer);
      return `${templateId}: the key of proof-${flip.seed} was ${spell(flip.before)} and is ${spell(flip.after)} (${flip.seeds} seeds differ)`;
    }
    case 'belief':
      return `${templateId}: the belief ${flip.belief} no longer differs from Docker`;
  }
}
