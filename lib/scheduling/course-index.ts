import { isLearned, newCard, type CardState, type Skill } from './card';
import type { PlannedTemplate, PlanInput } from './plan-input';

/** The planner's input, arranged for looking things up. */
export interface CourseIndex {
  /** The state of a card; new when the learner has none. */
  stateOf(conceptId: string, skill: Skill): CardState;
  /** The templates of a concept and skill; empty when there are none. */
  templatesOf(conceptId: string, skill: Skill): readonly PlannedTemplate[];
  /** The skill a concept begins with: recognising if it has such questions, else recalling, else doing. */
  firstSkill(conceptId: string): Skill | null;
  /** Has the learner answered any question of the concept? */
  isBegun(conceptId: string): boolean;
  /**
   * Has the learner learned the concept: is any of its cards learned (see `isLearned`)? A concept that has no question
   * in this course cannot be learned here, and counts as learned once its own prerequisites are.
   */
  isConceptLearned(conceptId: string): boolean;
  /** Are all prerequisites learned? */
  isOpen(conceptId: string): boolean;
}

export const skillsInOrder: readonly Skill[] = ['recognise', 'recall', 'do'];

const keyOf = (conceptId: string, skill: Skill): string => `${conceptId}/${skill}`;

export function indexCourse(input: PlanInput): CourseIndex {
  const { concepts, cards, templates, parameters } = input;
  const states = new Map(cards.map((card) => [keyOf(card.conceptId, card.skill), card.state]));
  const prerequisites = new Map(concepts.map((concept) => [concept.id, concept.prerequisites]));
  const byCard = new Map<string, PlannedTemplate[]>();
  for (const template of templates) {
    const key = keyOf(template.conceptId, template.skill);
    const list = byCard.get(key);
    if (list === undefined) byCard.set(key, [template]);
    else list.push(template);
  }

  const stateOf = (conceptId: string, skill: Skill): CardState =>
    states.get(keyOf(conceptId, skill)) ?? newCard;
  const templatesOf = (conceptId: string, skill: Skill): readonly PlannedTemplate[] =>
    byCard.get(keyOf(conceptId, skill)) ?? [];
  const firstSkill = (conceptId: string): Skill | null =>
    skillsInOrder.find((skill) => templatesOf(conceptId, skill).length > 0) ?? null;
  const isBegun = (conceptId: string): boolean =>
    skillsInOrder.some((skill) => stateOf(conceptId, skill).state !== 'new');

  const known = new Map<string, boolean>();
  const isConceptLearned = (conceptId: string): boolean => {
    const before = known.get(conceptId);
    if (before !== undefined) return before;
    known.set(conceptId, true); // ends the walk in a ring of concepts without questions
    const learned =
      skillsInOrder.some((skill) =>
        isLearned(stateOf(conceptId, skill), parameters.learningSteps),
      ) ||
      (firstSkill(conceptId) === null && isOpen(conceptId));
    known.set(conceptId, learned);
    return learned;
  };
  const isOpen = (conceptId: string): boolean =>
    (prerequisites.get(conceptId) ?? []).every(isConceptLearned);

  return { stateOf, templatesOf, firstSkill, isBegun, isConceptLearned, isOpen };
}
