import 'server-only';
import { createHash } from 'node:crypto';
import { engineVersion } from '@/lib/engine';
import { err, ok, type Result } from '@/lib/kernel/result';
import type { Concept, GlossaryTerm, MisconceptionWords, SourceDocument } from '@/lib/quiz/course';
import { flipLine, proofFlips, type StoredProof } from '@/lib/quiz/proof-flips';
import type { QuestionContext } from '@/lib/quiz/question-context';
import type { Template } from '@/lib/quiz/template';
import type { TemplateProblem } from '@/lib/quiz/template-problem';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { proveHere, type Prove } from './prove-here';
import { publishVersion, sourceHash } from './publish-version';
import { readStoredProof } from './stored-proof';
import { replaceSamples } from './replace-samples';
import { writeWords } from './write-words';

/** The whole course, read and checked, before it is in the database. */
export interface CourseContent extends QuestionContext {
  readonly concepts: readonly Concept[];
  readonly misconceptions: readonly MisconceptionWords[];
  readonly glossary: readonly GlossaryTerm[];
  readonly sources: readonly SourceDocument[];
  readonly templates: readonly Template[];
}

export interface LoadReport {
  /** False when this very content was loaded last. */
  readonly changed: boolean;
  readonly concepts: number;
  readonly templates: number;
  /** Template versions that were proved and published now. */
  readonly published: number;
  /** What an engine that is another by now proves otherwise than is stored, a line each; of templates that say what they said. */
  readonly flipped: readonly string[];
}

export interface LoadOptions {
  readonly seeds: number;
  /** Who proves; this very thread when left out. */
  readonly prove?: Prove;
}

/** Names a content by all it says and by the engine that proves it. */
function contentHash(content: CourseContent): string {
  const said = [
    engineVersion,
    content.concepts,
    content.misconceptions,
    content.glossary,
    content.sources,
    content.templates.map(({ yaml }) => yaml),
    [...content.readings].sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return createHash('sha256').update(JSON.stringify(said), 'utf8').digest('hex');
}

/**
 * Brings the database to this content, whole or not at all: words are replaced, every new or changed template is proved
 * over `seeds` seeds and published as a new version, what is no longer there is retired. Does nothing when it was loaded
 * last.
 *
 * @returns the problems of templates that cannot be proved; then nothing has been changed
 */
export async function loadContent(
  content: CourseContent,
  { seeds, prove = proveHere(content) }: LoadOptions,
): Promise<Result<LoadReport, readonly TemplateProblem[]>> {
  const hash = contentHash(content);
  const counts = { concepts: content.concepts.length, templates: content.templates.length };
  const last = await db.contentVersion.findFirst({
    orderBy: { id: 'desc' },
    select: { hash: true },
  });
  if (last?.hash === hash) return ok({ changed: false, ...counts, published: 0, flipped: [] });

  const changed = await findChanged(content.templates);
  const proofs = await prove(
    changed.map(({ template }) => template),
    seeds,
  );
  const proved = changed.flatMap(({ template, stored }, i) => {
    const proof = proofs[i];
    return proof === undefined ? [] : [{ template, stored, proof }];
  });
  const flipped = proved.flatMap(({ template, stored, proof }) =>
    stored === null ? [] : proofFlips(stored, proof).map((flip) => flipLine(template.id, flip)),
  );
  const problems = proved.flatMap(({ proof }) => (proof.proved ? [] : proof.problems));
  if (problems.length > 0) return err(problems);

  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('drydock content'))`;
      await writeWords(tx, content);
      const { id: contentVersionId } = await tx.contentVersion.create({
        data: {
          hash,
          engineVersion,
          ...counts,
          readings: Object.fromEntries(content.readings),
        },
      });
      for (const { template, proof } of proved) {
        const { id, conceptId } = template;
        await tx.template.upsert({
          where: { id },
          create: { id, origin: 'course', conceptId },
          update: { retired: false, conceptId },
        });
        await publishVersion(tx, {
          template,
          source: template.yaml,
          proof,
          publishedById: null,
          contentVersionId,
        });
      }
      await retireAllBut(tx, content.templates);
      await replaceSamples(tx, content.templates, content, hash);
      await withdrawQuestionsOfAnotherEngine(tx);
    },
    { timeout: 120_000, maxWait: 30_000 },
  );
  return ok({ changed: true, ...counts, published: proved.length, flipped });
}

interface Changed {
  readonly template: Template;
  /** The proof of the very same text by another engine; null when the text is new. */
  readonly stored: StoredProof | null;
}

/** The templates whose newest published version says something else, or was proved by another engine. */
async function findChanged(templates: readonly Template[]): Promise<readonly Changed[]> {
  const versions = await db.templateVersion.findMany({
    where: { template: { origin: 'course' } },
    distinct: ['templateId'],
    orderBy: [{ templateId: 'asc' }, { number: 'desc' }],
    select: { templateId: true, sourceHash: true, engineVersion: true, proof: true },
  });
  const newest = new Map(versions.map((version) => [version.templateId, version]));
  return templates.flatMap((template) => {
    const known = newest.get(template.id);
    const sameText = known?.sourceHash === sourceHash(template.yaml);
    if (sameText && known.engineVersion === engineVersion) return [];
    return [{ template, stored: sameText ? readStoredProof(known.proof) : null }];
  });
}

async function retireAllBut(
  tx: Prisma.TransactionClient,
  templates: readonly Template[],
): Promise<void> {
  const ids = templates.map(({ id }) => id);
  await tx.template.updateMany({
    where: { origin: 'course', id: { notIn: ids } },
    data: { retired: true },
  });
  await tx.template.updateMany({
    where: { origin: 'course', id: { in: ids } },
    data: { retired: false },
  });
}

/**
 * Takes back the unanswered questions that another version of the engine made: their stored setup is read by the engine
 * that wrote it only. The learner is asked another one.
 */
async function withdrawQuestionsOfAnotherEngine(tx: Prisma.TransactionClient): Promise<void> {
  await tx.showing.deleteMany({
    where: {
      closedAt: null,
      answer: null,
      variant: { setup: { engineVersion: { not: engineVersion } } },
    },
  });
}
