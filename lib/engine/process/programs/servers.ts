import { Recent } from '../../../kernel/recent';
import { resolvePath } from '../../files/path';
import { logStamp } from '../log-stamp';
import { success, type Program, type ProgramCall, type ProgramOutcome } from '../program';
import { serverOf, serversIn } from '../servers';
import { apachePrograms } from './apache';
import { interpreterPrograms } from './interpreters';
import { fail, optionsOf } from './options';
import { packagedVersion } from './packaged-version';
import { postgresPrograms } from './postgres';
import { redisCli } from './redis-cli';
import { workersOf } from './workers';

/** The first worker of nginx's image: its entry point has run some two dozen programs before. */
const AFTER_ENTRYPOINT = 29;

/** The workers of an nginx that is the first process of its container. */
const firstWorkers = (serverOf('nginx').workers?.titles ?? []).map(
  (_, index) => AFTER_ENTRYPOINT + index,
);

/** What an nginx says when it begins, without the time and its number. */
const nginxNotices = new Recent<readonly string[]>(50);

const nginx: Program = (call) => {
  const version = call.env['NGINX_VERSION'] ?? packagedVersion(call, 'nginx', { ubuntu: 'Ubuntu' });
  const packaged = call.env['NGINX_VERSION'] === undefined;
  if (call.argv.includes('-v')) {
    call.error(`nginx version: nginx/${version}\n`);
    return success;
  }
  if (call.argv.includes('-t')) {
    call.error(
      'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\nnginx: configuration file /etc/nginx/nginx.conf test is successful\n',
    );
    return success;
  }
  const server = packaged ? `packaged-nginx=${version}` : 'nginx';
  if (!call.argv.some((word) => word.includes('daemon off')))
    return { kind: 'serve', server, letsGo: call.host.newPid(), workers: workersOf(call, server) };
  if (packaged) return { kind: 'serve', server, workers: workersOf(call, server) };
  const { kernel } = call.host;
  const files = call.host.limit('nofile') ?? 1_048_576;
  const workers = call.pid === 1 ? firstWorkers : workersOf(call, 'nginx');
  const notices = nginxNotices.get(`${version} ${kernel} ${files} ${workers[0] ?? ''}`, () =>
    [
      'using the "epoll" event method',
      `nginx/${version}`,
      'built by gcc 12.2.0 (Debian 12.2.0-14) ',
      `OS: Linux ${kernel}`,
      `getrlimit(RLIMIT_NOFILE): ${files}:${files}`,
      'start worker processes',
      ...workers.map((worker) => `start worker process ${worker}`),
    ].map((text) => `${text}\n`),
  );
  const start = `${logStamp(call.host.now)} [notice] ${call.pid}#${call.pid}: `;
  for (const notice of notices) call.error(start + notice);
  return { kind: 'serve', server, workers };
};

const redis: Program = (call) => {
  const version = call.env['REDIS_VERSION'] ?? '7.4.0';
  if (call.argv.includes('--version') || call.argv.includes('-v')) {
    call.out(`Redis server v=${version} sha=00000000:0 malloc=jemalloc-5.3.0 bits=64\n`);
    return success;
  }
  call.out(
    `1:C * oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo\n1:C * Redis version=${version}, bits=64, commit=00000000, modified=0, pid=1, just started\n1:M * Ready to accept connections tcp\n`,
  );
  return { kind: 'serve', server: 'redis' };
};

const ASKS_VERSION = /^(?:-V|--version)$/;

/** `mysql` and `mysqld`: the version that the image names. */
function mysqlVersion(call: ProgramCall, name: string): ProgramOutcome {
  const version = /^[\d.]+/.exec(call.env['MYSQL_VERSION'] ?? '')?.[0] ?? '9.0.1';
  call.out(`${name}  Ver ${version} for Linux on x86_64 (MySQL Community Server - GPL)\n`);
  return success;
}

