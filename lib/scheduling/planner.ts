import { isDue, isLearned, type Due, type StudiedCard } from './card';
import { firstByRank } from './choose-template';
import { contrastValue, heldTogether } from './contrast';
import { indexCourse, type CourseIndex } from './course-index';
import { hardnessOf } from './kind-ladder';
import { addDays } from './local-day';
import { asQuestion, chooseNewCard, openNewCards, questionFor } from './new-cards';
import type { Plan, PlannedCard, PlannedTemplate, PlanInput, Question } from './plan-input';
import { recallOn } from './recall';

type StudiedEntry = PlannedCard & { readonly state: StudiedCard };

/**
 * What to ask next, or that the day is done and when the next question comes. Pure and deterministic.
 *
 * In this order: a question that contrasts beliefs shown lately; what is due, learning steps first and then the card
 * most likely to be forgotten; new cards, up to the day's limit and only where prerequisites are learned; learning steps
 * a little early. Two questions in a row are on one concept only when there is no alternative.
 */
export function planNext(input: PlanInput): Plan {
  const course = indexCourse(input);
  const mayBegin = input.newToday < input.limits.newPerDay;
  const openCards = openNewCards(input, course);
  const due = dueQuestions(input, course);
  const begin = mayBegin ? openCards : [];
  const ahead = aheadCards(input, course);

  const lastConcept = input.recent[0]?.conceptId;
  const elsewhere = (question: Question): boolean => question.conceptId !== lastConcept;

  const contrast = contrastQuestion(input, course, mayBegin);
  if (contrast !== null) return { done: false, reason: 'contrast', ...contrast };
  const dueElsewhere = due.find(elsewhere);
  if (dueElsewhere !== undefined) return { done: false, reason: 'due', ...dueElsewhere };
  const newElsewhere = chooseNewCard(
    begin.filter((candidate) => elsewhere(candidate.question)),
    input,
  );
  if (newElsewhere !== null) return { done: false, reason: 'new', ...newElsewhere };
  const aheadElsewhere = ahead.find((card) => elsewhere(card.question));
  if (aheadElsewhere !== undefined)
    return { done: false, reason: 'ahead', ...aheadElsewhere.question };

  // Only the concept just asked is left.
  const [dueHere] = due;
  if (dueHere !== undefined) return { done: false, reason: 'due', ...dueHere };
  const newHere = chooseNewCard(begin, input);
  if (newHere !== null) return { done: false, reason: 'new', ...newHere };
  const missed = ahead.find((card) => !card.learned);
  if (missed !== undefined) return { done: false, reason: 'ahead', ...missed.question };
  return { done: true, nextDue: nextDue(input, course, openCards.length > 0) };
}

function studied(cards: readonly PlannedCard[]): readonly StudiedEntry[] {
  return cards.filter((card): card is StudiedEntry => card.state.state !== 'new');
}

/** Due cards that have a question: learning steps by their instant, then the others by predicted recall, lowest first. */
function dueQuestions(input: PlanInput, course: CourseIndex): readonly Question[] {
  const { now, today, parameters } = input;
  const order = new Map(input.concepts.map((concept, position) => [concept.id, position]));
  return studied(input.cards)
    .filter((card) => isDue(card.state, now, today))
    .map((card) => ({
      card,
      steps: card.state.due.kind === 'instant' && card.state.lastReviewedDay === today ? 0 : 1,
      urgency:
        card.state.due.kind === 'instant' && card.state.lastReviewedDay === today
          ? card.state.due.at
          : (recallOn(card.state, today, parameters) ?? 0),
      position: order.get(card.conceptId) ?? order.size,
    }))
    .sort((a, b) => a.steps - b.steps || a.urgency - b.urgency || a.position - b.position)
    .flatMap(({ card }) => {
      const template = questionFor(input, course, card.conceptId, card.skill);
      return template === null ? [] : [asQuestion(template)];
    });
}

/** Cards on a learning step that come soon, soonest first. */
function aheadCards(
  input: PlanInput,
  course: CourseIndex,
): readonly { question: Question; learned: boolean }[] {
  const until = input.now + input.limits.learnAheadMs;
  return studied(input.cards)
    .flatMap(({ conceptId, skill, state }) =>
      state.due.kind === 'instant' && state.due.at > input.now && state.due.at <= until
        ? [
            {
              conceptId,
              skill,
              at: state.due.at,
              learned: isLearned(state, input.parameters.learningSteps),
            },
          ]
        : [],
    )
    .sort((a, b) => a.at - b.at)
    .flatMap(({ conceptId, skill, learned }) => {
      const template = questionFor(input, course, conceptId, skill);
      return template === null ? [] : [{ question: asQuestion(template), learned }];
    });
}

/**
 * The question that tells the beliefs shown last from the truth and from each other. Soon but not at once: another question comes before it, and it is
 * never on the concept just asked; a card not begun only when it may be begun now.
 */
function contrastQuestion(
  input: PlanInput,
  course: CourseIndex,
  mayBegin: boolean,
): Question | null {
  const lastConcept = input.recent[0]?.conceptId;
  const mayAsk = ({ conceptId, skill }: PlannedTemplate): boolean =>
    conceptId !== lastConcept &&
    (course.stateOf(conceptId, skill).state !== 'new' ||
      (mayBegin && (course.isBegun(conceptId) || course.isOpen(conceptId))));
  for (const together of heldTogether(input.heldBeliefs)) {
    if (together.some(({ answersSince }) => answersSince === 0)) continue;
    const template = firstByRank(
      input.templates.filter(
        (each) => contrastValue(each, together, input.now) > 0 && mayAsk(each),
      ),
      (each) => [
        -contrastValue(each, together, input.now),
        each.lastSeenAt ?? -Infinity,
        hardnessOf[each.kind],
      ],
      ({ id }) => id,
    );
    if (template !== null) return asQuestion(template);
  }
  return null;
}

/** When the next question comes: the earliest due of the cards that have one, or tomorrow if new cards wait for it. */
function nextDue(
  { cards, today, endOfToday }: PlanInput,
  course: CourseIndex,
  newWait: boolean,
): Due | null {
  const tomorrow = addDays(today, 1);
  const dues: Due[] = studied(cards)
    .filter(({ conceptId, skill }) => course.templatesOf(conceptId, skill).length > 0)
    .map((card) => card.state.due);
  if (newWait) dues.push({ kind: 'day', day: tomorrow });
  const moment = (due: Due): string => {
    if (due.kind === 'instant' && due.at < endOfToday)
      return `${today} ${String(due.at).padStart(16, '0')}`;
    return due.kind === 'instant' ? tomorrow : due.day;
  };
  dues.sort((a, b) => (moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0));
  return dues[0] ?? null;
}
