import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { migrate } from '../db/migrate';
import { dataFolderPath, keepSecret, makeFolder } from '../db/data-folder';
import { type Database, startEmbedded } from '../db/embedded';
import { openExternal } from '../db/external';
import { buildApp } from '../prepare/build-app';
import { generateClient } from '../prepare/generate-client';
import { courseFingerprint, loadCourse } from '../prepare/load-course';
import { Problem } from '../support/problem.mjs';
import { step } from '../support/say.mjs';
import { startEngineDoor } from './engine-door';
import { assertPortIsFree } from './port';
import { checkSettings } from './settings';
import { askedToStop } from './stop-signal';
import { type WebServer, startWebServer } from './web-server';

/**
 * Brings everything up, serves until asked to stop, and takes everything down again in the opposite
 * order.
 *
 * @returns the exit code: 0 after Ctrl-C or a termination signal
 * @throws Problem when something the person can mend is in the way
 */
export async function start(root: string, mode: 'production' | 'development'): Promise<number> {
  const closers: (() => Promise<void>)[] = [];
  const serving = bringUp(root, mode, closers);
  const stopped = askedToStop();
  try {
    return await Promise.race([serving, stopped]);
  } finally {
    // What is still coming up when we are asked to stop fails because it is stopped; that is no news.
    serving.catch(() => undefined);
    for (const close of closers.reverse()) await close();
  }
}

async function bringUp(
  root: string,
  mode: 'production' | 'development',
  closers: (() => Promise<void>)[],
): Promise<number> {
  const settings = checkSettings(process.env);
  const command = mode === 'production' ? 'npm start' : 'npm run dev';
  await assertPortIsFree(settings.PORT, settings.HOST);
  await generateClient(root);

  const folder = dataFolderPath(root, process.env);
  await makeFolder(folder);
  const { url } = await step('Starting the database', () => {
    const opening =
      settings.DATABASE_URL === undefined
        ? startEmbedded(folder, command)
        : openExternal(settings.DATABASE_URL);
    closers.push(() => closeWhenOpen(opening));
    return opening;
  });
  await step('Bringing the database up to date', () => migrate(url, `${root}/prisma/migrations`));
  const environment = {
    NODE_ENV: mode,
    DATABASE_URL: url,
    NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? (await keepSecret(folder, 'nextauth-secret')),
    NEXTAUTH_URL: settings.NEXTAUTH_URL ?? `http://localhost:${settings.PORT}`,
    PORT: String(settings.PORT),
  };
  // Neither needs the other, and there are two processors nearly everywhere.
  const [, web] = await Promise.all([
    loadCourseOnce(root, environment, settings.DATABASE_URL === undefined ? folder : null),
    bringUpWeb(root, mode, environment, closers),
  ]);
  if (settings.ENGINE_PORT !== null)
    closers.push(startEngineDoor(root, settings.ENGINE_PORT, environment));
  console.log(`Drydock is ready at http://${visibleHost(settings.HOST)}:${web.port}`);
  await web.ended;
  throw new Problem(
    'The web server ended by itself.',
    `Its last words are above. Start again with ${command}; nothing that was stored is lost.`,
  );
}

/**
 * Loads the course unless these very files were loaded into this data folder before; an external
 * database knows by itself what it holds, at the price of asking it.
 */
async function loadCourseOnce(
  root: string,
  environment: Readonly<Record<string, string>>,
  dataFolder: string | null,
): Promise<void> {
  const stamp = dataFolder === null ? null : path.join(dataFolder, 'course-loaded');
  const wanted = await courseFingerprint(root);
  if (stamp !== null && existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  const flipped = await step('Loading the course (the first time every template is proved)', () =>
    loadCourse(root, environment),
  );
  for (const line of flipped) console.log(line);
  if (stamp !== null) await writeFile(stamp, wanted);
}

async function bringUpWeb(
  root: string,
  mode: 'production' | 'development',
  environment: Readonly<Record<string, string>>,
  closers: (() => Promise<void>)[],
): Promise<WebServer> {
  if (mode === 'production') await buildApp(root);
  const web = await step('Starting the web server', () => startWebServer(root, environment));
  closers.push(web.stop);
  return web;
}

async function closeWhenOpen(opening: Promise<Database>): Promise<void> {
  const database = await opening.catch(() => null); // what did not open told so where it was awaited
  await database?.close();
}

/** The name under which a browser on this machine finds us. */
function visibleHost(host: string | undefined): string {
  const everywhere = [undefined, '0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'];
  if (host === undefined || everywhere.includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
