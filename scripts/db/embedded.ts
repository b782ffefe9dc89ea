import path from 'node:path';
import pg from 'pg';
import { Problem } from '../support/problem.mjs';
import { prepareBinaries } from './binaries';
import { clusterUrl, startCluster } from './cluster';
import { makeFolder, openDataFolder } from './data-folder';
import { lockFolder, lockHolder } from './lock';
import { findPostmaster } from './postmaster';
import { postgresUser } from './system-user';

/** The database inside an embedded cluster. */
const DATABASE = 'drydock';

export type Database = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Starts the embedded Postgres of a data folder, and makes its database.
 *
 * @param command who we are, for whoever finds the folder taken
 * @throws Problem when the folder is taken, foreign, of another version, or the disk is full
 */
export async function startEmbedded(folder: string, command: string): Promise<Database> {
  await makeFolder(folder);
  const unlock = await lockFolder(folder, command);
  try {
    const user = postgresUser();
    const binaries = await prepareBinaries(user);
    const { cluster, password } = await openDataFolder(folder, binaries.major, user);
    const running = await startCluster({
      folder: cluster,
      logFile: path.join(folder, 'postgres.log'),
      password,
      binaries,
      user,
      temporary: false,
    });
    await createDatabaseIfMissing(running.url('postgres'), DATABASE);
    const close = async () => {
      await running.stop();
      await unlock();
    };
    return { url: running.url(DATABASE), close };
  } catch (thrown) {
    await unlock();
    throw thrown;
  }
}

/**
 * For commands beside a running server: its Postgres when one runs on the folder (left running),
 * else one of our own for as long as the command takes.
 */
export async function joinEmbedded(folder: string, command: string): Promise<Database> {
  const holder = await lockHolder(folder);
  if (holder === null) return startEmbedded(folder, command);
  const user = postgresUser();
  const { major } = await prepareBinaries(user);
  const { cluster, password } = await openDataFolder(folder, major, user);
  const postmaster = await findPostmaster(cluster);
  if (postmaster === null || !postmaster.alive || !postmaster.ready)
    throw new Problem(
      `"${holder.command}" (process ${holder.pid}) is just starting or stopping on ${folder}.`,
      'Run this command again in a few seconds.',
    );
  return { url: clusterUrl(postmaster.port, password, DATABASE), close: () => Promise.resolve() };
}

async function createDatabaseIfMissing(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
