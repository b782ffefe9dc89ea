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
    const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({ migrationsList, filters }),
    );
    return appliedMigrationNames;
  } catch (thrown) {
    throw new Problem(
      `The database could not be brought up to date: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      'Nothing of the failing migration was kept. Mend it and run the command again; docs/operations.md tells how to go back.',
    );
  }
}
