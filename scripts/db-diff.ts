import path from 'node:path';
import { startTemporaryCluster } from './db/temporary-cluster';
import { writeMigration } from './db/write-migration';
import { Problem, runCommand } from './support/problem.mjs';

/** `npm run db:diff NAME`: writes a migration from the difference of migrations and schema. */
await runCommand(async () => {
  const name = process.argv[2];
  if (name === undefined)
    throw new Problem('The migration needs a name.', 'For example: npm run db:diff add_cohorts');
  const external = process.env['DATABASE_URL'] || null;
  const cluster = external === null ? await startTemporaryCluster() : null;
  try {
    const url = external ?? cluster?.url('postgres') ?? '';
    const prismaFolder = path.resolve('prisma');
    const file = await writeMigration({ url, prismaFolder, name, now: new Date() });
    console.log(
      file === null
        ? 'Schema and migrations agree; nothing was written.'
        : `Wrote ${path.relative('.', file)}. Read it, and add by hand what the schema cannot say.`,
    );
  } finally {
    await cluster?.remove();
  }
});
