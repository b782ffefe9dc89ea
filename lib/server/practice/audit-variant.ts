import 'server-only';
import { engineVersion, serialise } from '@/lib/engine';
import { generateVariant } from '@/lib/quiz/generate-variant';
import type { Kind } from '@/lib/quiz/types';
import { questionContext } from '@/lib/server/content/question-context';
import { db } from '@/lib/server/db';
import { readSetupState } from '@/lib/server/sandbox/setup-states';
import { getDefinition } from './course';

/** What became of a variant that was made again. */
export interface VariantAudit {
  readonly variantId: string;
  readonly templateId: string;
  readonly kind: Kind;
  /** The version of the engine that made it. */
  readonly engineVersion: string;
  /** Where what is stored differs from what is made now: `key.option`, `setup`, `proof.run.1.output`. Empty: nowhere. */
  readonly differences: readonly string[];
}

/** At most so many places are told of one part. */
const MOST_TOLD = 5;

/**
 * Makes a stored variant again from what Postgres holds (the definition of its template version, its seed) and compares question, options, key, setup state
 * (as its rows give it) and proof with what is stored. Null when there is no such variant.
 */
export async function auditVariant(variantId: string): Promise<VariantAudit | null> {
  const stored = await db.variant.findUnique({
    where: { id: variantId },
    include: {
      proof: true,
      setup: true,
      templateVersion: { select: { templateId: true, kind: true } },
    },
  });
  if (stored === null) return null;
  const told = {
    variantId,
    ...stored.templateVersion,
    engineVersion: stored.setup.engineVersion,
  };
  const template = await getDefinition(db, stored.templateVersionId);
  const made = generateVariant(template, stored.seed, await questionContext());
  if (!made.ok) return { ...told, differences: [`no variant: ${made.error.message}`] };
  const { question, key, proof, setup, fingerprint } = made.value;
  const parts: readonly (readonly [string, unknown, unknown])[] = [
    ['question', stored.question, question],
    ['key', stored.key, key],
    ['fingerprint', stored.fingerprint, fingerprint],
    ['setup', await setupOf(stored.setupHash), JSON.parse(setup)],
    ['proof', stored.proof.body, proof],
    ['engine', stored.setup.engineVersion, engineVersion],
  ];
  const differences = parts.flatMap(([name, before, now]) =>
    differencesOf(name, before, now).slice(0, MOST_TOLD),
  );
  return { ...told, differences };
}

/** A setup state as its rows give it; where somebody has changed them so that they give none, the words of the failure. */
async function setupOf(hash: string): Promise<unknown> {
  try {
    return JSON.parse(serialise(await readSetupState(db, hash)));
  } catch (failure) {
    return failure instanceof Error ? failure.message : failure;
  }
}

/** The places where two values of JSON differ; members that are undefined are not there. */
function differencesOf(path: string, before: unknown, now: unknown): string[] {
  if (!isObject(before) || !isObject(now))
    return JSON.stringify(before) === JSON.stringify(now) ? [] : [path];
  const members = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...members].flatMap((member) =>
    differencesOf(`${path}.${member}`, before[member], now[member]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
