import 'server-only';
import { seededRandom } from '@/lib/kernel/random';
import type { QuestionContext } from '@/lib/quiz/question-context';
import type { Template } from '@/lib/quiz/template';
import type { Prisma } from '@/lib/server/generated/client';
import { freshVariant, storeVariant } from '@/lib/server/practice/make-variant';

/** Questions that the front page takes turns with. */
const SAMPLES = 7;
/** Commands that a stranger reads without effort. */
const MOST_COMMANDS = 2;

function isShort({ given, do: doing }: Template): boolean {
  return given.length + doing.length <= MOST_COMMANDS;
}

/**
 * Chooses the questions of the front page anew: choice questions that show a short scenario, one for each concept, drawn by
 * `seed`.
 */
export async function replaceSamples(
  tx: Prisma.TransactionClient,
  templates: readonly Template[],
  context: QuestionContext,
  seed: string,
): Promise<void> {
  await tx.sample.deleteMany();
  const shown = seededRandom(seed)
    .shuffle(templates)
    .filter((each) => each.kind === 'choice' && each.given.length > 0 && isShort(each));
  const oneEach = [...new Map(shown.map((template) => [template.conceptId, template])).values()];
  for (const [position, template] of oneEach.slice(0, SAMPLES).entries()) {
    const version = await tx.templateVersion.findFirstOrThrow({
      where: { templateId: template.id },
      orderBy: { number: 'desc' },
      select: { id: true },
    });
    const variantId = await storeVariant(
      tx,
      version.id,
      freshVariant(template, context, new Set()),
    );
    await tx.sample.create({ data: { variantId, position } });
  }
}
