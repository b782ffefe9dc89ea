import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { PracticeStep } from '@/lib/quiz/practice';
import type { Locale } from '@/lib/quiz/types';
import { questionContext } from '@/lib/server/content/question-context';
import { storeSetupBy } from '@/lib/server/sandbox/setup-states';
import { overPool } from '@/lib/server/sandbox/stored-sandbox';
import { isDue } from '@/lib/scheduling/card';
import { beliefsToContrast } from '@/lib/scheduling/contrast';
import type { Plan, PlanInput } from '@/lib/scheduling/plan-input';
import { planNext } from '@/lib/scheduling/planner';
import { countToAsk, planConcept } from '@/lib/scheduling/plan-concept';
import { listConcepts, type CourseConcept } from './concepts';
import { getDefinition, listAskableTemplates, type AskableTemplate } from './course';
import { getLearner, type Learner } from './learner';
import { freshVariant, storeVariant } from './make-variant';
import { readDueInput, readPlanInput } from './plan-input';
import { summariseDay } from './summarise-day';
import { reopenShowing, setOthersAside } from './set-aside';
import { countAnswersToday, findOpenShowing } from './showings';
import { isUniqueViolation } from './unique-violation';
import { practiceQuestion } from './view';

/**
 * What the learner is to do now: the question already open, else the next one by the planner, else the day's summary.
 * A question stays open until it is answered, so a refresh, a second tab or another device shows the same one.
 *
 * @param conceptId the one concept that the learner wants to practise; then an open question about another one that was only looked at waits for another time
 * @throws AppError 'not-found' for a concept that the course does not have
 */
export async function nextQuestion(
  learnerId: string,
  locale: Locale,
  conceptId?: string,
): Promise<PracticeStep> {
  const at = now();
  if (conceptId !== undefined) await setOthersAside(learnerId, conceptId, at);
  const [learner, open] = await Promise.all([
    getLearner(db, learnerId, at),
    findOpenShowing(db, learnerId),
  ]);
  const position = async (input?: DueInput, toAsk?: number) => ({
    done: await countAnswersToday(db, learner, conceptId),
    due: Math.max(1, toAsk ?? dueNow(input ?? (await readDueInput(db, learner)), learner, at)),
  });
  if (open !== null && conceptId === undefined)
    return practiceQuestion(open, await position(), locale);

  const [concepts, templates] = await Promise.all([
    listConcepts(db),
    listAskableTemplates(db, learnerId),
  ]);
  const input = await readPlanInput(db, learner, { concepts, templates }, at);
  const toAsk = conceptId === undefined ? undefined : countToAsk(input, conceptId);
  if (open !== null) return practiceQuestion(open, await position(input, toAsk), locale);
  const plan = conceptId === undefined ? planNext(input) : planConcept(input, conceptId);
  if (plan.done) return summariseDay(learner, input, plan.nextDue, at, locale);
  const aside = conceptId === undefined ? null : await reopenShowing(learner.id, plan);
  const showing = aside ?? (await openShowing(learner, { concepts, templates }, input, plan));
  return practiceQuestion(showing, await position(input, toAsk), locale);
}

/** What there is to ask. */
interface Course {
  readonly concepts: readonly CourseConcept[];
  readonly templates: readonly AskableTemplate[];
}

type DueInput = Awaited<ReturnType<typeof readDueInput>>;

/** Cards to answer now: the due ones, and the new ones that today still admits. */
function dueNow({ cards, newToday, limits }: DueInput, { today }: Learner, at: number): number {
  const due = cards.filter(({ state }) => isDue(state, at, today)).length;
  return due + Math.max(0, limits.newPerDay - newToday);
}

/** Stores a fresh variant and puts it before the learner; when another tab was faster, gives what that one opened. */
async function openShowing(
  learner: Learner,
  { concepts, templates }: Course,
  input: PlanInput,
  plan: Extract<Plan, { done: false }>,
) {
  const at = input.now;
  const template = templates.find(({ templateId }) => templateId === plan.templateId);
  if (template === undefined) throw new Error(`the planner chose ${plan.templateId}, not offered`);
  const seen = await db.variant.findMany({
    where: {
      templateVersionId: template.versionId,
      showings: { some: { learnerId: learner.id } },
    },
    select: { fingerprint: true },
    distinct: ['fingerprint'],
  });
  const variant = freshVariant(
    await getDefinition(db, template.versionId),
    await questionContext(),
    new Set(seen.map(({ fingerprint }) => fingerprint)),
    beliefsToContrast(plan.templateId, input),
  );
  const { conceptId, skill } = plan;
  // Before the transaction, where it is prepared and costs a third; storeVariant then finds it.
  await storeSetupBy(overPool, variant.setup);
  try {
    const { id } = await db.$transaction(async (tx) => {
      const variantId = await storeVariant(tx, template.versionId, variant);
      await tx.card.createMany({
        data: [{ learnerId: learner.id, conceptId, skill }],
        skipDuplicates: true,
      });
      return tx.showing.create({
        data: { learnerId: learner.id, variantId, conceptId, skill, shownAt: new Date(at) },
        select: { id: true },
      });
    });
    const conceptTitle = concepts.find((concept) => concept.id === conceptId)?.title;
    return { id, question: variant.question, conceptTitle };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  const open = await findOpenShowing(db, learner.id);
  if (open === null) throw new Error('the showing that was just opened is not there');
  return open;
}
