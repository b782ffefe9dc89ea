import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * adapter-pg 7.10 with three of its habits mended for migrations: `executeScript` splits at every
 * `;`, which breaks dollar-quoted functions; its shadow database keeps the database of a connection
 * string; and it does not know the catalogue's type "char", without which no existing table can be
 * described.
 *
 * @returns the factory, and `close` for every connection that the engine left open
 */
export function migrationAdapter(url: string): {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  readonly close: () => Promise<void>;
} {
  const open = new Set<SqlDriverAdapter>();
  const connect = async (address: string, afterwards?: () => Promise<void>) => {
    const pool = catalogPool(address);
    const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
    const dispose = adapter.dispose.bind(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    const mended: SqlDriverAdapter = Object.assign(adapter, {
      executeScript: async (script: string) => {
        await pool.query(script).catch(throwForEngine);
      },
      queryRaw: async (query: Parameters<typeof queryRaw>[0]) => {
        const result = await queryRaw(query);
        return { ...result, columnTypes: result.columnTypes.map(letterInsteadOfMark) };
      },
      dispose: async () => {
        if (!open.delete(mended)) return;
        await dispose();
        await afterwards?.();
      },
    });
    open.add(mended);
    return mended;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: async () => {
      const name = `drydock_shadow_${randomUUID().replaceAll('-', '')}`;
      await execute(url, `CREATE DATABASE "${name}" TEMPLATE template0`);
      const shadow = new URL(url);
      shadow.pathname = `/${name}`;
      return connect(shadow.href, () => execute(url, `DROP DATABASE "${name}" WITH (FORCE)`));
    },
  };
  const close = async () => {
    for (const adapter of [...open]) await adapter.dispose();
  };
  return { factory, close };
}

const CHAR_OID = 18;
/** "char"[], which the engine never asks for and the adapter does know: our mark on the way through. */
const CHAR_ARRAY_OID = 1002;

/** A pool whose answers are marked where the adapter would give up. */
function catalogPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<Answer | Answer[]>;
  const marked = async (...input: unknown[]) => {
    const answer = await query(...input);
    for (const field of Array.isArray(answer) ? [] : answer.fields)
      if (field.dataTypeID === CHAR_OID) field.dataTypeID = CHAR_ARRAY_OID;
    return answer;
  };
  pool.query = marked as typeof pool.query; // its overloads cannot be written down in one signature
  return pool;
}

type Answer = Pick<pg.QueryResult, 'fields'>;

function letterInsteadOfMark(type: number): (typeof ColumnTypeEnum)[keyof typeof ColumnTypeEnum] {
  return (type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type) as 6;
}

/** Postgres's words in the form in which the engine repeats them. */
function throwForEngine(thrown: unknown): never {
  if (!(thrown instanceof pg.DatabaseError)) throw thrown;
  const { code, severity, message, detail, column, hint } = thrown;
  throw new DriverAdapterError({
    kind: 'postgres',
    code: code ?? '',
    severity: severity ?? '',
    message,
    detail,
    column,
    hint,
  });
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
