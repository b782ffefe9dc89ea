import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dataFolderPath, makeFolder } from '../db/data-folder';
import { withServer } from '../db/with-server';
import { Problem } from '../support/problem.mjs';
import { serveDoor } from './serve-door';

const unprepared = new Problem(
  'This Drydock has not been prepared yet.',
  'Run npm start once, then this command again; npm run engine -- --open needs no database.',
);

/**
 * Serves the sandboxes of the database, each at its keys, until asked to stop. Meanwhile the data folder says on which port, for the pages that tell
 * learners of it.
 * @throws Problem when the port is taken, or the database was never prepared
 */
export async function serveStored(port: number): Promise<number> {
  const serve = async () => {
    const [{ createDoor }, { StoredHost }, { PORT_FILE }, { log }, { disconnect }] =
      await Promise.all([
        import('@/lib/server/door/server'),
        import('@/lib/server/door/stored-host'),
        import('@/lib/server/door/door-sign'),
        import('@/lib/server/log'),
        import('@/lib/server/db'),
      ]);
    const report = (id: string, failure: unknown): void =>
      log.error({ id, err: failure }, 'the engine’s door has failed');
    const door = createDoor({ host: new StoredHost(), report });
    const folder = dataFolderPath(process.cwd(), process.env);
    await makeFolder(folder);
    try {
      return await serveDoor(door, port, '/<key>', (opened) =>
        writeDown(path.join(folder, PORT_FILE), opened),
      );
    } finally {
      await disconnect();
    }
  };
  return withServer('npm run engine', serve, unprepared);
}

/** Writes a port into a file; returns what takes it away again, unless another door has been opened since. */
async function writeDown(file: string, port: number): Promise<() => Promise<void>> {
  const text = `${port}\n`;
  await writeFile(file, text);
  return async () => {
    const last = await readFile(file, 'utf8').catch(() => null); // that other door has ended too
    if (last === text) await rm(file, { force: true });
  };
}
