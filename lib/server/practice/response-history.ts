import 'server-only';
import type { Prisma } from '@/lib/server/generated/client';
import type { Kind } from '@/lib/quiz/types';
import { slowResponseMs } from '@/lib/scheduling/rating';

/** Answers of a kind that the learner's own 80th percentile is taken over. */
const REMEMBERED_ANSWERS = 200;
/** First attempts at a template below which its facility says nothing. */
const ENOUGH_FIRST_ATTEMPTS = 10;

/** The learner's slow time for a kind of question in milliseconds; null before there are enough answers of the kind. */
export async function readSlowMs(
  client: Prisma.TransactionClient,
  learnerId: string,
  kind: Kind,
): Promise<number | null> {
  const answers = await client.answer.findMany({
    where: { learnerId, variant: { templateVersion: { kind } } },
    orderBy: { answeredAt: 'desc' },
    take: REMEMBERED_ANSWERS,
    select: { responseMs: true },
  });
  return slowResponseMs(answers.map(({ responseMs }) => responseMs));
}

/**
 * How many knew it at first: the share of everybody's (not synthetic people's) right first attempts, corrected for guessing, within 0.05 to
 * 0.95. Null before there are enough of them.
 * @param chance the chance of being right without knowing
 */
export async function readTemplateFacility(
  client: Prisma.TransactionClient,
  templateVersionId: string,
  chance: number,
): Promise<number | null> {
  const { _avg, _count } = await client.answer.aggregate({
    where: { firstAttempt: true, learner: { synthetic: false }, variant: { templateVersionId } },
    _avg: { score: true },
    _count: true,
  });
  if (_count < ENOUGH_FIRST_ATTEMPTS || _avg.score === null || chance >= 1) return null;
  const corrected = (_avg.score - chance) / (1 - chance);
  return Math.min(0.95, Math.max(0.05, corrected));
}
