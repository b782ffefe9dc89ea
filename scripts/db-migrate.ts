import { migrate } from './db/migrate';
import { withDatabase } from './db/with-database';
import { runCommand } from './support/problem.mjs';

/** `npm run db:migrate`: applies the migrations that the database lacks. */
await runCommand(async () => {
  const applied = await withDatabase('npm run db:migrate', (url) =>
    migrate(url, 'prisma/migrations'),
  );
  for (const name of applied) console.log(`Applied ${name}`);
  if (applied.length === 0) console.log('The database is up to date.');
});
