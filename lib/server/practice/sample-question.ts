import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { gradeResponse } from '@/lib/quiz/grade';
import { parseResponse } from '@/lib/quiz/parse-response';
import type { AnswerOutcome } from '@/lib/quiz/practice';
import type {
  Locale,
  QuestionView,
  VariantKey,
  VariantProof,
  VariantQuestion,
} from '@/lib/quiz/types';
import { verdictOf } from '@/lib/quiz/verdict-view';
import { questionContext } from '@/lib/server/content/question-context';
import { readTeaching } from '@/lib/server/content/read-teaching';
import { getDefinition } from './course';
import { sceneOfResponse } from './scene-of-response';
import { questionView } from './view';

const DAY_MS = 86_400_000;

const WITH_CONCEPT = {
  templateVersion: { select: { id: true, concept: { select: { title: true } } } },
} satisfies Prisma.VariantInclude;

/** The front page's question of the day, the same for everybody; null before any content has been loaded. */
export async function readSample(
  locale: Locale,
): Promise<{ readonly showingId: string; readonly question: QuestionView } | null> {
  const count = await db.sample.count();
  if (count === 0) return null;
  const sample = await db.sample.findFirst({
    orderBy: { position: 'asc' },
    skip: Math.floor(now() / DAY_MS) % count,
    select: { variant: { include: WITH_CONCEPT } },
  });
  if (sample === null) return null;
  const { id, question, templateVersion } = sample.variant;
  return {
    showingId: id,
    question: questionView({ question, conceptTitle: templateVersion.concept.title }, locale),
  };
}

/**
 * Grades an answer to a question of the front page. Nothing is stored or scheduled.
 * @throws AppError 'not-found' for a variant that is no sample; 'invalid' for a response that cannot be read
 */
export async function checkSample(
  variantId: string,
  rawResponse: unknown,
  locale: Locale,
): Promise<AnswerOutcome> {
  const sample = await db.sample.findUnique({
    where: { variantId },
    select: {
      variant: {
        include: { ...WITH_CONCEPT, proof: true },
      },
    },
  });
  if (sample === null) throw new AppError('not-found');
  const { variant } = sample;
  const question = variant.question as unknown as VariantQuestion;
  const key = variant.key as unknown as VariantKey;
  const proof = variant.proof.body as unknown as VariantProof;
  const response = parseResponse(question, rawResponse);
  if (!response.ok) throw new AppError('invalid', { words: response.error[locale] });
  const scene = {
    ...(await sceneOfResponse(db, {
      response: response.value,
      key,
      setupHash: variant.setupHash,
      showing: null,
      locale,
    })),
    context: await questionContext(),
  };
  const grade = gradeResponse({ question, key }, response.value, scene);
  return {
    verdict: verdictOf({ question, key, proof }, response.value, grade, {
      ...scene,
      locale,
      made: { template: await getDefinition(db, variant.templateVersion.id), seed: variant.seed },
      ...(await readTeaching(grade.misconceptions, proof.sources)),
    }),
    question: questionView(
      { question, conceptTitle: variant.templateVersion.concept.title },
      locale,
    ),
    response: response.value,
    alreadyAnswered: false,
    comesBack: null,
    reviewId: null,
  };
}
