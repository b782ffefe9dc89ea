import { createHash, randomUUID } from 'node:crypto';
import { engineVersion } from '@/lib/engine';
import { generateVariant } from '@/lib/quiz/generate-variant';
import type { Template } from '@/lib/quiz/template';
import { skillOf, type VariantKey } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';
import { query } from './open-question';

let read: ReturnType<typeof readContent> | undefined;

/** The course, read once: every test file has a process of its own. */
function course() {
  read ??= readContent('content');
  if (!read.ok) throw new Error('the course cannot be read');
  return read.value;
}

/** The templates of the course. */
export function courseTemplates(): readonly Template[] {
  return course().templates;
}

/** Puts a variant of a template of the course before a learner in place of the question that is open. Gives its key. */
export async function showTemplate(
  databaseUrl: string,
  learnerId: string,
  templateId: string,
): Promise<VariantKey> {
  const template = courseTemplates().find(({ id }) => id === templateId);
  if (template === undefined) throw new Error(`the course has no template ${templateId}`);
  const seed = randomUUID();
  const made = generateVariant(template, seed, course());
  if (!made.ok) throw new Error(made.error.message);
  const { question, key, proof, setup, fingerprint } = made.value;
  const run = (text: string, values: readonly unknown[]) => query(databaseUrl, text, values);
  const hash = createHash('sha256').update(setup, 'utf8').digest('hex');
  const [variantId, proofId] = [randomUUID(), randomUUID()];
  await run(
    `WITH named AS (INSERT INTO setup_states (hash, engine_version) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING hash)
     INSERT INTO setup_state_texts (hash, state) SELECT hash, $3 FROM named`,
    [hash, engineVersion, setup],
  );
  await run(`INSERT INTO proofs (id, engine_version, body) VALUES ($1, $2, $3)`, [
    proofId,
    engineVersion,
    JSON.stringify(proof),
  ]);
  await run(
    `INSERT INTO variants (id, template_version_id, seed, fingerprint, question, key, setup_hash, proof_id)
     SELECT $1, id, $2, $3, $4, $5, $6, $7 FROM template_versions
     WHERE template_id = $8 ORDER BY number DESC LIMIT 1`,
    [
      variantId,
      seed,
      fingerprint,
      JSON.stringify(question),
      JSON.stringify(key),
      hash,
      proofId,
      templateId,
    ],
  );
  const card = [learnerId, template.conceptId, skillOf[template.kind]];
  await run(
    `INSERT INTO cards (learner_id, concept_id, skill) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    card,
  );
  await run(
    `UPDATE showings SET closed_at = greatest(shown_at, now()) WHERE learner_id = $1 AND closed_at IS NULL`,
    [learnerId],
  );
  await run(
    `INSERT INTO showings (learner_id, id, variant_id, concept_id, skill, shown_at)
     VALUES ($1, $4, $5, $2, $3, now())`,
    [...card, randomUUID(), variantId],
  );
  return key;
}
