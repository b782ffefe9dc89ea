import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../support/problem.mjs';
import { withSchemaEngine, readMigrations, readSchema } from './schema-engine';

const LOCKFILE =
  '# Prisma reads here which database the migrations are for.\nprovider = "postgresql"\n';

/**
 * Writes the migration that leads from the existing migrations to `schema.prisma`.
 *
 * @param input.url a server on which a shadow database may be made and dropped
 * @param input.name snake_case, becomes part of the folder's name
 * @returns the path of the new `migration.sql`, or null when schema and migrations agree
 */
export async function writeMigration(input: {
  readonly url: string;
  readonly prismaFolder: string;
  readonly name: string;
  readonly now: Date;
}): Promise<string | null> {
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(input.name))
    throw new Problem(
      `"${input.name}" is not a name for a migration.`,
      'Use lower-case words joined by _, for example: npm run db:diff add_cohorts',
    );
  const migrations = path.join(input.prismaFolder, 'migrations');
  const known = await readMigrations(migrations);
  const schema = await readSchema(path.join(input.prismaFolder, 'schema.prisma'));
  const { stdout } = await withSchemaEngine(input.url, (engine) =>
    engine.diff({
      from:
        known.migrationDirectories.length === 0
          ? { tag: 'empty' }
          : { tag: 'migrations', ...known },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  ).catch((thrown: unknown) => {
    const words = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Problem(
      `The migration cannot be written: ${words.trim()}`,
      'Mend prisma/schema.prisma or the migration it names, and run the command again.',
    );
  });
  const script = stdout?.trim() ?? '';
  if (script === '' || script === '-- This is an empty migration.') return null;
  const stamp = input.now
    .toISOString()
    .replaceAll(/[^0-9]/g, '')
    .slice(0, 14);
  const folder = path.join(migrations, `${stamp}_${input.name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), `${script}\n`);
  if (known.lockfile.content === null)
    await writeFile(path.join(migrations, 'migration_lock.toml'), LOCKFILE);
  return path.join(folder, 'migration.sql');
}
