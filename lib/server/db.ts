import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { env } from './env';
import { PrismaClient } from './generated/client';
import { log } from './log';
import { oneQueryAtATime } from './one-query-at-a-time';

/** Kept on the process, so that a hot reload of this module does not open a second pool. */
const kept: typeof globalThis & { drydockPool?: pg.Pool; drydockClient?: PrismaClient } =
  globalThis;

/** The connections of this process, for the hand-written statements of the hot paths. */
export function pool(): pg.Pool {
  if (kept.drydockPool !== undefined) return kept.drydockPool;
  const made = new pg.Pool({ connectionString: env().DATABASE_URL, max: 10 });
  // An idle connection that breaks (Postgres restarted) is replaced by the pool; it only needs telling. The error itself
  // carries the whole connection with every statement that it has prepared.
  made.on('error', ({ message }) => {
    log.warn({ reason: message }, 'an idle database connection was lost');
  });
  made.on('connect', oneQueryAtATime);
  kept.drydockPool = made;
  return made;
}

/** Opens the pool at the first query and not at import: `next build` imports this without a database. */
const adapter: SqlDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => new PrismaPg(pool()).connect(),
};

/** The Prisma client of this process, over the same connections as `pool()`. */
export const db: PrismaClient = (kept.drydockClient ??= new PrismaClient({ adapter }));

/** Ends all connections. For commands and tests; the web server's end with its process. */
export async function disconnect(): Promise<void> {
  await db.$disconnect();
  const open = kept.drydockPool;
  delete kept.drydockPool;
  await open?.end();
}
