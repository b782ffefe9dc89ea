import type { FileEntry } from '../../filesystem';
import { join } from '../../files/path';
import { postgresStamp } from '../log-stamp';
import { success, type Program, type ProgramCall } from '../program';
import { serverOf, serversIn } from '../servers';
import { fail, optionsOf } from './options';
import { workersOf } from './workers';

const SOCKET = '/var/run/postgresql';

const versionOf = ({ env }: ProgramCall): string =>
  /^[\d.]+/.exec(env['PG_VERSION'] ?? '')?.[0] ?? '';

/** `16.3 (Debian 16.3-1.pgdg120+1)`; on Alpine it is built from source. */
function builtVersion(call: ProgramCall): string {
  const packaged = call.env['PG_VERSION'] ?? '';
  return packaged.includes('-') ? `${versionOf(call)} (Debian ${packaged})` : packaged;
}

function asksVersion(call: ProgramCall): boolean {
  if (!/^(?:-V|--version)$/.test(call.argv[1] ?? '')) return false;
  const [name = ''] = call.argv[0]?.split('/').slice(-1) ?? [];
  call.out(`${name} (PostgreSQL) ${builtVersion(call)}\n`);
  return true;
}

/** What a server of this process number says when it begins, up to where it listens. */
function startLines(call: ProgramCall, pid: number, listens: readonly string[]): string {
  const stamp = postgresStamp(call.host.now, pid);
  const compiler = builtVersion(call).includes('Debian')
    ? 'x86_64-pc-linux-gnu, compiled by gcc (Debian 12.2.0-14) 12.2.0, 64-bit'
    : 'x86_64-pc-linux-musl, compiled by gcc (Alpine 13.2.1_git20240309) 13.2.1 20240309, 64-bit';
  return [
    `starting PostgreSQL ${builtVersion(call)} on ${compiler}`,
    ...listens.map((place) => `listening on ${place}`),
    `listening on Unix socket "${SOCKET}/.s.PGSQL.5432"`,
    `database system was shut down at ${stamp.slice(0, 19)} UTC`,
    'database system is ready to accept connections',
  ]
    .map((line) => `${stamp}${line}\n`)
    .join('');
}

/** `initdb`: makes the files of a cluster, owned by who runs the server. */
const initdb: Program = (call) => {
  if (asksVersion(call)) return success;
  const folder = optionsOf(call, 'D').value('D') ?? call.env['PGDATA'] ?? '';
  const { files } = call.host;
  call.out(
    `The files belonging to this database system will be owned by user "postgres".\nThis user must also own the server process.\n\nThe database cluster will be initialized with locale "en_US.utf8".\nThe default database encoding has accordingly been set to "UTF8".\nThe default text search configuration will be set to "english".\n\nData page checksums are disabled.\n\nfixing permissions on existing directory ${folder} ... ok\ncreating subdirectories ... ok\nselecting dynamic shared memory implementation ... posix\nselecting default max_connections ... 100\nselecting default shared_buffers ... 128MB\nselecting default time zone ... Etc/UTC\ncreating configuration files ... ok\nrunning bootstrap script ... ok\nperforming post-bootstrap initialization ... ok\nsyncing data to disk ... ok\n\n\nSuccess. You can now start the database server using:\n\n    pg_ctl -D ${folder} -l logfile start\n\n`,
  );
  const { uid = 0, gid = 0 } = files.get(folder) ?? {};
  const put = (name: string, entry: FileEntry): void =>
    files.put(join(folder, name), { ...entry, uid, gid });
  for (const name of ['base', 'global', 'pg_wal']) put(name, { kind: 'directory', mode: 0o700 });
  put('PG_VERSION', {
    kind: 'text',
    text: `${versionOf(call).split('.')[0] ?? ''}\n`,
    mode: 0o600,
  });
  put('base/1', { kind: 'zeros', size: 23_000_000, mode: 0o600 });
  put('pg_wal/000000010000000000000001', { kind: 'zeros', size: 16_777_216, mode: 0o600 });
  for (const name of ['pg_hba.conf', 'postgresql.conf'])
    put(name, { kind: 'text', text: `# ${name}\n`, mode: 0o600 });
  return { kind: 'sleep', milliseconds: 800, code: 0 };
};

/** `pg_ctl start` and `stop`, as the entry point calls them to run what it finds in its folder of scripts. */
const pgCtl: Program = (call) => {
  if (asksVersion(call)) return success;
  const pid = call.host.newPid();
  const stamp = postgresStamp(call.host.now, pid);
  const said = call.argv.includes('stop')
    ? `waiting for server to shut down....${stamp}received fast shutdown request\n${stamp}aborting any active transactions\n${stamp}shutting down\n${stamp}database system is shut down\n done\nserver stopped\n`
    : `waiting for server to start....${startLines(call, pid, [])} done\nserver started\n`;
  call.out(said);
  return { kind: 'sleep', milliseconds: 150, code: 0 };
};

const postgres: Program = (call) => {
  if (asksVersion(call)) return success;
  const stamped = startLines(call, call.pid, [
    'IPv4 address "0.0.0.0", port 5432',
    'IPv6 address "::", port 5432',
  ]);
  call.error(stamped);
  return { kind: 'serve', server: 'postgres', workers: workersOf(call, 'postgres') };
};

/** Whether a server answers: beside it through its socket, or at `-h HOST`. */
function answers({ host }: ProgramCall, name: string | undefined, port: number): boolean {
  if (name === undefined || name.startsWith('/'))
    return host
      .processes()
      .flatMap(({ activity }) => serversIn(activity))
      .some((server) => server === 'postgres' && serverOf(server).ports.includes(port));
  const address = host.resolve(name);
  return address !== null && host.fetch(address, port, '/').kind === 'silent';
}

const pgIsReady: Program = (call) => {
  if (asksVersion(call)) return success;
  const options = optionsOf(call, 'dhptU');
  const [name, port] = [options.value('h'), options.value('p') ?? '5432'];
  const isThere = answers(call, name, Number(port));
  if (!options.has('q'))
    call.out(`${name ?? SOCKET}:${port} - ${isThere ? 'accepting connections' : 'no response'}\n`);
  return { kind: 'exit', code: isThere ? 0 : 2 };
};

/** `psql`: whether there is a server; what it keeps is not simulated. */
const psql: Program = (call) => {
  if (asksVersion(call)) return success;
  const options = optionsOf(call, 'cdfhpUv');
  const [name, port] = [options.value('h'), options.value('p') ?? '5432'];
  if (answers(call, name, Number(port)))
    return fail(call, 'asking the database is not simulated here');
  if (name === undefined || name.startsWith('/'))
    return fail(
      call,
      `error: connection to server on socket "${name ?? SOCKET}/.s.PGSQL.${port}" failed: No such file or directory\n\tIs the server running locally and accepting connections on that socket?`,
      2,
    );
  const address = call.host.resolve(name);
  return fail(
    call,
    address === null
      ? `error: could not translate host name "${name}" to address: Name or service not known`
      : `error: connection to server at "${name}" (${address}), port ${port} failed: Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?`,
    2,
  );
};

/** PostgreSQL's server and the programs around it, as the official image has them. */
export const postgresPrograms: Readonly<Record<string, Program>> = {
  initdb,
  pg_ctl: pgCtl,
  pg_isready: pgIsReady,
  postgres,
  psql,
};
