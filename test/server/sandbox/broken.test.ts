import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { serialise } from '@/lib/engine';
import { db, pool } from '@/lib/server/db';
import { log } from '@/lib/server/log';
import { changeSandbox } from '@/lib/server/sandbox/change-sandbox';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { dropSandbox } from '@/lib/server/sandbox/drop-sandbox';
import { issueKey } from '@/lib/server/sandbox/engine-keys';
import { lookAtSandbox } from '@/lib/server/sandbox/look-at-sandbox';
import { quotas } from '@/lib/server/sandbox/quotas';
import { readSharedRun, replaySharedRun } from '@/lib/server/sandbox/read-shared-run';
import { replayJournal } from '@/lib/server/sandbox/replay-journal';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { playInput, requestStep } from '@/lib/server/sandbox/run-step';
import { forgetSandbox } from '@/lib/server/sandbox/sandbox-cache';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { shareRun } from '@/lib/server/sandbox/share-run';
import { overPool } from '@/lib/server/sandbox/stored-sandbox';
import { undoCommand } from '@/lib/server/sandbox/undo-command';
import { loadCatalogue, makeLearner, newKey } from './sandbox-fixture';

let learnerId: string;
let sandboxId: string;

beforeAll(loadCatalogue);

beforeEach(async () => {
  learnerId = await makeLearner();
  sandboxId = await createSandbox(learnerId, { images: ['nginx', 'busybox'] });
});

const type = (line: string) => runCommand({ sandboxId, learnerId, commandKey: newKey(), line });
const undo = () => undoCommand({ sandboxId, learnerId, commandKey: newKey() });
const stored = async () => {
  forgetSandbox();
  return serialise((await lookAtSandbox(learnerId, sandboxId)).state);
};

test('a process that is killed in the middle of a command leaves nothing of it, and its lock goes with it', async () => {
  await type('docker create --name web nginx');
  const before = await stored();
  const client = await pool().connect();
  await client.query('BEGIN');
  await client.query('SELECT FROM sandboxes WHERE id = $1 FOR NO KEY UPDATE', [sandboxId]);
  await client.query('UPDATE sandboxes SET version = version + 1 WHERE id = $1', [sandboxId]);
  await client.query('DELETE FROM sandbox_containers WHERE sandbox_id = $1', [sandboxId]);
  const waiting = type('docker ps -aq');
  const ended = new Promise((resolve) => client.once('error', resolve));
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await pool().query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
  await ended;
  client.release(true);
  expect((await waiting).stdout).toMatch(/^[0-9a-f]{12}\n$/);
  await undo();
  expect(await stored()).toBe(before);
});

test('a step that throws changes nothing, and what stands in line behind it goes on', async () => {
  const before = await stored();
  const ask = { sandboxId, learnerId, commandKey: newKey() };
  const failing = changeSandbox(ask, () => {
    throw new Error('within the step');
  });
  const next = type('docker ps -q');
  await expect(failing).rejects.toThrow('within the step');
  expect((await next).position).toBe(1);
  await undo();
  expect(await stored()).toBe(before);
});

test('rows that somebody has changed by hand so that they make no sense are made again from the journal', async () => {
  await type('docker run -d --name web nginx');
  const damage = async () => {
    await db.$executeRaw`UPDATE sandbox_containers SET run = 'null' WHERE sandbox_id = ${sandboxId}::uuid`;
    forgetSandbox();
  };
  const told = vi.spyOn(log, 'error').mockReturnValue(undefined);
  await damage();
  expect((await type('docker ps --format "{{.Names}}"')).stdout).toBe('web\n');
  await damage();
  expect((await lookAtSandbox(learnerId, sandboxId)).state.containers.size).toBe(1);
  await damage();
  await resetSandbox({ sandboxId, learnerId, commandKey: newKey() });
  expect((await type('docker ps -aq')).stdout).toBe('');
  expect(told).toHaveBeenCalled();
});

test('what the learner’s own docker has done is taken back as a command is', async () => {
  const world = await sandboxWorld();
  const before = await stored();
  await changeSandbox({ sandboxId, learnerId, commandKey: newKey() }, (state) =>
    requestStep(
      state,
      {
        method: 'POST',
        path: '/containers/create',
        query: { name: 'web' },
        body: { Image: 'nginx' },
      },
      0,
      world,
    ),
  );
  expect(await db.sandboxContainer.count({ where: { sandboxId } })).toBe(1);
  await undo();
  expect(await stored()).toBe(before);
});

test('two that take back at once take back two commands, and no third', async () => {
  const states = [await stored()];
  for (const line of ['docker create --name a nginx', 'docker create --name b nginx']) {
    await type(line);
    states.push(await stored());
  }
  await Promise.all([undo(), undo()]);
  expect(await stored()).toBe(states[0]);
  await expect(undo()).rejects.toMatchObject({ kind: 'invalid' });
});

test('a link goes on showing a run whose sandbox has been dropped, and nothing once its owner is gone', async () => {
  await type('docker run -d --name web nginx');
  const { key } = await shareRun(learnerId, sandboxId);
  await dropSandbox(learnerId, sandboxId);
  expect((await readSharedRun(key)).entries).toHaveLength(1);
  expect((await replaySharedRun(key)).steps.at(-1)?.after.containers.size).toBe(1);
  await db.$executeRaw`SELECT erase_person(${learnerId}::uuid)`;
  await expect(readSharedRun(key)).rejects.toMatchObject({ kind: 'not-found' });
});

test('as many at once as one likes never get more keys or links than one may have', async () => {
  const keys = await Promise.allSettled(
    Array.from({ length: quotas.keys + 4 }, () => issueKey(learnerId, sandboxId)),
  );
  expect(keys.filter(({ status }) => status === 'fulfilled')).toHaveLength(quotas.keys);
  const links = await Promise.allSettled(
    Array.from({ length: quotas.shares + 4 }, () => shareRun(learnerId, sandboxId)),
  );
  expect(links.filter(({ status }) => status === 'fulfilled')).toHaveLength(quotas.shares);
});

test('a thousand commands are played again quickly and to the letter', async () => {
  const lines = ['docker create --name a busybox', 'docker start a', 'docker rm -f a'];
  const world = await sandboxWorld();
  await type('echo begun');
  const { steps } = await replayJournal(overPool, sandboxId, 1);
  let { after } = steps[0] ?? { after: (await lookAtSandbox(learnerId, sandboxId)).state };
  const entries = Array.from({ length: 999 }, (_, index) => {
    const line = lines[index % lines.length] ?? '';
    const input = { kind: 'line', line, stdin: null, wait: 0 };
    return { position: index + 2, input: JSON.stringify(input) };
  });
  await pool().query(
    `INSERT INTO sandbox_journal (sandbox_id, position, command_key, kind, input, now, requests, result, engine_version, at)
     SELECT $1, r.position, gen_random_uuid(), 'line', r.input::json, 0, '[]', '{}', 'test', now()
     FROM json_to_recordset($2::json) AS r(position int, input text)`,
    [sandboxId, JSON.stringify(entries)],
  );
  const start = performance.now();
  const played = await replayJournal(overPool, sandboxId, 1_000);
  const took = performance.now() - start;
  for (const { input } of entries)
    after = playInput(after, JSON.parse(input) as Parameters<typeof playInput>[1], world);
  expect(played.steps).toHaveLength(1_000);
  expect(serialise(played.steps.at(-1)?.after as never)).toBe(serialise(after));
  expect(took).toBeLessThan(10_000);
});
