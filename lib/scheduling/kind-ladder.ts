/** The kinds of question, by the words of the question language. */
export type Kind =
  'choice' | 'several' | 'predict' | 'order' | 'blanks' | 'type' | 'parts' | 'lab' | 'flashcard';

/** How hard a question is within its kind, as its author judges. */
export type Difficulty = 'easy' | 'medium' | 'hard';

/** The author's word as a number: the easier the lower. */
export const difficultyRank: Readonly<Record<Difficulty, number>> = { easy: 0, medium: 1, hard: 2 };

/** How much a kind asks of the learner: from recognising over recalling to producing. Kinds get harder with stability. */
export const hardnessOf: Readonly<Record<Kind, number>> = {
  choice: 0,
  several: 1,
  predict: 2,
  order: 3,
  flashcard: 4,
  parts: 5,
  blanks: 6,
  type: 7,
  lab: 8,
};
