import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDataFolder } from '../../scripts/db/data-folder';
import { prepareBinaries } from '../../scripts/db/binaries';
import { freePort } from '../../scripts/db/free-port';
import { findPostmaster } from '../../scripts/db/postmaster';
import { postgresUser } from '../../scripts/db/system-user';
import { proofFolder } from '../../scripts/prove/prove-in-parallel';

const root = path.resolve(import.meta.dirname, '../..');

let dataFolder = '';
let port = 0;
let children: ChildProcess[] = [];

beforeEach(async () => {
  port = await freePort();
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
});
const makeDataFolder = async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'drydock-start-'));
};
const removeDataFolder = () => rm(dataFolder, { recursive: true, force: true });

type Run = {
  readonly child: ChildProcess;
  /** All it printed so far. */
  readonly output: () => string;
  readonly ready: Promise<void>;
  readonly exit: Promise<number | null>;
};

/** `npm start` without npm, on data and a port of its own, with the embedded Postgres. */
function start(env: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: '',
      NEXTAUTH_SECRET: '',
      DRYDOCK_DATA_DIR: dataFolder,
      PORT: String(port),
      ENGINE_PORT: 'off',
      ...env,
    },
  });
  children.push(child);
  let output = '';
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.endsWith(`Drydock is ready at http://localhost:${port}\n`)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => reject(new Error(`It ended before it was ready:\n${output}`)));
  });
  ready.catch(() => undefined); // some tests want it to end
  return { child, output: () => output, ready, exit };
}

/** Proving the whole course at the first start takes both processors, which other tests want as well. */
const FIRST_START = 480_000;

/** How the files of the proofs end that scripts/load-content.ts makes. */
const seedsOfAStart = '.24';

/** The kept proofs of a start by name, each with when it was made. */
async function keptProofs(): Promise<ReadonlyMap<string, number>> {
  const folder = proofFolder(root);
  const names = (await readdir(folder)).filter((name) => name.endsWith(seedsOfAStart));
  const made = async (name: string) => (await stat(path.join(folder, name))).mtimeMs;
  return new Map(await Promise.all(names.map(async (name) => [name, await made(name)] as const)));
}

async function postgresRuns(): Promise<boolean> {
  const user = postgresUser();
  const { major } = await prepareBinaries(user);
  const { cluster } = await openDataFolder(dataFolder, major, user);
  return (await findPostmaster(cluster))?.alive ?? false;
}

async function answers(): Promise<boolean> {
  return fetch(`http://localhost:${port}/`).then(
    (response) => response.ok,
    () => false,
  );
}

describe('npm start', { timeout: FIRST_START }, () => {
  // One for all: only the first start has to load the course.
  beforeAll(makeDataFolder);
  afterAll(removeDataFolder);

  test('takes kept proofs, serves, stops cleanly on Ctrl-C, and keeps its data for the next start', async () => {
    // The tests' own database was loaded from this course: all proofs are there. One is taken away.
    const lost = `paused-uses${seedsOfAStart}`;
    await rm(path.join(proofFolder(root), lost));
    const others = await keptProofs();
    expect(others.size).toBeGreaterThan(100);
    const first = start();
    await first.ready;
    const after = new Map(await keptProofs());
    expect(after.delete(lost)).toBe(true);
    expect(after).toEqual(others);
    expect(await answers()).toBe(true);
    expect(await postgresRuns()).toBe(true);
    first.child.kill('SIGINT');
    expect(await first.exit).toBe(0);
    expect(await answers()).toBe(false);
    expect(await postgresRuns()).toBe(false);

    const second = start();
    await second.ready;
    expect(await answers()).toBe(true);
    second.child.kill('SIGTERM');
    expect(await second.exit).toBe(0);
  });

  test('leaves nobody behind when it is killed, and starts again after that', async () => {
    const door = await freePort();
    const doorAnswers = () =>
      fetch(`http://localhost:${door}/_ping`).then(
        () => true,
        () => false,
      );
    const first = start({ ENGINE_PORT: String(door) });
    await first.ready;
    await expect.poll(doorAnswers, { timeout: 15_000 }).toBe(true);
    first.child.kill('SIGKILL');
    await first.exit;
    await expect.poll(answers, { timeout: 15_000 }).toBe(false);
    await expect.poll(doorAnswers, { timeout: 15_000 }).toBe(false);
    await expect.poll(postgresRuns, { timeout: 15_000 }).toBe(false);

    const second = start();
    await second.ready;
    expect(await answers()).toBe(true);
    second.child.kill('SIGINT');
    expect(await second.exit).toBe(0);
  });

  test('a second one on the same data is told who has them', async () => {
    const first = start();
    await first.ready;
    const second = start({ PORT: String(await freePort()) });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`process ${first.child.pid ?? 0}, started by "npm start"`);
    expect(await answers()).toBe(true);
    first.child.kill('SIGINT');
    expect(await first.exit).toBe(0);
  });
});

describe('npm start says in words what is in the way', () => {
  beforeEach(makeDataFolder);
  afterEach(removeDataFolder);

  const refused = async (env: Readonly<Record<string, string>> = {}) => {
    const run = start(env);
    expect(await run.exit).toBe(1);
    expect(run.output()).not.toMatch(/^\s+at /m);
    return run.output();
  };

  test('a busy port, and the next step', async () => {
    const other = createServer().listen(port);
    expect(await refused()).toContain(
      `Port ${port} is taken by another program.\n  Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
    other.close();
  });

  test('a foreign data folder, which stays as it is', async () => {
    await writeFile(path.join(dataFolder, 'thesis.txt'), 'mine');
    expect(await refused()).toContain('was not made by Drydock: it holds thesis.txt');
  });

  test('wrong variables, by name', async () => {
    const words = await refused({ NEXTAUTH_SECRET: 'short', SMTP_URL: 'smtp://localhost' });
    expect(words).toContain('NEXTAUTH_SECRET must have at least 32 characters');
    expect(words).toContain('MAIL_FROM is missing: SMTP_URL is set');
  });

  test('a DATABASE_URL where nobody answers', async () => {
    const nobody = await freePort();
    const words = await refused({
      DATABASE_URL: `postgresql://me:secret@127.0.0.1:${nobody}/drydock`,
    });
    expect(words).toContain(`The Postgres at DATABASE_URL (127.0.0.1:${nobody}) does not answer`);
    expect(words).not.toContain('secret');
  });
});
