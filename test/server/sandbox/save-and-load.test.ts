import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { serialise, type Sandbox } from '@/lib/engine';
import { pool } from '@/lib/server/db';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { replayJournal } from '@/lib/server/sandbox/replay-journal';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { forgetSandbox, keptSandbox } from '@/lib/server/sandbox/sandbox-cache';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { overPool, readSandbox } from '@/lib/server/sandbox/stored-sandbox';
import { tableNames } from '@/lib/server/sandbox/tables';
import { undoCommand } from '@/lib/server/sandbox/undo-command';
import { loadCatalogue, makeLearner, newKey } from './sandbox-fixture';
import { session } from './random-session';

beforeAll(loadCatalogue);

/** Lines after which every table has rows. */
const everyTable = [
  'docker login -u learner -p hubpass; docker tag busybox learner/box:1; docker push learner/box:1',
  'docker network create front; docker volume create data; docker pull redis',
  "docker run -d --name web --network front -p 8080:80 -v data:/data nginx sh -c 'echo up; sleep 60'",
  'docker exec web touch /a; docker commit web learner/web:1',
];

/** The state as its rows have it now. */
async function stored(sandboxId: string): Promise<Sandbox> {
  const { catalogue } = await sandboxWorld();
  const found = await readSandbox(sandboxId, catalogue);
  if (!found) throw new Error('the sandbox is not there');
  return found.sandbox.state;
}

test('who shares the processes of a container, what it has left in the background and its zombies are stored', async () => {
  const learnerId = await makeLearner();
  const sandboxId = await createSandbox(learnerId, { images: ['busybox'] });
  for (const line of [
    'docker run -d --name own busybox sleep 1000',
    'docker run -d --name joiner --pid container:own busybox sleep 600',
    "docker exec own sh -c 'sleep 1 & (sleep 1; sleep 900) & true'",
    'sleep 2',
  ])
    await runCommand({ sandboxId, learnerId, commandKey: newKey(), line });
  const live = keptSandbox(sandboxId)?.state;
  expect(live && serialise(live)).toContain('zombie');
  expect(live && serialise(live)).toContain('joined');
  expect(serialise(await stored(sandboxId))).toBe(live && serialise(live));
});

test('random sessions: what is saved command by command is loaded, and the journal played again gives it, to the letter', async () => {
  const written = new Set<string>();
  await fc.assert(
    fc.asyncProperty(session, fc.boolean(), async (lines, forgets) => {
      const learnerId = await makeLearner();
      const sandboxId = await createSandbox(learnerId, { images: ['nginx', 'busybox'] });
      for (const line of lines) {
        await runCommand({ sandboxId, learnerId, commandKey: newKey(), line });
        const live = keptSandbox(sandboxId)?.state;
        expect(serialise(await stored(sandboxId))).toBe(live && serialise(live));
        // A process that knows nothing goes on from the rows just as one that has kept the state.
        if (forgets) forgetSandbox(sandboxId);
      }
      const { steps } = await replayJournal(overPool, sandboxId, lines.length);
      const played = steps.map(({ after }) => serialise(after));
      expect(played.at(-1)).toBe(serialise(await stored(sandboxId)));
      for (const table of tableNames) {
        const { rowCount } = await pool().query(
          `SELECT 1 FROM ${table} WHERE sandbox_id = $1 LIMIT 1`,
          [sandboxId],
        );
        if (rowCount === 1) written.add(table);
      }
      await undoCommand({ sandboxId, learnerId, commandKey: newKey() });
      const before = played.at(-2);
      if (before !== undefined) expect(serialise(await stored(sandboxId))).toBe(before);
    }),
    { numRuns: 30, examples: [[everyTable, true]] },
  );
  expect([...written].sort()).toEqual([...tableNames].sort());
});
