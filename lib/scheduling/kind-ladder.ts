/** The kinds of question, by the words of the question language. */
export type Kind = 'choice' | 'predict' | 'order' | 'type' | 'parts' | 'lab' | 'flashcard';

/** How much a kind asks of the learner: from recognising over recalling to producing. Kinds get harder with stability. */
export const hardnessOf: Readonly<Record<Kind, number>> = {
  choice: 0,
  predict: 1,
  order: 2,
  flashcard: 3,
  parts: 4,
  type: 5,
  lab: 6,
};
