import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../db/free-port';
import { migrate } from '../db/migrate';
import { startTemporaryCluster } from '../db/temporary-cluster';
import { buildApp } from '../prepare/build-app';
import { generateClient } from '../prepare/generate-client';
import { loadCourse } from '../prepare/load-course';
import { startWebServer } from '../start/web-server';
import { step } from '../support/say.mjs';

/** Settings with which the pages for signing in by mail are there; no scene sends one. */
export const mailIsOn = { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'drydock@example.com' };

/** Takes something down again; called in the opposite order of their making. */
export type Closer = () => Promise<void>;

/**
 * Brings up the production build on a database that is there for this command only, with the course loaded. This
 * process's environment names both, so that lib/server can be imported afterwards.
 *
 * @param closers gets what takes everything down, as it comes up
 * @returns the app's address, without a slash at the end
 */
export async function startScratchApp(root: string, closers: Closer[]): Promise<string> {
  await generateClient(root);
  const folder = await mkdtemp(path.join(tmpdir(), 'drydock-screenshots-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const cluster = await step('Starting a database for this command', startTemporaryCluster);
  closers.push(cluster.remove);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    DATABASE_URL: cluster.url('postgres'),
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    NEXTAUTH_URL: url,
    DRYDOCK_DATA_DIR: folder,
    PORT: String(port),
    HOST: '',
    ...mailIsOn,
  };
  Object.assign(process.env, environment);
  await migrate(environment.DATABASE_URL, path.join(root, 'prisma/migrations'));
  await step('Loading the course', () => loadCourse(root, environment));
  await buildApp(root);
  const logFile = path.join(folder, 'log');
  const output = openSync(logFile, 'w');
  const web = await startWebServer(root, { NODE_ENV: 'production', ...environment }, output);
  closeSync(output);
  closers.push(web.stop, async () => {
    const lines = (await readFile(logFile, 'utf8')).split('\n');
    const errors = lines.filter((line) => /error|⨯/i.test(line));
    if (errors.length > 0) console.log(`The web server met errors:\n${errors.join('\n')}`);
  });
  return url;
}
