import { isLearned, type CardState, type Skill } from './card';
import { chooseTemplate, firstByRank, timesShown } from './choose-template';
import { skillsInOrder, type CourseIndex } from './course-index';
import type { PlannedTemplate, PlanInput, Question } from './plan-input';

/** A card that could be begun now, with the question it would begin with. */
interface NewCandidate {
  readonly question: Question;
  /** Position of the concept in the course. */
  readonly position: number;
  /** Producing is asked for before memory is firm. */
  readonly early: boolean;
}

/** Stability (days) from which the learner is ready to produce what so far was recognised. */
const firmStability = 2;

function isFirm(card: CardState): boolean {
  return card.state !== 'new' && (card.state === 'review' || card.stability >= firmStability);
}

/**
 * Every new card that may be begun: the first skill of a concept whose prerequisites are learned, and the further
 * skills once the first is learned. Course order.
 */
export function openNewCards(input: PlanInput, course: CourseIndex): readonly NewCandidate[] {
  const candidates: NewCandidate[] = [];
  input.concepts.forEach(({ id: conceptId }, position) => {
    const first = course.firstSkill(conceptId);
    if (first === null) return;
    const firstCard = course.stateOf(conceptId, first);
    const add = (skill: Skill): void => {
      const template = questionFor(input, course, conceptId, skill);
      if (template === null || course.stateOf(conceptId, skill).state !== 'new') return;
      const early = skill === 'do' && !isFirm(firstCard);
      candidates.push({ question: asQuestion(template), position, early });
    };
    if (!course.isBegun(conceptId)) {
      if (course.isOpen(conceptId)) add(first);
    } else if (isLearned(firstCard, input.parameters.learningSteps) || firstCard.state === 'new') {
      for (const skill of skillsInOrder) add(skill);
    }
  });
  return candidates.length > 0 ? candidates : lockedCards(input, course);
}

/**
 * What to begin when nothing is open and no open concept is still being learned: prerequisites that form a ring would
 * stop a learner for ever, so the first concept not begun opens.
 */
function lockedCards(input: PlanInput, course: CourseIndex): readonly NewCandidate[] {
  const waiting = input.concepts.some(
    ({ id }) => course.isBegun(id) && !course.isConceptLearned(id),
  );
  if (waiting) return [];
  for (const [position, { id }] of input.concepts.entries()) {
    const first = course.firstSkill(id);
    if (first === null || course.isBegun(id)) continue;
    const template = questionFor(input, course, id, first);
    if (template !== null) return [{ question: asQuestion(template), position, early: false }];
  }
  return [];
}

/**
 * Which new card to begin: the kind shown least of late (producing counts as shown once more while memory is not
 * firm), then a concept not among the last three, then course order.
 */
export function chooseNewCard(
  candidates: readonly NewCandidate[],
  { recent }: Pick<PlanInput, 'recent'>,
): Question | null {
  const lastConcepts = recent.slice(0, 3).map((question) => question.conceptId);
  const chosen = firstByRank(
    candidates,
    ({ question, position, early }) => [
      timesShown(question.kind, recent) + (early ? 1 : 0),
      lastConcepts.includes(question.conceptId) ? 1 : 0,
      position,
      skillsInOrder.indexOf(question.skill),
    ],
    ({ question }) => question.templateId,
  );
  return chosen?.question ?? null;
}

/** The template to ask for a card as it stands, or null when it has none. */
export function questionFor(
  input: PlanInput,
  course: CourseIndex,
  conceptId: string,
  skill: Skill,
): PlannedTemplate | null {
  return chooseTemplate(
    course.templatesOf(conceptId, skill),
    course.stateOf(conceptId, skill),
    input,
  );
}

export function asQuestion({ id, conceptId, skill, kind }: PlannedTemplate): Question {
  return { conceptId, skill, templateId: id, kind };
}
