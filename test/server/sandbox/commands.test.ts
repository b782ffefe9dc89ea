import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { serialise } from '@/lib/engine';
import { db } from '@/lib/server/db';
import { completeLine } from '@/lib/server/sandbox/complete-line';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { readOpened } from '@/lib/server/sandbox/open-sandbox';
import { quotas } from '@/lib/server/sandbox/quotas';
import { readJournal } from '@/lib/server/sandbox/read-journal';
import { replayJournal } from '@/lib/server/sandbox/replay-journal';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { forgetSandbox } from '@/lib/server/sandbox/sandbox-cache';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { overPool, readSandbox } from '@/lib/server/sandbox/stored-sandbox';
import { undoCommand } from '@/lib/server/sandbox/undo-command';
import { loadCatalogue, makeLearner, newKey } from './sandbox-fixture';

let learnerId: string;
let sandboxId: string;

beforeAll(loadCatalogue);

beforeEach(async () => {
  learnerId = await makeLearner();
  sandboxId = await createSandbox(learnerId, { images: ['nginx', 'busybox'] });
});

const type = (line: string, commandKey = newKey()) =>
  runCommand({ sandboxId, learnerId, commandKey, line });

async function storedState(): Promise<string> {
  const found = await readSandbox(sandboxId, (await sandboxWorld()).catalogue);
  if (!found) throw new Error('the sandbox is not there');
  return serialise(found.sandbox.state);
}

test('a command tells what it printed, where it stands in the journal, and the next prompt', async () => {
  const outcome = await type('docker run -it --name box busybox sh');
  expect(outcome).toMatchObject({ position: 1, version: 1, exitCode: 0, repeated: false });
  expect(outcome.prompt).toBe('/ # ');
  expect(await type('echo $((6 * 7))')).toMatchObject({ stdout: '42\n', position: 2 });
});

test('a key given again is answered from the journal and runs nothing', async () => {
  const key = newKey();
  const first = await type('docker run -d --name web nginx', key);
  await type('docker ps');
  const state = await storedState();
  const again = await type('docker run -d --name web nginx', key);
  expect(again).toEqual({ ...first, repeated: true });
  forgetSandbox();
  expect(await type('docker run -d --name web nginx', key)).toEqual({ ...first, repeated: true });
  expect(await storedState()).toBe(state);
  await expect(type('docker rm -f web', key)).rejects.toMatchObject({ kind: 'conflict' });
});

