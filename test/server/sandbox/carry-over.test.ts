import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { serialise } from '@/lib/engine';
import { db } from '@/lib/server/db';
import { log } from '@/lib/server/log';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { lookAtSandbox } from '@/lib/server/sandbox/look-at-sandbox';
import { readJournal } from '@/lib/server/sandbox/read-journal';
import { readTerminal } from '@/lib/server/sandbox/read-terminal';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { forgetSandbox } from '@/lib/server/sandbox/sandbox-cache';
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

/** As if another version of the engine had made the sandbox: its rows are such that this one cannot read them. */
async function makeOld(): Promise<void> {
  await db.sandbox.update({ where: { id: sandboxId }, data: { engineVersion: 'older' } });
  await db.$executeRaw`UPDATE sandbox_containers SET run = 'null', config = '7' WHERE sandbox_id = ${sandboxId}::uuid`;
  forgetSandbox();
}

/** An entry as another version of the engine has made it. */
async function addEntry(input: object, result: object): Promise<void> {
  const { version } = await db.sandbox.update({
    where: { id: sandboxId },
    data: { version: { increment: 1 } },
  });
  await db.sandboxJournal.create({
    data: {
      sandboxId,
      position: version,
      commandKey: randomUUID(),
      kind: 'line',
      input,
      now: 0,
      requests: [],
      result,
      engineVersion: 'older',
      at: new Date(),
    },
  });
}

const stateNow = async () => serialise((await lookAtSandbox(learnerId, sandboxId)).state);

test('a sandbox of another version of the engine is carried over when it is first looked at, and goes on', async () => {
  await type('docker run -d --name web -p 8080:80 nginx');
  await type('docker exec web touch /kept');
  await type('docker create --name gone busybox');
  await undoCommand({ sandboxId, learnerId, commandKey: newKey() });
  const before = JSON.parse(await stateNow()) as { containers: object };
  await makeOld();
  const after = JSON.parse(await stateNow()) as { containers: object };
  expect(after.containers).toEqual(before.containers);
  expect(await db.sandbox.findUniqueOrThrow({ where: { id: sandboxId } })).toMatchObject({
    version: 5,
    expiredAt: null,
  });
  const last = (await readJournal({ learnerId, sandboxId })).at(-1);
  expect(last).toMatchObject({
    kind: 'wait',
    carriedOver: { carriedOver: 'older', differing: 0, named: [] },
  });
  expect((await type('docker exec web ls /kept')).stdout).toBe('/kept\n');
  const { earlier } = await readTerminal(learnerId, sandboxId);
  expect(earlier.map(({ shown }) => shown).join('')).toContain('carried over to a new engine');
});

test('a command is enough to carry it over, and two at once do it once', async () => {
  await type('docker run -d --name web nginx');
  await makeOld();
  const [one, two] = await Promise.all([type('docker ps -q'), lookAtSandbox(learnerId, sandboxId)]);
  expect(one.stdout).toMatch(/^[0-9a-f]{12}\n$/);
  expect(two.version).toBeGreaterThan(1);
  expect((await readJournal({ learnerId, sandboxId })).map(({ kind }) => kind)).toEqual([
    'line',
    'wait',
    'line',
  ]);
});

test('what prints something else now is told in words, and what was typed unseen is not', async () => {
  const told = { stdout: '', stderr: '', exitCode: 0, prompt: '$ ', echo: true, elapsedMs: 50 };
  const line = (text: string) => ({ kind: 'line', line: text, stdin: null, wait: 0 });
  const seen = { prompt: '$ ', echo: true };
  await addEntry(line('echo new'), { ...told, shown: 'old\n', before: seen });
  await addEntry(line('echo same'), { ...told, shown: 'same\n', before: seen });
  await addEntry(line('echo unseen'), { ...told, shown: '?', before: { ...seen, echo: false } });
  await makeOld();
  const { earlier } = await readTerminal(learnerId, sandboxId);
  const words = earlier.at(-1)?.shown ?? '';
  expect(words).toContain('Commands that print something else now: 2');
  expect(words).toContain('  1  echo new\n  3  \n');
  expect(words).not.toContain('unseen');
});

test('a journal that this engine cannot play leaves everything as it was and asks for a new beginning', async () => {
  await addEntry({ kind: 'line', line: null, stdin: null, wait: 0 }, {});
  await makeOld();
  const warn = vi.spyOn(log, 'warn').mockReturnValue(undefined);
  await expect(lookAtSandbox(learnerId, sandboxId)).rejects.toMatchObject({ kind: 'conflict' });
  await expect(type('docker ps')).rejects.toMatchObject({ kind: 'conflict' });
  expect(warn).toHaveBeenCalledTimes(2);
  expect(await db.sandbox.findUniqueOrThrow({ where: { id: sandboxId } })).toMatchObject({
    version: 1,
    engineVersion: 'older',
    expiredAt: null,
  });
  await resetSandbox({ sandboxId, learnerId, commandKey: newKey() });
  expect((await type('docker ps -aq')).stdout).toBe('');
});
