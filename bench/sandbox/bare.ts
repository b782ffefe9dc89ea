import { pool } from '@/lib/server/db';

/** A table without any rule, for rows of about the size that a sandbox's rows have. */
export async function makeBareTable(): Promise<void> {
  await pool().query(
    'CREATE TABLE bare_writes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body json NOT NULL)',
  );
}

const body = JSON.stringify({ text: 'x'.repeat(200) });

/** A transaction that writes so many rows and does nothing else: begin, one insert, commit. */
export async function bareTransaction(rows: number): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query({
      name: 'bare-write',
      text: 'INSERT INTO bare_writes (body) SELECT $2::json FROM generate_series(1, $1::int)',
      values: [rows, body],
    });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
