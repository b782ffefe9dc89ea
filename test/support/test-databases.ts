import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** How a test process reaches the server on which its databases are made. */
export type DatabaseServer = {
  /** The address of a database that exists and may be used to make others. */
  readonly adminUrl: string;
  /** Begins the names of all databases of this run. */
  readonly prefix: string;
};

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> };

/** The migrated database that all others are copied from. */
export function templateName(server: DatabaseServer): string {
  return `${server.prefix}template`;
}

/** The migrated database with the course loaded; only the browser tests' setup makes it. */
export function courseTemplateName(server: DatabaseServer): string {
  return `${server.prefix}course`;
}

/** Copies a template: a fresh database of the latest schema, in about 50 ms. Empty, or with the course. */
export async function createTestDatabase(
  server: DatabaseServer,
  { course = false } = {},
): Promise<TestDatabase> {
  const name = `${server.prefix}${randomBytes(6).toString('hex')}`;
  const template = course ? courseTemplateName(server) : templateName(server);
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: databaseUrl(server, name),
    drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

export function databaseUrl(server: DatabaseServer, name: string): string {
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement outside of any test database. */
export async function onServer(server: DatabaseServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
