import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSecret, openDataFolder } from '../../../scripts/db/data-folder';
import { lockFolder, lockHolder } from '../../../scripts/db/lock';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'drydock-data-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('an empty or missing folder becomes ours, and stays the same one', async () => {
  const inside = path.join(folder, 'a/b');
  const first = await openDataFolder(inside, 18, null);
  expect(first.cluster).toBe(path.join(inside, 'postgres'));
  expect(await openDataFolder(inside, 18, null)).toEqual(first);
});

test('a folder with foreign files is left alone, and the message says what to do', async () => {
  await writeFile(path.join(folder, 'holiday.jpg'), '');
  await expect(openDataFolder(folder, 18, null)).rejects.toThrow(
    /was not made by Drydock: it holds holiday\.jpg[^]*DRYDOCK_DATA_DIR=another-folder/,
  );
});

test('a marker that is not ours counts as foreign', async () => {
  await writeFile(path.join(folder, 'drydock.json'), '{"application":"ship"}');
  await expect(openDataFolder(folder, 18, null)).rejects.toThrow(
    "its drydock.json is not Drydock's",
  );
});

test('data of another Postgres version are refused, with the way out', async () => {
  await openDataFolder(folder, 17, null);
  await expect(openDataFolder(folder, 18, null)).rejects.toThrow(
    /written by Postgres 17; this Drydock brings Postgres 18[^]*docs\/operations\.md/,
  );
});

test('a secret is made once and is for its owner only', async () => {
  const secret = await keepSecret(folder, 'nextauth-secret');
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(await keepSecret(folder, 'nextauth-secret')).toBe(secret);
  expect((await stat(path.join(folder, 'nextauth-secret'))).mode & 0o777).toBe(0o600);
});

test('a second command on the same folder is told who has it', async () => {
  const unlock = await lockFolder(folder, 'npm start');
  await expect(lockFolder(folder, 'npm run dev')).rejects.toThrow(
    `process ${process.pid}, started by "npm start"`,
  );
  await unlock();
  expect(await lockHolder(folder)).toBeNull();
  await (
    await lockFolder(folder, 'npm run dev')
  )();
});

test.each([
  ['whose process is gone', { pid: 2 ** 22 + 1, born: '1', command: 'npm start' }],
  ['whose number another process has now', { pid: process.pid, born: '1', command: 'npm start' }],
])('a lock %s is taken over', async (_, holder) => {
  await writeFile(path.join(folder, 'lock'), JSON.stringify(holder));
  await (
    await lockFolder(folder, 'npm start')
  )();
});

test('a lock that a full disk cut short is taken over', async () => {
  await writeFile(path.join(folder, 'lock'), '');
  await (
    await lockFolder(folder, 'npm start')
  )();
});
