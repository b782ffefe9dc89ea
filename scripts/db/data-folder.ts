import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Problem } from '../support/problem.mjs';
import { SYSTEM_FOLDER } from './binaries';
import { type SystemUser, canReach } from './system-user';

const MARKER = 'drydock.json';
const Marker = z.object({
  application: z.literal('drydock'),
  postgres: z.number().int(),
  /** The cluster's folder: inside the data folder, or under SYSTEM_FOLDER (see docs/operations.md). */
  cluster: z.string(),
});

/** A data folder that is known to be ours. Paths are absolute. */
export type DataFolder = {
  readonly folder: string;
  readonly cluster: string;
  readonly password: string;
};

/** The data folder of this checkout: DRYDOCK_DATA_DIR, or `.data` beside package.json. */
export function dataFolderPath(root: string, environment: NodeJS.ProcessEnv): string {
  return path.resolve(root, environment['DRYDOCK_DATA_DIR'] || '.data');
}

/**
 * Opens the data folder for an embedded Postgres, making it when it is missing or empty.
 *
 * @throws Problem when the folder holds something else, or rows of another Postgres version
 */
export async function openDataFolder(
  folder: string,
  postgres: number,
  user: SystemUser | null,
): Promise<DataFolder> {
  await makeFolder(folder);
  const marker = (await readMarker(folder)) ?? (await claim(folder, postgres, user));
  if (marker.postgres !== postgres)
    throw new Problem(
      `The data in ${folder} were written by Postgres ${marker.postgres}; this Drydock brings Postgres ${postgres}.`,
      'Follow "Upgrade" in docs/operations.md, or start with an empty folder: DRYDOCK_DATA_DIR=another-folder npm start',
    );
  return {
    folder,
    cluster: path.resolve(folder, marker.cluster),
    password: await keepSecret(folder, 'postgres-password'),
  };
}

/** Makes the folder itself; secrets inside it have modes of their own. */
export async function makeFolder(folder: string): Promise<void> {
  const existed = existsSync(folder);
  await mkdir(folder, { recursive: true });
  // Another account (postgres, when we are root) must be able to pass through, but not to look.
  if (!existed) await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** Reads a secret of the data folder, making it (32 random bytes, mode 0600) when it is missing. */
export async function keepSecret(folder: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  if (existsSync(file)) {
    const kept = (await readFile(file, 'utf8')).trim();
    if (kept !== '') return kept;
  }
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return secret;
}

async function readMarker(folder: string): Promise<z.infer<typeof Marker> | null> {
  const file = path.join(folder, MARKER);
  if (!existsSync(file)) {
    const OURS = new Set([
      'lock',
      'nextauth-secret',
      'engine-port',
      'postgres-password',
      'postgres.log',
    ]);
    const strangers = (await readdir(folder)).filter(
      (name) => !OURS.has(name) && !name.startsWith('postgres-new-'),
    );
    if (strangers.length === 0) return null;
    throw foreign(folder, `it holds ${strangers.slice(0, 3).join(', ')} and no ${MARKER}`);
  }
  const parsed = Marker.safeParse(parseJson(await readFile(file, 'utf8')));
  if (!parsed.success) throw foreign(folder, `its ${MARKER} is not Drydock's`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON is not ours; the caller says so
  }
}

function foreign(folder: string, why: string): Problem {
  return new Problem(
    `The folder ${folder} was not made by Drydock: ${why}.`,
    'Move it away, or choose another folder: DRYDOCK_DATA_DIR=another-folder npm start',
  );
}

async function claim(folder: string, postgres: number, user: SystemUser | null) {
  const marker = {
    application: 'drydock' as const,
    postgres,
    cluster: await placeForCluster(folder, user),
  };
  await writeFile(path.join(folder, MARKER), `${JSON.stringify(marker, null, 2)}\n`);
  return marker;
}

/** `postgres` in the data folder; as root behind a private folder, a place that Postgres can reach. */
async function placeForCluster(folder: string, user: SystemUser | null): Promise<string> {
  if (user === null || canReach(folder, user)) return 'postgres';
  const place = path.join(SYSTEM_FOLDER, 'data', randomBytes(8).toString('hex'));
  await mkdir(place, { recursive: true });
  for (const part of [SYSTEM_FOLDER, path.dirname(place), place]) await chmod(part, 0o755);
  return path.join(place, 'postgres');
}
