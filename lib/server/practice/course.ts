import 'server-only';
import { engineVersion } from '@/lib/engine';
import type { Prisma } from '@/lib/server/generated/client';
import type { Template } from '@/lib/quiz/template';
import type { BeliefSeparation } from '@/lib/quiz/belief-separations';
import type { Kind, Skill } from '@/lib/quiz/types';
import type { Difficulty } from '@/lib/scheduling/kind-ladder';
import type { SeparatedBeliefs } from '@/lib/scheduling/plan-input';

/** A published template that a learner may be asked, by its newest version. */
export interface AskableTemplate {
  readonly templateId: string;
  readonly versionId: string;
  readonly conceptId: string;
  readonly kind: Kind;
  readonly skill: Skill;
  readonly difficulty: Difficulty;
  readonly beliefs: readonly string[];
  /** Which two of the beliefs it tells from each other, by its proof. */
  readonly separates: readonly SeparatedBeliefs[];
  /** An instructor's own, and not the course's. */
  readonly ofCohort: boolean;
  /** Null where there is only one way to ask. */
  readonly distinctVariants: number | null;
}

/**
 * The templates a learner may be asked: the course's, and those published to a cohort that the learner is in. What this very engine could not prove again is left out.
 */
export async function listAskableTemplates(
  client: Prisma.TransactionClient,
  learnerId: string,
): Promise<readonly AskableTemplate[]> {
  const rows = await client.$queryRaw<AskableRow[]>`
    SELECT * FROM (
    SELECT DISTINCT ON (v.template_id) v.template_id AS "templateId", v.id AS "versionId", v.concept_id AS "conceptId",
      v.kind::text AS kind, v.skill::text AS skill, v.definition->>'difficulty' AS difficulty, v.beliefs, t.origin <> 'course' AS "ofCohort", v.distinct_variants AS "distinctVariants",
      (v.proof->>'seeds')::int AS seeds, v.proof->'separations' AS separations
    FROM templates t JOIN template_versions v ON v.template_id = t.id
    WHERE NOT t.retired
      AND (t.origin = 'course' OR EXISTS (
        SELECT 1 FROM publications p JOIN memberships m ON m.cohort_id = p.cohort_id
        WHERE p.template_id = t.id AND m.person_id = ${learnerId}::uuid))
      AND EXISTS (
        SELECT 1 FROM template_versions w JOIN concepts c ON c.id = w.concept_id WHERE w.template_id = t.id AND NOT c.retired)
    ORDER BY v.template_id, v.number DESC) newest
    WHERE NOT EXISTS (
      SELECT 1 FROM reproofs r
      WHERE r.template_version_id = newest."versionId" AND r.engine_version = ${engineVersion} AND NOT r.proved)`;
  return rows.map(({ seeds, separations, ...template }) => ({
    ...template,
    separates: (separations ?? []).map(({ beliefs, apart }) => ({
      beliefs,
      share: apart / Math.max(1, seeds ?? 1),
    })),
  }));
}

/** A template with what its proof says of its beliefs; proofs made before they told it do not have it. */
type AskableRow = Omit<AskableTemplate, 'separates'> & {
  readonly seeds: number | null;
  readonly separations: readonly BeliefSeparation[] | null;
};

const definitions = new Map<string, Template>();

/**
 * The parsed text of a published version. Versions never change, so each is read once per process. The column was
 * written from a parsed template and is guarded by the table's immutability.
 */
export async function getDefinition(
  client: Prisma.TransactionClient,
  versionId: string,
): Promise<Template> {
  const known = definitions.get(versionId);
  if (known !== undefined) return known;
  const { definition } = await client.templateVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { definition: true },
  });
  const template = definition as unknown as Template;
  definitions.set(versionId, template);
  return template;
}
