import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import path from 'node:path';
import { Problem, asProblem } from '../support/problem.mjs';
import type { Binaries } from './binaries';
import { freePort } from './free-port';
import { findPostmaster, stopPostmaster } from './postmaster';
import type { SystemUser } from './system-user';

/** The name of the role that owns everything in an embedded cluster. */
export const ROLE = 'drydock';

/** What it takes to run one cluster: the folder of its rows, who runs it, with which programs. */
export type ClusterPlan = {
  readonly folder: string;
  readonly logFile: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | null;
  /** Rows that need not survive the machine: no waiting for the disk. */
  readonly temporary: boolean;
};

export type RunningCluster = {
  readonly port: number;
  /** The address of one database of the cluster, password included. */
  readonly url: (database: string) => string;
  /** Ends all sessions, writes everything to disk, and resolves when the process is gone. */
  readonly stop: () => Promise<void>;
};

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const TEMPORARY_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts Postgres on a free loopback port, making the cluster first when the folder has none. A
 * server that an earlier, killed run left behind in the same folder is stopped before.
 *
 * @throws Problem for a full disk or a Postgres that does not come up
 */
export async function startCluster(plan: ClusterPlan): Promise<RunningCluster> {
  if (!existsSync(path.join(plan.folder, 'PG_VERSION'))) await createCluster(plan);
  await clearLeftovers(plan.folder);
  const port = await freePort();
  const child = launch(plan, port);
  await untilReady(child, plan);
  letGo(child);
  return {
    port,
    url: (database) => clusterUrl(port, plan.password, database),
    stop: () => stopPostmaster(plan.folder),
  };
}

/** The address of a database on a cluster of ours. */
export function clusterUrl(port: number, password: string, database: string): string {
  return `postgresql://${ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** initdb into a neighbour folder, renamed when it is whole: an interrupted one leaves no half. */
async function createCluster({ folder, password, binaries, user, temporary }: ClusterPlan) {
  const parent = path.dirname(folder);
  const workshop = await mkdtemp(path.join(parent, 'postgres-new-'));
  const rows = path.join(workshop, 'rows');
  const passwordFile = path.join(workshop, 'password');
  try {
    await mkdir(rows, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user !== null) {
      for (const file of [workshop, rows, passwordFile]) await chown(file, user.uid, user.gid);
      await chmod(workshop, 0o711);
    }
    const argv = [
      `--pgdata=${rows}`,
      `--username=${ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(temporary ? ['--no-sync'] : []),
    ];
    await run(path.join(binaries.folder, 'bin', 'initdb'), argv, user);
    await rm(folder, { recursive: true, force: true });
    await rename(rows, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

function run(program: string, argv: string[], user: SystemUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { ...(user ?? {}), cwd: '/', env: postgresEnvironment() });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          explain(`Postgres could not make its data folder (initdb ended with ${code}).`, output),
        );
    });
  });
}

/**
 * Runs Postgres, and tells it to stop cleanly when the pipe on its standard input ends: that is, also
 * when we are killed without a chance to stop it ourselves.
 */
const KEEPER = `
exec 3<&0
"$@" 3<&- </dev/null & server=$!
(read -r end <&3; kill -INT $server) & watcher=$!
wait $server; code=$?
kill $watcher 2>/dev/null
exit $code`;

function launch(plan: ClusterPlan, port: number): ChildProcess {
  const settings = { ...SETTINGS, ...(plan.temporary ? TEMPORARY_SETTINGS : {}) };
  const argv = [path.join(plan.binaries.folder, 'bin', 'postgres'), '-D', plan.folder];
  argv.push('-p', String(port));
  for (const [name, value] of Object.entries(settings)) argv.push('-c', `${name}=${value}`);
  const log = openSync(plan.logFile, 'w', 0o600);
  try {
    return spawn('/bin/sh', ['-c', KEEPER, 'postgres-keeper', ...argv], {
      ...(plan.user ?? {}),
      cwd: '/',
      env: postgresEnvironment(),
      stdio: ['pipe', log, log],
      // Ctrl-C reaches the whole foreground group; Postgres stops after the web server, not with it.
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

async function untilReady(child: ChildProcess, plan: ClusterPlan): Promise<void> {
  const ended: { reason: string | null } = { reason: null };
  child.on('error', (error) => (ended.reason = error.message));
  child.on('exit', (code, signal) => (ended.reason = `it ended with ${signal ?? String(code)}`));
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (ended.reason !== null)
      throw explain(`Postgres did not start: ${ended.reason}.`, await readLog(plan.logFile));
    const postmaster = await findPostmaster(plan.folder);
    if (postmaster?.alive === true && postmaster.ready) return;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  await stopPostmaster(plan.folder);
  throw explain('Postgres did not start within a minute.', await readLog(plan.logFile));
}

/** Neither the process nor the pipe to it keeps ours alive; both end with it. */
function letGo(child: ChildProcess): void {
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
}

async function clearLeftovers(folder: string): Promise<void> {
  const postmaster = await findPostmaster(folder);
  if (postmaster === null) return;
  if (postmaster.alive) await stopPostmaster(folder);
  await rm(path.join(folder, 'postmaster.pid'), { force: true });
}

async function readLog(file: string): Promise<string> {
  return existsSync(file) ? readFile(file, 'utf8') : '';
}

/** Only what Postgres needs: a PGDATA or PGPORT of the surroundings must not leak in. */
function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv;
}

function explain(what: string, output: string): Error {
  const full = asProblem(new Error(output));
  if (full !== null) return full;
  const tail = output.trim().split('\n').slice(-8).join('\n  ');
  return new Problem(what, `Postgres says:\n  ${tail}`);
}
