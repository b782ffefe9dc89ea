import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { migrate } from '../../../scripts/db/migrate';
import { writeMigration } from '../../../scripts/db/write-migration';
import { databaseUrl, onServer } from '../../support/test-databases';

const server = inject('databaseServer');
const TABLE = 'CREATE TABLE note (id INT PRIMARY KEY, words TEXT NOT NULL);';
const FUNCTION = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'never; not even once';
END;
$$;
CREATE TRIGGER refuse BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION refuse();`;
const SCHEMA = `datasource db {
  provider = "postgresql"
}
model Note {
  id    Int    @id
  words String
  @@map("note")
}
`;

let prismaFolder = '';
let database = '';
let url = '';

beforeEach(async () => {
  prismaFolder = await mkdtemp(path.join(tmpdir(), 'drydock-migrate-'));
  database = `${server.prefix}empty`;
  url = databaseUrl(server, database);
  await onServer(server, `CREATE DATABASE ${database} TEMPLATE template0`);
  await addMigration('0001_table', TABLE);
  await writeFile(
    path.join(prismaFolder, 'migrations/migration_lock.toml'),
    'provider = "postgresql"\n',
  );
});

afterEach(async () => {
  await onServer(server, `DROP DATABASE ${database} WITH (FORCE)`);
  await rm(prismaFolder, { recursive: true, force: true });
});

async function addMigration(name: string, sql: string): Promise<void> {
  const folder = path.join(prismaFolder, 'migrations', name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const migrations = () => path.join(prismaFolder, 'migrations');
const write = (name: string) =>
  writeMigration({ url, prismaFolder, name, now: new Date('2026-01-02T03:04:05Z') });

describe('migrate', () => {
  test('applies what is missing, in order, once', async () => {
    await addMigration('0002_function', FUNCTION);
    expect(await migrate(url, migrations())).toEqual(['0001_table', '0002_function']);
    expect(await migrate(url, migrations())).toEqual([]);
    await addMigration('0003_more', 'ALTER TABLE note ADD COLUMN more TEXT;');
    expect(await migrate(url, migrations())).toEqual(['0003_more']);
  });

  test('runs functions that hold semicolons', async () => {
    await addMigration('0002_function', FUNCTION);
    await migrate(url, migrations());
    await query(`INSERT INTO note VALUES (1, 'kept')`);
    await expect(query('DELETE FROM note')).rejects.toThrow('never; not even once');
  });

  test('a failing migration is named and leaves nothing behind', async () => {
    await addMigration('0002_broken', 'CREATE TABLE half (id INT); INSERT INTO absent VALUES (1);');
    await expect(migrate(url, migrations())).rejects.toThrow(
      /by 0002_broken: No such table: absent/,
    );
    expect(await query(`SELECT 1 FROM pg_tables WHERE tablename = 'half'`)).toEqual([]);
  });
});

test('a migration that failed is tried again once it is mended', async () => {
  await addMigration('0002_broken', 'CREATE TABLE half (id INT); INSERT INTO absent VALUES (1);');
  await expect(migrate(url, migrations())).rejects.toThrow();
  await addMigration('0002_broken', 'CREATE TABLE half (id INT);');
  expect(await migrate(url, migrations())).toEqual(['0002_broken']);
});

describe('writeMigration', () => {
  test('writes what leads from the migrations to the schema, and nothing when they agree', async () => {
    await addMigration('0002_function', FUNCTION);
    await writeFile(
      path.join(prismaFolder, 'schema.prisma'),
      SCHEMA.replace('words String', 'words String\n  read  Boolean @default(false)'),
    );
    const file = await write('note_read');
    expect(file).toBe(path.join(migrations(), '20260102030405_note_read/migration.sql'));
    await migrate(url, migrations());
    expect(
      await query(`SELECT column_name FROM information_schema.columns WHERE table_name = 'note'`),
    ).toHaveLength(3);
    expect(await write('again')).toBeNull();
  });

  test('leaves no shadow database behind', async () => {
    await writeFile(path.join(prismaFolder, 'schema.prisma'), SCHEMA);
    await write('nothing');
    expect(await query(`SELECT 1 FROM pg_database WHERE datname LIKE 'drydock_shadow%'`)).toEqual(
      [],
    );
  });

  test('says where a schema is wrong', async () => {
    await writeFile(path.join(prismaFolder, 'schema.prisma'), `${SCHEMA}\nmodl Typo {}\n`);
    await expect(write('typo')).rejects.toThrow(/schema\.prisma:10[^]*Mend prisma\/schema\.prisma/);
  });

  test('refuses a name that is not snake_case', async () => {
    await expect(write('Add Cohorts')).rejects.toThrow('npm run db:diff add_cohorts');
  });
});

test("the project's migrations make what its schema says", async () => {
  const project = path.resolve(import.meta.dirname, '../../../prisma');
  const now = new Date('2026-01-02T03:04:05Z');
  expect(await writeMigration({ url, prismaFolder: project, name: 'differs', now })).toBeNull();
});
