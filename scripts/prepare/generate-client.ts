import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../support/problem.mjs';
import { runProgram } from '../support/run-program.mjs';
import { step } from '../support/say.mjs';
import { fingerprint } from './fingerprint';

const SOURCES = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'];

/**
 * Writes the Prisma client to lib/server/generated when the schema is newer than it.
 *
 * @throws Problem with Prisma's words when the schema is wrong
 */
export async function generateClient(root: string): Promise<void> {
  const stamp = path.join(root, 'lib/server/generated/.made-from');
  const wanted = await fingerprint(root, SOURCES);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  await step('Generating the database client', async () => {
    const prisma = path.join(root, 'node_modules/prisma/build/index.js');
    const { code, output } = await runProgram(process.execPath, [prisma, 'generate'], {
      cwd: root,
      env: { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      output: 'collect',
    });
    if (code !== 0)
      throw new Problem(
        `The database client could not be generated:\n${output.trim()}`,
        'Mend prisma/schema.prisma and run the same command again.',
      );
    await writeFile(stamp, wanted);
  });
}
