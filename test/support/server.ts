import { openSync, closeSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { freePort } from '../../scripts/db/free-port';
import { startWebServer } from '../../scripts/start/web-server';
import { createTestDatabase } from './test-databases';
import { TEST_SECRET } from './test-secret';

export type TestApp = {
  /** Without a slash at the end. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Moves the server's clock: milliseconds to add to the real time, from the next request on. */
  readonly setClock: (offset: number) => Promise<void>;
  /** What the server wrote so far. */
  readonly log: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the production build on a free port with a database of its own, in which the course is
 * loaded. For the project "browser" (test/e2e). Call `stop` in afterAll.
 *
 * @param env further variables, e.g. SMTP_URL
 */
export async function startApp(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const root = path.resolve(import.meta.dirname, '../..');
  const folder = await mkdtemp(path.join(tmpdir(), 'drydock-app-'));
  const clockFile = path.join(folder, 'clock');
  const logFile = path.join(folder, 'log');
  await writeFile(clockFile, '0');
  const database = await createTestDatabase(inject('databaseServer'), { course: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const output = openSync(logFile, 'w');
  const web = await startWebServer(
    root,
    {
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '',
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: TEST_SECRET,
      NEXTAUTH_URL: url,
      DRYDOCK_DATA_DIR: folder,
      DRYDOCK_TEST_CLOCK_FILE: clockFile,
      ...env,
    },
    output,
  );
  closeSync(output);
  return {
    url,
    databaseUrl: database.url,
    setClock: (offset) => writeFile(clockFile, String(offset)),
    log: () => readFile(logFile, 'utf8'),
    stop: async () => {
      await web.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
