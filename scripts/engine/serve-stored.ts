import { existsSync } from 'node:fs';
import { dataFolderPath, keepSecret, makeFolder } from '../db/data-folder';
import { withDatabase } from '../db/with-database';
import { Problem } from '../support/problem.mjs';
import { serveDoor } from './serve-door';

/**
 * Serves the sandboxes of the database, each at its keys, until asked to stop.
 * @throws Problem when the port is taken, or the database was never prepared
 */
export async function serveStored(port: number): Promise<number> {
  if (!existsSync('lib/server/generated/client.ts'))
    throw new Problem(
      'This Drydock has not been prepared yet.',
      'Run npm start once, then this command again; npm run engine -- --open needs no database.',
    );
  if (!process.env['NEXTAUTH_SECRET']) {
    const folder = dataFolderPath(process.cwd(), process.env);
    await makeFolder(folder);
    process.env['NEXTAUTH_SECRET'] = await keepSecret(folder, 'nextauth-secret');
  }
  return withDatabase('npm run engine', async () => {
    const [{ createDoor }, { StoredHost }, { log }, { disconnect }] = await Promise.all([
      import('@/lib/server/door/server'),
      import('@/lib/server/door/stored-host'),
      import('@/lib/server/log'),
      import('@/lib/server/db'),
    ]);
    const report = (id: string, failure: unknown): void =>
      log.error({ id, err: failure }, 'the engine’s door has failed');
    try {
      return await serveDoor(createDoor({ host: new StoredHost(), report }), port, '/<key>');
    } finally {
      await disconnect();
    }
  });
}