const mysqld: Program = (call) => {
  const { env } = call;
  if (ASKS_VERSION.test(call.argv[1] ?? '')) return mysqlVersion(call, '/usr/sbin/mysqld');
  if (
    env['MYSQL_ROOT_PASSWORD'] ??
    env['MYSQL_ALLOW_EMPTY_PASSWORD'] ??
    env['MYSQL_RANDOM_ROOT_PASSWORD']
  ) {
    call.out('[Note] [Entrypoint]: MySQL init process done. Ready for start up.\n');
    call.error('[System] [MY-010931] [Server] /usr/sbin/mysqld: ready for connections.\n');
    return { kind: 'serve', server: 'mysql' };
  }
  call.error(
    '[ERROR] [Entrypoint]: Database is uninitialized and password option is not specified\n    You need to specify one of the following as an environment variable:\n    - MYSQL_ROOT_PASSWORD\n    - MYSQL_ALLOW_EMPTY_PASSWORD\n    - MYSQL_RANDOM_ROOT_PASSWORD\n',
  );
  return { kind: 'exit', code: 1 };
};

const httpEcho: Program = (call) => {
  const flag = call.argv.find((arg) => /^-?-text=/.test(arg));
  const text = flag ? flag.slice(flag.indexOf('=') + 1) : (call.env['ECHO_TEXT'] ?? '');
  if (text === '') {
    call.error('Missing -text option!\n');
    return { kind: 'exit', code: 127 };
  }
  call.error('[INFO] server is listening on :5678\n');
  return { kind: 'serve', server: 'http-echo' };
};

const java: Program = (call) => {
  if (call.argv.some((arg) => /^-?-version$/.test(arg))) {
    call.error(
      'openjdk version "17.0.2" 2022-01-18\nOpenJDK Runtime Environment (build 17.0.2+8-86)\nOpenJDK 64-Bit Server VM (build 17.0.2+8-86, mixed mode, sharing)\n',
    );
    return success;
  }
  const jar = call.argv[call.argv.indexOf('-jar') + 1];
  if (!call.argv.includes('-jar') || jar === undefined) {
    call.out('Usage: java [options] <mainclass> [args...]\n');
    return { kind: 'exit', code: 1 };
  }
  const path = jar.startsWith('/') ? jar : `${call.cwd === '/' ? '' : call.cwd}/${jar}`;
  if (!call.host.files.get(path)) {
    call.error(`Error: Unable to access jarfile ${jar}\n`);
    return { kind: 'exit', code: 1 };
  }
  return { kind: 'serve', server: 'java' };
};

export const serverPrograms: Readonly<Record<string, Program>> = {
  nginx,
  ...apachePrograms,
  'redis-server': redis,
  'redis-cli': redisCli,
  mysqld,
  mysql: (call) =>
    ASKS_VERSION.test(call.argv[1] ?? '')
      ? mysqlVersion(call, 'mysql')
      : fail(call, 'asking the database is not simulated here'),
  'http-echo': httpEcho,
  'busybox-httpd': (call) => {
    const options = optionsOf(call, 'pchurmde');
    const [folder = '.', address = '80'] = [options.value('h'), options.value('p')];
    const port = /^(?:.*:)?(\d{1,5})$/.exec(address)?.[1];
    if (port === undefined || Number(port) > 65_535) return fail(call, `bad address '${address}'`);
    const path = resolvePath(call.cwd, folder);
    if (call.host.files.get(path)?.kind !== 'directory')
      return fail(call, `can't change directory to '${folder}': No such file or directory`);
    const taken = call.host
      .processes()
      .flatMap(({ activity }) => serversIn(activity))
      .some((server) => serverOf(server).ports.includes(Number(port)));
    if (taken) return fail(call, 'bind: Address already in use');
    const outcome = { kind: 'serve', server: `busybox-httpd@${port}:${path}` } as const;
    return options.has('f') ? outcome : { ...outcome, letsGo: call.host.newPid() };
  },
  registry: (call) => {
    if (call.argv[1] !== '--version') return { kind: 'serve', server: 'registry' };
    call.out('registry github.com/docker/distribution 2.8.3\n');
    return success;
  },
  java,
  ...interpreterPrograms,
  ...postgresPrograms,
};
