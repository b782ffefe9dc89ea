import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { gradeResponse } from '@/lib/quiz/grade';
import { guessChance } from '@/lib/quiz/guess-chance';
import { parseResponse } from '@/lib/quiz/parse-response';
import type { AnswerOutcome } from '@/lib/quiz/practice';
import type {
  Confidence,
  Grade,
  Locale,
  Response,
  VariantKey,
  VariantQuestion,
} from '@/lib/quiz/types';
import { ratingOf } from '@/lib/scheduling/rating';
import { reviewCard } from '@/lib/scheduling/review-card';
import { questionContext } from '@/lib/server/content/question-context';
import { cardFromRow, cardToRow, dueToColumns } from './card-row';
import { dayToColumn } from './day-column';
import { getLearner, type Learner } from './learner';
import { labResponseOf, unreached } from './lab/lab-response';
import { fuzzSeedOf, ratingToColumn } from './rebuild-cards';
import { readAnswerOutcome } from './read-answer-outcome';
import { readSlowMs, readTemplateFacility } from './response-history';
import { sceneOfResponse } from './scene-of-response';

/** What the browser sends; `response` is not yet trusted to fit the question. */
export interface UntrustedSubmission {
  readonly showingId: string;
  readonly idempotencyKey: string;
  readonly response: unknown;
  readonly confidence: Confidence | null;
  readonly responseMs: number;
}

/**
 * Grades an answer against the stored variant and moves its card, once: in one transaction that holds the showing's
 * row. The same showing sent again, from this tab or another, gets the outcome of the answer that counted.
 *
 * @throws AppError 'not-found' for a showing that is not this learner's; 'invalid' for a response that cannot be read
 *   (it costs nothing); 'conflict' when the idempotency key was used for another showing
 */
export async function submitAnswer(
  learnerId: string,
  submission: UntrustedSubmission,
  locale: Locale,
): Promise<AnswerOutcome> {
  const at = now();
  const alreadyAnswered = await db.$transaction(
    async (tx) => {
      const showing = await lockShowing(tx, learnerId, submission.showingId);
      if (showing.answer !== null) return true;
      await refuseUsedKey(tx, learnerId, submission.idempotencyKey);
      await record(tx, await getLearner(tx, learnerId, at), showing, submission, at, locale);
      return false;
    },
    { timeout: 15_000 },
  );
  return readAnswerOutcome(learnerId, submission.showingId, { alreadyAnswered, locale, at });
}

type LockedShowing = Awaited<ReturnType<typeof lockShowing>>;

