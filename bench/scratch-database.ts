import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../scripts/db/migrate';
import { startTemporaryCluster } from '../scripts/db/temporary-cluster';
import type { Figure } from './engine/figure';

/**
 * Figures that need a database, on one of its own: at DATABASE_URL, else on an embedded Postgres that lives as long as the benchmark. This process's
 * environment names it while they are measured, so that lib/server can be imported then.
 */
export async function* onScratchDatabase(
  measure: (environment: {
    readonly DATABASE_URL: string;
    readonly NEXTAUTH_SECRET: string;
  }) => AsyncGenerator<Figure>,
): AsyncGenerator<Figure> {
  const external = process.env['DATABASE_URL'];
  const cluster = external === undefined || external === '' ? await startTemporaryCluster() : null;
  const adminUrl = cluster?.url('postgres') ?? external ?? '';
  const name = `drydock_bench_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    const url = new URL(adminUrl);
    url.pathname = `/${name}`;
    await migrate(url.href, path.resolve('prisma/migrations'));
    const environment = {
      DATABASE_URL: url.href,
      NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    };
    Object.assign(process.env, environment);
    yield* measure(environment);
  } finally {
    const { disconnect } = await import('../lib/server/db');
    await disconnect();
    await untilNobodyIsConnected(admin, name);
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
    await cluster?.remove();
  }
}

/** Closed connections take a moment to be gone; who is thrown out instead complains. */
async function untilNobodyIsConnected(admin: pg.Client, name: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [
      name,
    ]);
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
