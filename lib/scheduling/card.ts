import type { LocalDay } from './local-day';

/** What a card trains; the same three words as the question language uses. */
export type Skill = 'recognise' | 'do' | 'recall';

/** When a card returns: on a day for intervals of a day or more, at an instant (milliseconds) for shorter ones. */
export type Due =
  | { readonly kind: 'instant'; readonly at: number }
  | { readonly kind: 'day'; readonly day: LocalDay };

/** A card that was never answered. It has no memory, and so nothing else to say. */
export interface NewCard {
  readonly state: 'new';
}

/** A card with a memory (FSRS-6). Plain JSON. */
export interface StudiedCard {
  readonly state: 'learning' | 'review' | 'relearning';
  /** Days until predicted recall has fallen to 0.9. */
  readonly stability: number;
  /** From 1 (easy) to 10. */
  readonly difficulty: number;
  /** Index of the learning or relearning step the card stands on; 0 in review. */
  readonly step: number;
  /** Reviews so far. */
  readonly reps: number;
  /** How often it was forgotten after having been learned. */
  readonly lapses: number;
  readonly due: Due;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly lastReviewedAt: number;
  readonly lastReviewedDay: LocalDay;
  /** Forgotten so often that it needs another explanation rather than another repetition. */
  readonly leech: boolean;
}

export type CardState = NewCard | StudiedCard;

export const newCard: NewCard = { state: 'new' };

/** Is the card to be asked at `now`, a moment of the local day `today`? A new card is never due. */
export function isDue(card: CardState, now: number, today: LocalDay): boolean {
  if (card.state === 'new') return false;
  return card.due.kind === 'instant' ? card.due.at <= now : card.due.day <= today;
}

/**
 * Has the card been learned: it has left the learning steps, or its last answer was right? (On a learning step only a
 * right answer, Hard included, waits longer than the first step.) This is what further concepts wait for; deliberately
 * mild, so that a beginner moves on within one session.
 * @param learningSteps minutes
 */
export function isLearned(card: CardState, learningSteps: readonly number[]): boolean {
  if (card.state === 'new') return false;
  if (card.state !== 'learning' || card.due.kind === 'day') return true;
  return card.due.at - card.lastReviewedAt > (learningSteps[0] ?? 0) * 60_000;
}
