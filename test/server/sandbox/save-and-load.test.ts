import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { serialise } from '@/lib/engine';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { forgetSandbox } from '@/lib/server/sandbox/sandbox-cache';
import { keptSandbox } from '@/lib/server/sandbox/sandbox-cache';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { readSandbox } from '@/lib/server/sandbox/stored-sandbox';
import { loadCatalogue, makeLearner, newKey } from './sandbox-fixture';
import { session } from './random-session';

beforeAll(loadCatalogue);

test('what is saved command by command is what is loaded, whatever was typed', async () => {
  const { catalogue } = await sandboxWorld();
  await fc.assert(
    fc.asyncProperty(session, async (lines) => {
      const learnerId = await makeLearner();
      const sandboxId = await createSandbox(learnerId, { images: ['nginx', 'busybox'] });
      for (const line of lines) {
        await runCommand({ sandboxId, learnerId, commandKey: newKey(), line });
        const live = keptSandbox(sandboxId);
        const loaded = await readSandbox(sandboxId, catalogue);
        expect(loaded && serialise(loaded.sandbox.state)).toBe(live && serialise(live.state));
        forgetSandbox(sandboxId);
      }
    }),
    { numRuns: 60 },
  );
});
