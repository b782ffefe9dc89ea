import { expect, test, vi } from 'vitest';
import { pool } from '@/lib/server/db';

test('queries that are sent at once over one connection are answered in order, without a warning; one that fails stops none', async () => {
  const warn = vi.spyOn(process, 'emitWarning');
  const client = await pool().connect();
  try {
    const answers = await Promise.allSettled([
      client.query('SELECT 1 AS n'),
      client.query('SELECT nothing'),
      client.query('SELECT $1::int AS n', [2]),
      client.query({ name: 'third', text: 'SELECT 3 AS n' }),
    ]);
    expect(
      answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.rows : 'failed')),
    ).toEqual([[{ n: 1 }], 'failed', [{ n: 2 }], [{ n: 3 }]]);
    expect((await client.query('SELECT 4 AS n')).rows).toEqual([{ n: 4 }]);
  } finally {
    client.release();
  }
  expect((await pool().query('SELECT 5 AS n')).rows).toEqual([{ n: 5 }]);
  expect(warn).not.toHaveBeenCalled();
});
