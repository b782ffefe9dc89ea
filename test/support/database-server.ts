import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../scripts/db/migrate';
import { startTemporaryCluster } from '../../scripts/db/temporary-cluster';
import { generateClient } from '../../scripts/prepare/generate-client';
import { type DatabaseServer, databaseUrl, onServer, templateName } from './test-databases';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: DatabaseServer;
  }
}

/** One server for all projects of a run: they are set up in the same process. */
const shared: typeof globalThis & { drydockTestServer?: { users: number; up: Promise<Up> } } =
  globalThis;
type Up = { readonly server: DatabaseServer; readonly down: () => Promise<void> };

/** Vitest's global setup: a Postgres with a migrated template, embedded or at DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.drydockTestServer ??= { users: 0, up: bringUp(project.config.root) };
  const { drydockTestServer: mine } = shared;
  mine.users += 1;
  const { server, down } = await mine.up;
  project.provide('databaseServer', server);
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    delete shared.drydockTestServer;
    await down();
  };
}

async function bringUp(root: string): Promise<Up> {
  await generateClient(root);
  const external = process.env['DATABASE_URL'] || null;
  const cluster = external === null ? await startTemporaryCluster() : null;
  const server = {
    adminUrl: external ?? cluster?.url('postgres') ?? '',
    prefix: `drydock_test_${randomBytes(4).toString('hex')}_`,
  };
  const down = async () => {
    if (cluster === null) await dropLeftovers(server);
    else await cluster.remove();
  };
  try {
    const template = templateName(server);
    await onServer(server, `CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`);
    await migrate(databaseUrl(server, template), `${root}/prisma/migrations`);
    // Copying needs a template without sessions.
    await onServer(server, `ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
    return { server, down };
  } catch (thrown) {
    await down();
    throw thrown;
  }
}

/** Drops what this run made on a server that stays. */
async function dropLeftovers(server: DatabaseServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [server.prefix],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
