import pg from 'pg';
import type { VariantKey, VariantQuestion } from '@/lib/quiz/types';

/** The question that is before a learner now, with its key: what a browser never gets. */
export interface OpenQuestion {
  readonly showingId: string;
  readonly question: VariantQuestion;
  readonly key: VariantKey;
}

/** Runs one statement on the app's database. */
export async function query<T extends pg.QueryResultRow>(
  databaseUrl: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** The learner's open question; null when the day is done. */
export async function openQuestionOf(
  databaseUrl: string,
  learnerId: string,
): Promise<OpenQuestion | null> {
  const [row] = await query<{ id: string; question: VariantQuestion; key: VariantKey }>(
    databaseUrl,
    `SELECT s.id, v.question, v.key FROM showings s JOIN variants v ON v.id = s.variant_id
     WHERE s.learner_id = $1 AND s.closed_at IS NULL`,
    [learnerId],
  );
  return row === undefined ? null : { showingId: row.id, question: row.question, key: row.key };
}

/** The person who came last: the one a test has just made. */
export async function newestPerson(databaseUrl: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    databaseUrl,
    'SELECT id FROM people ORDER BY created_at DESC, id DESC LIMIT 1',
  );
  if (row === undefined) throw new Error('nobody has come yet');
  return row.id;
}
