import 'server-only';
import type { Prisma } from '@/lib/server/generated/client';
import { dayToColumn } from './day-column';
import type { Learner } from './learner';

const SHOWN = {
  id: true,
  variant: {
    select: {
      question: true,
      templateVersion: { select: { concept: { select: { title: true } } } },
    },
  },
} satisfies Prisma.ShowingSelect;

/** The question that is before the learner now, or null. */
export async function findOpenShowing(client: Prisma.TransactionClient, learnerId: string) {
  const row = await client.showing.findFirst({
    where: { learnerId, closedAt: null },
    select: SHOWN,
  });
  if (row === null) return null;
  const { question, templateVersion } = row.variant;
  return { id: row.id, question, conceptTitle: templateVersion.concept.title };
}

/** How many questions, all or about one concept, the learner answered on the present local day. */
export async function countAnswersToday(
  client: Prisma.TransactionClient,
  learner: Learner,
  conceptId?: string,
): Promise<number> {
  return client.answer.count({
    where: {
      learnerId: learner.id,
      localDay: dayToColumn(learner.today),
      ...(conceptId !== undefined && { showing: { conceptId } }),
    },
  });
}
