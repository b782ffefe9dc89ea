import type { PrismaClient } from '@/lib/server/generated/client';

/**
 * The database of this test file (project "database"): a fresh copy of the migrated template, dropped
 * after the file. It is the one that lib/server uses, too.
 */
export async function testDatabase(): Promise<{
  readonly url: string;
  readonly prisma: PrismaClient;
}> {
  const { db } = await import('@/lib/server/db');
  const url = process.env['DATABASE_URL'];
  if (url === undefined)
    throw new Error('Only tests under test/server and test/scripts have a database.');
  return { url, prisma: db };
}
