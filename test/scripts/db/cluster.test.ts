import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prepareBinaries } from '../../../scripts/db/binaries';
import { type ClusterPlan, startCluster } from '../../../scripts/db/cluster';
import { findPostmaster } from '../../../scripts/db/postmaster';
import { postgresUser } from '../../../scripts/db/system-user';

let home = '';
let plan: ClusterPlan;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'drydock-cluster-'));
  const user = postgresUser();
  if (user !== null) await chmod(home, 0o711);
  plan = {
    folder: path.join(home, 'postgres'),
    logFile: path.join(home, 'postgres.log'),
    password: 'secret with / and @',
    binaries: await prepareBinaries(user),
    user,
    temporary: false,
  };
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const running = async () => {
  const postmaster = await findPostmaster(plan.folder);
  return postmaster?.alive === true ? postmaster.pid : null;
};

test('keeps its rows from one run to the next and leaves no process', async () => {
  const first = await startCluster(plan);
  await query(first.url('postgres'), 'CREATE TABLE kept AS SELECT 1 AS one');
  await first.stop();
  expect(await running()).toBeNull();

  const second = await startCluster(plan);
  expect(await query(second.url('postgres'), 'SELECT * FROM kept')).toEqual([{ one: 1 }]);
  await second.stop();
});

test('recovers after its process was killed', async () => {
  const first = await startCluster(plan);
  await query(first.url('postgres'), 'CREATE TABLE kept AS SELECT 1 AS one');
  process.kill((await running()) ?? 0, 'SIGKILL');
  await vi.waitUntil(async () => (await running()) === null, 10_000);

  const second = await startCluster(plan);
  expect(await query(second.url('postgres'), 'SELECT * FROM kept')).toEqual([{ one: 1 }]);
  await second.stop();
});

test('stops a server that an earlier run left behind in the same folder', async () => {
  await startCluster(plan);
  const orphan = await running();
  const second = await startCluster(plan);
  expect(await running()).not.toBe(orphan);
  expect(await query(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await second.stop();
});

test('a stale postmaster.pid whose number another process has now is no obstacle', async () => {
  await (await startCluster(plan)).stop();
  const lines = [process.pid, plan.folder, 1, 5432, '', '127.0.0.1', '', 'ready'];
  await writeFile(path.join(plan.folder, 'postmaster.pid'), lines.join('\n'));
  const again = await startCluster(plan);
  expect(await query(again.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await again.stop();
});

test('asks for the password, and listens on the loopback address only', async () => {
  const cluster = await startCluster(plan);
  const wrong = new URL(cluster.url('postgres'));
  wrong.password = 'guess';
  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  expect(await query(cluster.url('postgres'), 'SHOW listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ]);
  await cluster.stop();
});
