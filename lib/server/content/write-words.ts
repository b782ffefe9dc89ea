import 'server-only';
import type { Concept, GlossaryTerm, MisconceptionWords, SourceDocument } from '@/lib/quiz/course';
import type { Words } from '@/lib/quiz/types';
import type { Prisma } from '@/lib/server/generated/client';

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
const words = ({ ko, en }: Words): Prisma.InputJsonObject => ({ ko, en });

/** Brings concepts, misconceptions, the glossary and source statements to what the content says; what it lacks is retired. */
export async function writeWords(
  tx: Prisma.TransactionClient,
  content: {
    readonly concepts: readonly Concept[];
    readonly misconceptions: readonly MisconceptionWords[];
    readonly glossary: readonly GlossaryTerm[];
    readonly sources: readonly SourceDocument[];
  },
): Promise<void> {
  await writeConcepts(tx, content.concepts);
  await writeMisconceptions(tx, content.misconceptions);
  await writeGlossary(tx, content.glossary);
  await tx.sourceStatement.deleteMany();
  await tx.sourceStatement.createMany({
    data: content.sources.flatMap(({ source, file, statements }) =>
      statements.map(({ from, to, words: said, note, concepts }) => ({
        source,
        from,
        to,
        file,
        words: words(said),
        ...(note !== null && { note: words(note) }),
        concepts: [...concepts],
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
  for (const { id, belief, answer, concepts } of misconceptions) {
    const data = {
      belief: words(belief),
      answer: words(answer),
      concepts: [...concepts],
      retired: false,
    };
    await tx.misconception.upsert({ where: { id }, create: { id, ...data }, update: data });
  }
}

/** Nothing refers to a term, so that the words of the last content simply go. */
async function writeGlossary(
  tx: Prisma.TransactionClient,
  glossary: readonly GlossaryTerm[],
): Promise<void> {
  await tx.glossaryTerm.deleteMany();
  await tx.glossaryTerm.createMany({
    data: glossary.map(({ id, term, also, text, command, concepts, sources }, position) => ({
      id,
      position,
      term: words(term),
      also: json(also),
      text: words(text),
      command,
      concepts: [...concepts],
      sources: json(sources),
    })),
  });
}
