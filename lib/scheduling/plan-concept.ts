import { isDue, isLearned, type CardState, type Due } from './card';
import { skillsInOrder, indexCourse } from './course-index';
import { asQuestion, questionFor } from './new-cards';
import type { Plan, PlanInput } from './plan-input';
import { recallOn } from './recall';

/**
 * What to ask somebody who wants to practise one concept now, or that it has been practised today. Pure.
 *
 * Each of its cards is asked once a day: due ones first, then new ones, then a card that was just missed, then those that would come later, the most likely to be
 * forgotten first. An early answer is a review like any other: the memory model gives it the little weight that its high predicted recall leaves. A second answer to a
 * card on one day would be no evidence of memory, and several would raise it beyond what was shown, so that there is none.
 */
export function planConcept(input: PlanInput, conceptId: string): Plan {
  const course = indexCourse(input);
  const asked = skillsInOrder
    .map((skill, position) => ({ skill, position, state: course.stateOf(conceptId, skill) }))
    .filter(({ skill }) => course.templatesOf(conceptId, skill).length > 0);
  const [first] = asked
    .flatMap((card) => {
      const turn = turnOf(card.state, input);
      return turn === null ? [] : [{ ...card, turn }];
    })
    .sort((a, b) => a.turn[0] - b.turn[0] || a.turn[1] - b.turn[1] || a.position - b.position);
  const template = first === undefined ? null : questionFor(input, course, conceptId, first.skill);
  if (template !== null) return { done: false, reason: 'chosen', ...asQuestion(template) };
  const dues = asked.flatMap(({ state }) => (state.state === 'new' ? [] : [state.due]));
  return { done: true, nextDue: earliest(dues, input) };
}

/** How many of a concept's cards would be asked now. */
export function countToAsk(input: PlanInput, conceptId: string): number {
  const course = indexCourse(input);
  return skillsInOrder.filter(
    (skill) =>
      course.templatesOf(conceptId, skill).length > 0 &&
      turnOf(course.stateOf(conceptId, skill), input) !== null,
  ).length;
}

/** When a card's turn comes among those of its concept; null when it was answered today and is not due again. */
function turnOf(
  card: CardState,
  { now, today, limits, parameters }: PlanInput,
): readonly [group: number, within: number] | null {
  if (card.state === 'new') return [1, 0];
  if (isDue(card, now, today)) return [0, recallOn(card, today, parameters) ?? 0];
  if (card.due.kind === 'instant') {
    const missed = !isLearned(card, parameters.learningSteps);
    return missed && card.due.at <= now + limits.learnAheadMs ? [2, card.due.at] : null;
  }
  return card.lastReviewedDay === today ? null : [3, recallOn(card, today, parameters) ?? 0];
}

function earliest(dues: readonly Due[], { today }: PlanInput): Due | null {
  const moment = (due: Due): string =>
    due.kind === 'instant' ? `${today} ${String(due.at).padStart(16, '0')}` : due.day;
  return [...dues].sort((a, b) => (moment(a) < moment(b) ? -1 : 1))[0] ?? null;
}
