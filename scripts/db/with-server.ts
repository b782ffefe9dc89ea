import { existsSync } from 'node:fs';
import { Problem } from '../support/problem.mjs';
import { dataFolderPath, keepSecret, makeFolder } from './data-folder';
import { withDatabase } from './with-database';

/** Nothing has been made ready here: no database client, no tables, or no course in them. */
export const unprepared = new Problem(
  'This Drydock has not been prepared yet.',
  'Run npm start once, then this command again.',
);

/** Prisma's code for a table that does not exist. */
const lacksTables = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2021';

/**
 * Gives a command all that lib/server needs: the database of this checkout and the secret that `npm start` keeps in the data folder, unless the environment has one. lib/server reads its settings
 * at import, so `work` imports it.
 *
 * @param command who we are, e.g. `npm run account`
 * @param missing what is said where this checkout has not been prepared
 * @throws Problem when this checkout has not been prepared
 */
export async function withServer<T>(
  command: string,
  work: () => Promise<T>,
  missing: Problem = unprepared,
): Promise<T> {
  if (!process.env['NEXTAUTH_SECRET']) {
    const folder = dataFolderPath(process.cwd(), process.env);
    await makeFolder(folder);
    process.env['NEXTAUTH_SECRET'] = await keepSecret(folder, 'nextauth-secret');
  }
  if (!existsSync('lib/server/generated/client.ts')) throw missing;
  try {
    return await withDatabase(command, work);
  } catch (error) {
    throw lacksTables(error) ? missing : error;
  }
}
