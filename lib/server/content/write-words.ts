import 'server-only';
import type { Concept, MisconceptionWords, SourceDocument } from '@/lib/quiz/course';
import type { Words } from '@/lib/quiz/types';
import type { Prisma } from '@/lib/server/generated/client';

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
const words = ({ ko, en }: Words): Prisma.InputJsonObject => ({ ko, en });

/** Brings concepts, misconceptions and source statements to what the content says; what it lacks is retired. */
export async function writeWords(
  tx: Prisma.TransactionClient,
  content: {
    readonly concepts: readonly Concept[];
    readonly misconceptions: readonly MisconceptionWords[];
    readonly sources: readonly SourceDocument[];
  },
): Promise<void> {
  await writeConcepts(tx, content.concepts);
  await writeMisconceptions(tx, content.misconceptions);
  await tx.sourceStatement.deleteMany();
  await tx.sourceStatement.createMany({
    data: content.sources.flatMap(({ source, file, statements }) =>
      statements.map(({ from, to, words: said, note }) => ({
        source,
        from,
        to,
        file,
        words: words(said),
        ...(note !== null && { note: words(note) }),
      })),
    ),
  });
}

async function writeConcepts(
  tx: Prisma.TransactionClient,
  concepts: readonly Concept[],
): Promise<void> {
  await tx.concept.updateMany({
    where: { id: { notIn: concepts.map(({ id }) => id) } },
    data: { retired: true },
  });
  for (const [position, concept] of concepts.entries()) {
    const data = {
      position,
      title: words(concept.title),
      statement: words(concept.statement),
      text: words(concept.text),
      sources: json(concept.sources),
      retired: false,
    };
    await tx.concept.upsert({
      where: { id: concept.id },
      create: { id: concept.id, ...data },
      update: data,
    });
  }
  await tx.conceptPrerequisite.deleteMany();
  await tx.conceptPrerequisite.createMany({
    data: concepts.flatMap(({ id, needs }) => needs.map((needsId) => ({ conceptId: id, needsId }))),
  });
}

async function writeMisconceptions(
  tx: Prisma.TransactionClient,
  misconceptions: readonly MisconceptionWords[],
): Promise<void> {
  await tx.misconception.updateMany({
    where: { id: { notIn: misconceptions.map(({ id }) => id) } },
    data: { retired: true },
  });
  for (const { id, belief, answer } of misconceptions) {
    const data = { belief: words(belief), answer: words(answer), retired: false };
    await tx.misconception.upsert({ where: { id }, create: { id, ...data }, update: data });
  }
}
