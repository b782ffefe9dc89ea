import path from 'node:path';
import { Problem } from '../support/problem.mjs';
import { readMigrations, withSchemaEngine } from './schema-engine';

/**
 * Applies the migrations that a database lacks, each in one transaction, and notes them in
 * `_prisma_migrations` as `prisma migrate deploy` does.
 *
 * @returns the names of those applied now, oldest first
 * @throws Problem when one fails: it leaves nothing behind, and its name and Postgres's words are told
 */
export async function migrate(url: string, migrationsFolder: string): Promise<string[]> {
  const migrationsList = await readMigrations(path.resolve(migrationsFolder));
  const filters = { externalTables: [], externalEnums: [] };
  try {
    return await withSchemaEngine(url, async (engine) => {
      // One that failed, or was killed half-way, left nothing behind: it may be tried again.
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
        migrationsList,
        filters,
        optInToShadowDatabase: false,
      });
      for (const migrationName of failedMigrationNames)
        await engine.markMigrationRolledBack({ migrationName });
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
      return appliedMigrationNames;
    });
  } catch (thrown) {
    throw explain(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** The engine adds a trace of its own source; of that only the migration's name says something. */
function explain(words: string): Problem {
  const [reason = ''] = words.split('\n   0: ');
  const [, name] = /migration_name="([^"]+)"/.exec(words) ?? [];
  const what = reason.replace(/^external connector error\n/, '').trim();
  return new Problem(
    `The database could not be brought up to date${name === undefined ? '' : ` by ${name}`}: ${what}`,
    'Nothing of a failing migration is kept. docs/operations.md tells under "Upgrade" how to go on or back.',
  );
}
