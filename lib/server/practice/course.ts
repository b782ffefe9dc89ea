import 'server-only';
import type { Prisma } from '@/lib/server/generated/client';
import type { Template } from '@/lib/quiz/template';
import type { Kind, Skill } from '@/lib/quiz/types';

/** A published template that a learner may be asked, by its newest version. */
export interface AskableTemplate {
  readonly templateId: string;
  readonly versionId: string;
  readonly conceptId: string;
  readonly kind: Kind;
  readonly skill: Skill;
  readonly beliefs: readonly string[];
  /** Null where there is only one way to ask. */
  readonly distinctVariants: number | null;
}

/** The templates a learner may be asked: the course's, and those published to a cohort that the learner is in. */
export async function listAskableTemplates(
  client: Prisma.TransactionClient,
  learnerId: string,
): Promise<readonly AskableTemplate[]> {
  const templates = await client.template.findMany({
    where: {
      retired: false,
      versions: { some: { concept: { retired: false } } },
      OR: [
        { origin: 'course' },
        { publications: { some: { cohort: { members: { some: { personId: learnerId } } } } } },
      ],
    },
    orderBy: { id: 'asc' },
    select: {
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          id: true,
          templateId: true,
          conceptId: true,
          kind: true,
          skill: true,
          beliefs: true,
          distinctVariants: true,
        },
      },
    },
  });
  return templates.flatMap(({ versions }) =>
    versions.map(({ id, ...version }) => ({ ...version, versionId: id })),
  );
}

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
