import { describe, expect, it } from 'vitest';
import { ratingOf, slowResponseMs, type GradedAnswer } from '@/lib/scheduling/rating';

const answer: GradedAnswer = {
  kind: 'choice',
  correct: true,
  dontKnow: false,
  confidence: 'sure',
  responseMs: 5000,
  slowMs: 10_000,
  hintUsed: false,
};

describe('ratingOf', () => {
  it.each<[string, Partial<GradedAnswer>, string]>([
    ['right and sure', {}, 'good'],
    ['right, no confidence given', { confidence: null }, 'good'],
    ['wrong', { correct: false }, 'again'],
    ['wrong though sure and fast', { correct: false, responseMs: 1 }, 'again'],
    ['"I don\'t know"', { dontKnow: true }, 'again'],
    ['right with a hint', { hintUsed: true }, 'again'],
    ['right but unsure', { confidence: 'unsure' }, 'hard'],
    ['right but slow', { responseMs: 10_001 }, 'hard'],
    ['right at the percentile itself', { responseMs: 10_000 }, 'good'],
    ['right and slow before 30 answers', { responseMs: 99_000, slowMs: null }, 'good'],
    ['right, time unknown', { responseMs: null }, 'good'],
    ['chosen, sure and fast', { responseMs: 10 }, 'good'],
    ['ordered, sure and fast', { kind: 'order', responseMs: 10 }, 'good'],
    ['typed, sure and fast', { kind: 'type', responseMs: 5000 }, 'easy'],
    ['parts named, sure and fast', { kind: 'parts', responseMs: 5000 }, 'easy'],
    ['typed, sure, not fast', { kind: 'type', responseMs: 5001 }, 'good'],
    ['typed, fast, no confidence given', { kind: 'type', confidence: null }, 'good'],
    ['typed, fast before 30 answers', { kind: 'type', slowMs: null }, 'good'],
    ['done by hand, fast', { kind: 'lab', confidence: null, responseMs: 5000 }, 'easy'],
    ['done by hand, not fast', { kind: 'lab', confidence: null, responseMs: 5001 }, 'good'],
    ['done by hand with a hint', { kind: 'lab', confidence: null, hintUsed: true }, 'again'],
    [
      'done by hand, begun anew',
      { kind: 'lab', confidence: null, responseMs: 10, restarts: 1 },
      'hard',
    ],
    ['typed, fast, unsure', { kind: 'type', confidence: 'unsure' }, 'hard'],
  ])('%s', (_, change, rating) => {
    expect(ratingOf({ ...answer, ...change })).toBe(rating);
  });

  it('takes a flashcard at its word, hints aside', () => {
    const rate = (recall: 'forgot' | 'vaguely' | 'knew', hintUsed = false) =>
      ratingOf({ kind: 'flashcard', recall, hintUsed });
    expect([rate('forgot'), rate('vaguely'), rate('knew')]).toEqual(['again', 'hard', 'good']);
    expect(rate('knew', true)).toBe('again');
  });
});

describe('slowResponseMs', () => {
  it('is unknown before 30 answers', () => {
    expect(slowResponseMs(Array.from({ length: 29 }, () => 1))).toBeNull();
  });

  it('is the 80th percentile, in whatever order the answers come', () => {
    const times = Array.from({ length: 50 }, (_, index) => ((index * 7) % 50) + 1);
    expect(slowResponseMs(times)).toBe(40);
  });
});