test('nobody reaches another learner’s sandbox, nor a setup', async () => {
  const other = await makeLearner();
  const asked = { sandboxId, learnerId: other, commandKey: newKey(), line: 'docker ps' };
  await expect(runCommand(asked)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(readJournal({ learnerId: other, sandboxId })).rejects.toMatchObject({
    kind: 'not-found',
  });
  await expect(readOpened(other, sandboxId)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(undoCommand(asked)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(resetSandbox(asked)).rejects.toMatchObject({ kind: 'not-found' });
});

test('two processes at once lose no command and do none twice', async () => {
  // A second copy of the modules with nothing in common but the database.
  const process: typeof globalThis & { drydockSandboxes?: unknown } = globalThis;
  const kept = process.drydockSandboxes;
  delete process.drydockSandboxes;
  vi.resetModules();
  const { runCommand: runElsewhere } = await import('@/lib/server/sandbox/run-command');
  process.drydockSandboxes = kept;
  expect(runElsewhere).not.toBe(runCommand);

  const keys = Array.from({ length: 12 }, newKey);
  const line = (index: number) => `echo ${index} >> seen.txt; docker create busybox`;
  const ask = (key: string, index: number) =>
    ({ sandboxId, learnerId, commandKey: key, line: line(index) }) as const;
  // Every third command is sent to both, as a browser does that tries again.
  const outcomes = await Promise.all(
    keys.flatMap((key, index) =>
      index % 3 === 0
        ? [runCommand(ask(key, index)), runElsewhere(ask(key, index))]
        : [index % 3 === 1 ? runCommand(ask(key, index)) : runElsewhere(ask(key, index))],
    ),
  );
  expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(keys.length);
  const journal = await db.sandboxJournal.findMany({ where: { sandboxId } });
  expect(journal.map(({ commandKey }) => commandKey).sort()).toEqual([...keys].sort());
  expect(await db.sandboxContainer.count({ where: { sandboxId } })).toBe(keys.length);
  forgetSandbox();
  const { stdout } = await type('sort -n seen.txt | uniq | wc -l');
  expect(stdout.trim()).toBe(String(keys.length));
  const { steps } = await replayJournal(overPool, sandboxId, keys.length + 1);
  expect(serialise(steps.at(-1)?.after as never)).toBe(await storedState());
});

test('taking back gives the state before the last command, again and again', async () => {
  const states = [await storedState()];
  for (const line of ['docker run -d --name web nginx', 'docker stop web', 'docker rm web']) {
    await type(line);
    states.push(await storedState());
  }
  for (const state of states.slice(0, -1).reverse()) {
    await undoCommand({ sandboxId, learnerId, commandKey: newKey() });
    expect(await storedState()).toBe(state);
  }
  await expect(undoCommand({ sandboxId, learnerId, commandKey: newKey() })).rejects.toMatchObject({
    kind: 'invalid',
  });
  const journal = await readJournal({ learnerId, sandboxId });
  expect(journal.map(({ kind }) => kind)).toEqual(['line', 'line', 'line', 'undo', 'undo', 'undo']);
  expect(journal.filter(({ takenBack }) => takenBack)).toHaveLength(3);
});

test('a reset is the beginning again; what was typed before cannot be taken back', async () => {
  const begun = await storedState();
  await type('docker run -d -p 8080:80 nginx');
  const { result } = await resetSandbox({ sandboxId, learnerId, commandKey: newKey() });
  expect(result.prompt).toBe('learner@docker-vm:~$ ');
  expect(await storedState()).toBe(begun);
  await expect(undoCommand({ sandboxId, learnerId, commandKey: newKey() })).rejects.toMatchObject({
    kind: 'invalid',
  });
});

test('a reload shows the prompt and what stood there, and a password that was typed unseen is not told', async () => {
  await type('docker login -u learner');
  await type('hubpass');
  const opened = await readOpened(learnerId, sandboxId);
  expect(opened).toMatchObject({ version: 2, prompt: 'learner@docker-vm:~$ ', echo: true });
  expect(opened.entries.map((entry) => entry.kind === 'line' && entry.line)).toEqual([
    'docker login -u learner',
    '',
  ]);
  expect(JSON.stringify(opened)).not.toContain('hubpass');
});

test('completion reads the stored sandbox and changes nothing', async () => {
  await type('docker create --name kiosk nginx');
  const text = 'docker start ki && echo';
  const { candidates } = await completeLine({ learnerId, sandboxId, text, cursor: 15 });
  expect(candidates).toEqual(['kiosk']);
  expect((await readOpened(learnerId, sandboxId)).version).toBe(1);
});

test('a long input is stored once, however often it is given', async () => {
  const stdin = 'x'.repeat(10_000);
  const later = Date.now() + 1_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  for (let time = 0; time < 3; time++)
    await runCommand({ sandboxId, learnerId, commandKey: newKey(), line: 'cat > big.txt', stdin });
  expect(await db.upload.count()).toBe(2); // before the first the host had waited, before the others not
  const { steps } = await replayJournal(overPool, sandboxId, 3);
  expect(serialise(steps.at(-1)?.after as never)).toBe(await storedState());
});

test('text that Postgres cannot hold comes back as it was', async () => {
  const name = 'a\u0000b\ud800\u0001';
  await type(
    `echo '${name}' > odd.txt; docker run --name odd -e 'X=${name}' -v '/x:/y' busybox printf '\\000'`,
  );
  const live = await storedState();
  forgetSandbox();
  expect(await storedState()).toBe(live);
  expect((await type('cat odd.txt')).stdout).toBe(`${name}\n`);
});

test('a name that no index takes is refused in words, and nothing of the command is kept', async () => {
  const long = Array.from({ length: 400 }, newKey).join('');
  await expect(
    type(`docker create --name ${long.replaceAll('-', '')} busybox`),
  ).rejects.toMatchObject({ kind: 'invalid' });
  expect((await type('docker ps -aq')).stdout).toBe('');
});

test('a learner has at most so many sandboxes of free play, two at once included', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: quotas.freeSandboxes + 1 }, () => createSandbox(learnerId)),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
    quotas.freeSandboxes - 1,
  );
  await expect(createSandbox(learnerId)).rejects.toMatchObject({ kind: 'too-many' });
});

test('a full journal takes no more', async () => {
  await db.sandbox.update({
    where: { id: sandboxId },
    data: { journalSize: quotas.journalCharacters },
  });
  forgetSandbox();
  await expect(type('docker ps')).rejects.toMatchObject({ kind: 'too-many' });
});
