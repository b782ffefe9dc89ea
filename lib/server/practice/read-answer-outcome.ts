import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import type { AnswerOutcome } from '@/lib/quiz/practice';
import type {
  Grade,
  Locale,
  Response,
  VariantKey,
  VariantProof,
  VariantQuestion,
} from '@/lib/quiz/types';
import { verdictOf } from '@/lib/quiz/verdict-view';
import { questionContext } from '@/lib/server/content/question-context';
import { readTeaching } from '@/lib/server/content/read-teaching';
import { byEvidence } from './by-evidence';
import { dueFromColumns } from './card-row';
import { getDefinition } from './course';
import { getLearner } from './learner';
import { sceneOfResponse } from './scene-of-response';
import { findUndoable } from './undo-answer';
import { comesBack, questionView } from './view';

/**
 * What an answered showing came to, made from the stored rows alone: the same for every repeat, in the language asked
 * for now. Throws AppError 'not-found' when the learner has no such answered showing.
 */
export async function readAnswerOutcome(
  learnerId: string,
  showingId: string,
  { alreadyAnswered, locale, at }: { alreadyAnswered: boolean; locale: Locale; at: number },
): Promise<AnswerOutcome> {
  const answer = await db.answer.findUnique({
    where: { learnerId_showingId: { learnerId, showingId } },
    include: {
      beliefs: { select: { misconceptionId: true } },
      review: true,
      variant: {
        include: {
          proof: true,
          templateVersion: { select: { id: true, concept: { select: { title: true } } } },
        },
      },
    },
  });
  if (answer === null) throw new AppError('not-found');
  const { variant, review } = answer;
  const question = variant.question as unknown as VariantQuestion;
  const proof = variant.proof.body as unknown as VariantProof;
  const response = answer.response as unknown as Response;
  const grade: Grade = {
    score: answer.score,
    correct: answer.correct,
    misconceptions: answer.beliefs.map(({ misconceptionId }) => misconceptionId),
  };
  const key = variant.key as unknown as VariantKey;
  const { setupHash } = variant;
  const showing = { learnerId, showingId };
  const verdict = verdictOf({ question, key, proof }, response, grade, {
    locale,
    ...(await sceneOfResponse(db, { response, key, setupHash, showing, locale })),
    context: await questionContext(),
    made: { template: await getDefinition(db, variant.templateVersion.id), seed: variant.seed },
    ...(await readTeaching(
      await byEvidence(learnerId, grade.misconceptions, answer.answeredAt),
      proof.sources,
    )),
  });
  const learner = await getLearner(db, learnerId, at);
  const undoable = await findUndoable(db, learner);
  return {
    verdict,
    question: questionView(
      { question, conceptTitle: variant.templateVersion.concept.title },
      locale,
    ),
    response,
    alreadyAnswered,
    comesBack: review === null ? null : comesBack(dueFromColumns(review), learner, at),
    reviewId: review !== null && undoable?.id === review.id ? review.id : null,
  };
}
