import { dataFolderPath } from './data-folder';
import { joinEmbedded } from './embedded';

/**
 * Gives a command the database of this checkout: DATABASE_URL when it is set, else the embedded one
 * (the running server's, or one started for as long as `work` takes). DATABASE_URL is set in this
 * process meanwhile, so that lib/server can be imported inside `work`.
 *
 * @param command who we are, e.g. `npm run account`
 */
export async function withDatabase<T>(
  command: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const external = process.env['DATABASE_URL'];
  if (external !== undefined && external !== '') return work(external);
  const database = await joinEmbedded(dataFolderPath(process.cwd(), process.env), command);
  process.env['DATABASE_URL'] = database.url;
  try {
    return await work(database.url);
  } finally {
    delete process.env['DATABASE_URL'];
    await database.close();
  }
}
