import 'server-only';
import { createHash } from 'node:crypto';
import { engineVersion } from '@/lib/engine';
import type { Template } from '@/lib/quiz/template';
import type { TemplateProof } from '@/lib/quiz/template-proof';
import { skillOf } from '@/lib/quiz/types';
import type { Prisma } from '@/lib/server/generated/client';

/** Everything that a published version of a template is made of. */
export interface Publication {
  readonly template: Template;
  /** The YAML as written. */
  readonly source: string;
  /** A proof over all seeds, without a problem. */
  readonly proof: TemplateProof;
  readonly publishedById: string | null;
  readonly contentVersionId: number | null;
}

/** Names a template's text. */
export function sourceHash(source: string): string {
  return createHash('sha256').update(source, 'utf8').digest('hex');
}

/** The beliefs that a template can show. */
function beliefsOf({ body }: Template): readonly string[] {
  return 'beliefs' in body ? body.beliefs : [];
}

/**
 * Publishes a proved template as the next version of its row in `templates`, which must exist.
 * Throws when the proof found a problem: what is not proved is not published.
 */
export async function publishVersion(
  tx: Prisma.TransactionClient,
  { template, source, proof, publishedById, contentVersionId }: Publication,
): Promise<{ readonly id: string; readonly number: number }> {
  if (!proof.proved) throw new Error(`template ${template.id} is not proved`);
  const { samples: _shown, ...kept } = proof;
  const newest = await tx.templateVersion.aggregate({
    where: { templateId: template.id },
    _max: { number: true },
  });
  return tx.templateVersion.create({
    data: {
      templateId: template.id,
      number: (newest._max.number ?? 0) + 1,
      conceptId: template.conceptId,
      kind: template.kind,
      skill: skillOf[template.kind],
      source,
      definition: template as unknown as Prisma.InputJsonValue,
      sourceHash: sourceHash(source),
      beliefs: [...beliefsOf(template)],
      proof: kept as unknown as Prisma.InputJsonValue,
      distinctVariants: template.kind === 'flashcard' ? null : proof.variants,
      engineVersion,
      contentVersionId,
      publishedById,
    },
    select: { id: true, number: true },
  });
}
