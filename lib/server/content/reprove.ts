import 'server-only';
import { engineVersion } from '@/lib/engine';
import { flipLine, proofFlips, type Flip } from '@/lib/quiz/proof-flips';
import type { Template } from '@/lib/quiz/template';
import type { TemplateProof } from '@/lib/quiz/template-proof';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import type { Prove } from './prove-here';
import { readStoredProof } from './stored-proof';

/** A published version that was proved again. */
export interface Reproved {
  readonly templateId: string;
  readonly proof: TemplateProof;
  /** What it proves otherwise than is stored. */
  readonly flips: readonly Flip[];
}

interface Published {
  readonly versionId: string;
  readonly template: Template;
  readonly stored: unknown;
}

/** The newest versions of templates that are in use, in the order of their ids. `untried`: those alone that no proof of this engine is known of. */
async function publishedVersions(
  which: 'all' | 'untried studio templates',
): Promise<readonly Published[]> {
  const versions = await db.templateVersion.findMany({
    where: { template: { retired: false, ...(which !== 'all' && { origin: 'studio' }) } },
    distinct: ['templateId'],
    orderBy: [{ templateId: 'asc' }, { number: 'desc' }],
    select: {
      id: true,
      definition: true,
      proof: true,
      engineVersion: true,
      reproofs: { where: { engineVersion }, select: { engineVersion: true } },
    },
  });
  return versions
    .filter(
      (version) =>
        which === 'all' ||
        (version.engineVersion !== engineVersion && version.reproofs.length === 0),
    )
    .map(({ id, definition, proof }) => ({
      versionId: id,
      // Written from a parsed template and guarded by the table's immutability.
      template: definition as unknown as Template,
      stored: proof,
    }));
}

async function proveAgain(
  versions: readonly Published[],
  prove: Prove,
  seeds: number,
): Promise<readonly (Reproved & Published)[]> {
  const proofs = await prove(
    versions.map(({ template }) => template),
    seeds,
  );
  return versions.flatMap((version, i) => {
    const proof = proofs[i];
    if (proof === undefined) return [];
    const flips = proofFlips(readStoredProof(version.stored), proof);
    return [{ ...version, templateId: version.template.id, proof, flips }];
  });
}

/**
 * Proves the studio's published templates that this engine has not proved yet, and keeps what came of it. Whatever fails is not asked of learners until its author publishes it
 * mended (`listAskableTemplates`).
 */
export async function reproveStudio(prove: Prove, seeds: number): Promise<readonly Reproved[]> {
  const tried = await proveAgain(await publishedVersions('untried studio templates'), prove, seeds);
  for (const { versionId, proof, flips } of tried) {
    const { samples: _shown, ...kept } = proof;
    const found = {
      proved: proof.proved,
      proof: kept as unknown as Prisma.InputJsonValue,
      flips: flips as unknown as Prisma.InputJsonValue,
    };
    const id = { templateVersionId: versionId, engineVersion };
    await db.reproof.upsert({
      where: { templateVersionId_engineVersion: id },
      create: { ...id, ...found },
      update: found,
    });
  }
  return tried;
}

/** Proves every template in use again and compares with what is stored; changes nothing. */
export async function reproveAll(prove: Prove, seeds: number): Promise<readonly Reproved[]> {
  return proveAgain(await publishedVersions('all'), prove, seeds);
}

/** What flipped, a line each. */
export function flipLines(reproved: readonly Reproved[]): readonly string[] {
  return reproved.flatMap(({ templateId, flips }) =>
    flips.map((flip) => flipLine(templateId, flip)),
  );
}
