import 'server-only';
import { randomUUID } from 'node:crypto';
import { overPool } from './stored-sandbox';
import { ownColumns, tableNames, tables } from './tables';

const own = Object.keys(ownColumns).join(', ');

const parts = tableNames.map((name) => {
  const columns = Object.keys(tables[name].columns);
  return `copy_${name} AS (INSERT INTO ${name} (sandbox_id, ${columns.join(', ')})
    SELECT own.id, ${columns.map((column) => `t.${column}`).join(', ')}
    FROM own, ${name} t WHERE t.sandbox_id = $5::uuid)`;
});

const text = `WITH own AS (
    INSERT INTO sandboxes (id, kind, learner_id, showing_id, base_hash, engine_version, created_at, used_at, ${own})
    SELECT $1::uuid, 'question', $2::uuid, $3::uuid, $4::text, engine_version, $6::timestamptz, $6::timestamptz, ${own}
    FROM sandboxes WHERE id = $5::uuid
    ON CONFLICT (learner_id, showing_id) DO NOTHING RETURNING id),
  ${parts.join(',\n  ')}
  SELECT id FROM own`;

/** What a question's sandbox is a copy of, and for whom. */
export interface CopyOrder {
  readonly learnerId: string;
  readonly showingId: string;
  /** The setup state's name, and the sandbox that holds its rows. */
  readonly hash: string;
  readonly setupId: string;
  readonly at: number;
}

/** Copies a setup state's rows into a sandbox for a showing: one statement. Null when the showing has one already. */
export async function copySetup(order: CopyOrder): Promise<string | null> {
  const { learnerId, showingId, hash, setupId, at } = order;
  const id = randomUUID();
  const values = [id, learnerId, showingId, hash, setupId, new Date(at).toISOString()];
  const copied = await overPool({ text, values });
  return copied.length === 1 ? id : null;
}