/** The learner's showing with all that grading needs, its row locked until the transaction ends. */
async function lockShowing(tx: Prisma.TransactionClient, learnerId: string, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM showings WHERE learner_id = ${learnerId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const showing = await tx.showing.findUnique({
    where: { learnerId_id: { learnerId, id } },
    include: {
      answer: { select: { id: true } },
      card: true,
      variant: {
        include: {
          templateVersion: { select: { id: true, templateId: true, kind: true } },
        },
      },
    },
  });
  if (showing === null) throw new AppError('not-found');
  return showing;
}

async function refuseUsedKey(
  tx: Prisma.TransactionClient,
  learnerId: string,
  idempotencyKey: string,
): Promise<void> {
  const used = await tx.answer.findUnique({
    where: { learnerId_idempotencyKey: { learnerId, idempotencyKey } },
    select: { id: true },
  });
  if (used !== null) throw new AppError('conflict');
}

/** Writes the answer, its beliefs, the review and the card, and closes the showing. */
async function record(
  tx: Prisma.TransactionClient,
  learner: Learner,
  showing: LockedShowing,
  submission: UntrustedSubmission,
  at: number,
  locale: Locale,
): Promise<void> {
  const { variant, card } = showing;
  const question = variant.question as unknown as VariantQuestion;
  const key = variant.key as unknown as VariantKey;
  const parsed = parseResponse(question, submission.response);
  if (!parsed.ok) throw new AppError('invalid', { words: parsed.error[locale] });
  const response =
    key.kind === 'lab' ? await labResponseOf(tx, showing, parsed.value) : parsed.value;
  const grade = gradeResponse({ question, key }, response, {
    ...(await sceneOfResponse(tx, {
      response,
      key,
      setupHash: variant.setupHash,
      showing: { learnerId: learner.id, showingId: showing.id },
      locale,
    })),
    context: await questionContext(),
  });
  const isLab = response.kind === 'lab';
  if (isLab && !response.gaveUp && !grade.correct) throw unreached(locale);
  const unasked = isLab || response.kind === 'unknown' || response.kind === 'flashcard';
  const given = {
    ...submission,
    response,
    confidence: unasked ? null : submission.confidence,
    grade,
  };
  const answerId = await writeAnswer(tx, learner, showing, given, at);

  const { kind, id: versionId } = variant.templateVersion;
  const rating = ratingOf(
    response.kind === 'flashcard'
      ? { kind: 'flashcard', recall: response.recall, hintUsed: false }
      : {
          kind: kind === 'flashcard' ? 'choice' : kind,
          correct: grade.correct,
          dontKnow: response.kind === 'unknown',
          confidence: given.confidence,
          responseMs: submission.responseMs,
          slowMs: await readSlowMs(tx, learner.id, kind),
          hintUsed: isLab && response.hints > 0,
          restarts: isLab ? response.restarts : 0,
        },
  );
  const chance = guessChance(question, key);
  const facility =
    chance !== null && card.state === 'new'
      ? await readTemplateFacility(tx, versionId, chance)
      : null;
  const { card: after, facts } = reviewCard(cardFromRow(card), {
    rating,
    at,
    day: learner.today,
    fuzzSeed: fuzzSeedOf(learner.id, card),
    parameters: learner.parameters,
    ...(chance !== null && { guess: { chance, ...(facility !== null && { facility }) } }),
  });
  await tx.review.create({
    data: {
      learnerId: learner.id,
      idempotencyKey: submission.idempotencyKey,
      conceptId: card.conceptId,
      skill: card.skill,
      answerId,
      variantId: variant.id,
      response: response,
      correct: grade.correct,
      confidence: given.confidence,
      responseMs: submission.responseMs,
      rating: ratingToColumn(rating),
      sameDay: facts.sameDay,
      localDay: dayToColumn(learner.today),
      elapsedDays: facts.elapsedDays,
      predictedRecall: facts.recallBefore,
      guessChance: chance,
      guessFacility: facility,
      stabilityBefore: facts.stabilityBefore,
      difficultyBefore: facts.difficultyBefore,
      stabilityAfter: facts.stabilityAfter,
      difficultyAfter: facts.difficultyAfter,
      ...dueToColumns(facts.due),
      parameterVersion: facts.parameterVersion,
      misconceptions: [...grade.misconceptions],
      reviewedAt: new Date(at),
    },
  });
  await tx.card.update({
    where: {
      learnerId_conceptId_skill: {
        learnerId: learner.id,
        conceptId: card.conceptId,
        skill: card.skill,
      },
    },
    data: cardToRow(after),
  });
}

/** Writes the answer with its beliefs and closes its showing. Returns the answer's id. */
async function writeAnswer(
  tx: Prisma.TransactionClient,
  learner: Learner,
  showing: LockedShowing,
  given: {
    readonly idempotencyKey: string;
    readonly response: Response;
    readonly confidence: Confidence | null;
    readonly responseMs: number;
    readonly grade: Grade;
  },
  at: number,
): Promise<string> {
  const { templateId } = showing.variant.templateVersion;
  const before = await tx.answer.findFirst({
    where: { learnerId: learner.id, variant: { templateVersion: { templateId } } },
    select: { id: true },
  });
  const { id } = await tx.answer.create({
    data: {
      learnerId: learner.id,
      showingId: showing.id,
      variantId: showing.variantId,
      idempotencyKey: given.idempotencyKey,
      response: given.response,
      score: given.grade.score,
      correct: given.grade.correct,
      confidence: given.confidence,
      responseMs: given.responseMs,
      firstAttempt: before === null,
      localDay: dayToColumn(learner.today),
      answeredAt: new Date(at),
    },
    select: { id: true },
  });
  await tx.answerBelief.createMany({
    data: given.grade.misconceptions.map((misconceptionId) => ({
      learnerId: learner.id,
      answerId: id,
      misconceptionId,
    })),
  });
  await tx.showing.update({
    where: { learnerId_id: { learnerId: learner.id, id: showing.id } },
    data: { closedAt: new Date(at) },
  });
  return id;
}
