import 'server-only';
import type pg from 'pg';
import type { Catalogue, Sandbox } from '@/lib/engine';
import { pool } from '@/lib/server/db';
import type { Prisma, SandboxKind } from '@/lib/server/generated/client';
import type { JournalInput } from './journal-record';
import { catalogueImages } from './image-contents';
import { stateOfRows, type StoredState } from './state-of-rows';
import { prepared } from './prepared';
import { stateColumns, type Statement } from './statements';

/** A sandbox as it is stored in one version. */
export interface StoredSandbox {
  readonly id: string;
  readonly kind: SandboxKind;
  readonly learnerId: string | null;
  /** Counts the entries of its journal. */
  readonly version: number;
  readonly engineVersion: string;
  /** Characters in the journal. */
  readonly journalSize: number;
  /** When the last command came, milliseconds since 1970. */
  readonly usedAt: number;
  readonly expired: boolean;
  readonly state: Sandbox;
}

/** The entry of the journal that a command key was given to before. */
export interface EarlierEntry {
  readonly position: number;
  readonly input: JournalInput;
  readonly result: unknown;
}

interface LoadedRow extends StoredState {
  readonly kind: SandboxKind;
  readonly learner_id: string | null;
  readonly version: number;
  readonly engine_version: string;
  readonly journal_size: number;
  readonly used_at: number;
  readonly expired: boolean;
  readonly earlier: EarlierEntry | null;
}

const text = `
  SELECT s.kind, s.learner_id, s.version, s.engine_version, s.journal_size,
    (extract(epoch FROM s.used_at) * 1000)::float8 AS used_at, s.expired_at IS NOT NULL AS expired,
    (SELECT json_build_object('position', j.position, 'input', coalesce(j.input, u.content), 'result', j.result)
      FROM sandbox_journal j LEFT JOIN uploads u ON u.hash = j.upload_hash
      WHERE j.sandbox_id = s.id AND j.command_key = $2::uuid) AS earlier,
    ${stateColumns('$3::char(64)[]')}
  FROM sandboxes s WHERE s.id = $1::uuid`;

/** Carries a statement out and gives its rows. */
export type Query = <T>(statement: Statement) => Promise<readonly T[]>;

export const overPool: Query = async <T>(statement: Statement) =>
  (await pool().query<T & pg.QueryResultRow>(prepared(statement))).rows;

/** Over one connection, for instance that of a transaction. */
export function queryOf(client: pg.PoolClient): Query {
  return async <T>(statement: Statement) =>
    (await client.query<T & pg.QueryResultRow>(prepared(statement))).rows;
}

/** Over a transaction of Prisma's. */
export function queryOfPrisma(tx: Prisma.TransactionClient): Query {
  return <T>({ text, values }: Statement) => tx.$queryRawUnsafe<T[]>(text, ...values);
}

/** How a sandbox is read: through a transaction, and with the entry that a command key was given to. */
interface Reading {
  readonly query?: Query;
  readonly commandKey?: string;
}

/** Reads a sandbox, and what a command key came to before: one statement. Null: there is none. */
export async function readSandbox(
  id: string,
  catalogue: Catalogue,
  { query = overPool, commandKey }: Reading = {},
): Promise<{ readonly sandbox: StoredSandbox; readonly earlier: EarlierEntry | null } | null> {
  const known = catalogueImages(catalogue);
  const values = [id, commandKey ?? null, [...known.keys()]];
  const [row] = await query<LoadedRow>({ text, values });
  if (!row) return null;
  let state: Sandbox | null = null;
  return {
    earlier: row.earlier,
    sandbox: {
      id,
      kind: row.kind,
      learnerId: row.learner_id,
      version: row.version,
      engineVersion: row.engine_version,
      journalSize: row.journal_size,
      usedAt: row.used_at,
      expired: row.expired,
      // When it is asked for: rows that another version of the engine has made may be none that this one can read.
      get state() {
        return (state ??= stateOfRows(row, known));
      },
    },
  };
}
