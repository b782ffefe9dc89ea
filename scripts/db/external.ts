import pg from 'pg';
import { Problem } from '../support/problem.mjs';
import type { Database } from './embedded';

/** The oldest Postgres whose SQL our migrations speak. */
const OLDEST = 15;

/**
 * Makes sure that the Postgres at DATABASE_URL answers, before anything relies on it.
 *
 * @throws Problem that says what is wrong with the address or the server
 */
export async function openExternal(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST)
      throw new Problem(
        `The Postgres at DATABASE_URL is version ${version}; Drydock needs ${OLDEST} or newer.`,
        'Upgrade it, or unset DATABASE_URL to use the embedded one.',
      );
  } catch (thrown) {
    throw thrown instanceof Problem ? thrown : explain(thrown, url);
  } finally {
    await client.end();
  }
  return { url, close: () => Promise.resolve() };
}

function explain(thrown: unknown, url: string): Problem {
  const address = new URL(url);
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  const database = address.pathname.slice(1);
  const next =
    code === '3D000'
      ? `Make the database: createdb --host ${address.hostname} --port ${address.port || '5432'} ${database}`
      : 'Correct DATABASE_URL (postgresql://user:password@host:5432/database) or start that Postgres; unset it to use the embedded one.';
  const words =
    thrown instanceof AggregateError
      ? thrown.errors.map(String).join('; ')
      : thrown instanceof Error
        ? thrown.message
        : String(thrown);
  return new Problem(
    `The Postgres at DATABASE_URL (${address.host}) does not answer: ${words}.`,
    next,
  );
}
