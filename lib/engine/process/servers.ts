import type { ProcessHost } from './host';
import { logStamp, postgresStamp } from './log-stamp';
import type { Activity } from './process';

/** What a server does when a signal arrives. `exits: null`: it goes on. */
export interface Reaction {
  readonly exits: number | null;
  readonly says?: {
    readonly stream: 'stdout' | 'stderr';
    readonly text: (host: ProcessHost, workers: readonly number[]) => string;
  };
}

/** A program that runs until it is told to stop. */
export interface Server {
  /** Signals it handles; the others do what the kernel does. */
  readonly signals: Readonly<Record<string, Reaction>>;
  /** Ports that it listens on inside the container. */
  readonly ports: readonly number[];
  /** What it calls itself, as `ps` shows it; without it its words stay. */
  readonly title?: (argv: readonly string[]) => string;
  /** The number of the user that it becomes, where it was started by root. */
  readonly user?: string;
  /** The processes that it begins, each with what it calls itself; null: with the same words. */
  readonly workers?: {
    readonly titles: readonly (string | null)[];
    readonly user: string;
    readonly threads: number;
  };
  /** Bytes of memory that it holds, and the tasks that the kernel counts for it and its workers. */
  readonly memory: number;
  readonly tasks: number;
  /** It asks for every child that has ended, those that fall to it too. */
  readonly reaps?: true;
  /** The folder whose files it serves over HTTP (`index`: what it shows of a folder that has no `index.html`), or a fixed text. */
  readonly serves:
    | {
        readonly kind: 'folder';
        readonly path: string;
        readonly index?: string;
        /** A folder without an index is listed. */
        readonly lists?: true;
      }
    | { readonly kind: 'environment'; readonly name: string }
    /** A registry's API. */
    | { readonly kind: 'registry' }
    | null;
}

const MiB = 1024 * 1024;
const nginxWorkers = ['nginx: worker process', 'nginx: worker process'];
const quits = (code: number): Reaction => ({ exits: code });
const goesOn: Reaction = { exits: null };

/** nginx ends, its workers first; each says so in the log. What it said last is kept: the same workers end at the same second in all engines of a question. */
function nginxEnds(received: string, first: readonly string[]): Reaction {
  const last = [...first, 'exiting', 'exit'];
  const textAt = (stamp: string, workers: readonly number[]): string => {
    const start = `${stamp} [notice] `;
    let said = `${start}1#1: signal ${received}\n`;
    for (const pid of workers) for (const what of last) said += `${start}${pid}#${pid}: ${what}\n`;
    for (const pid of workers)
      said +=
        `${start}1#1: signal 17 (SIGCHLD) received from ${pid}\n` +
        `${start}1#1: worker process ${pid} exited with code 0\n`;
    return `${said}${start}1#1: exit\n`;
  };
  let [known, by, told] = ['', [] as readonly number[], ''];
  const text = ({ now }: ProcessHost, workers: readonly number[]): string => {
    const stamp = logStamp(now);
    if (stamp !== known || workers !== by)
      [known, by, told] = [stamp, workers, textAt(stamp, workers)];
    return told;
  };
  return { exits: 0, says: { stream: 'stderr', text } };
}

/** PostgreSQL ends: what it says of it. */
function postgresEnds(manner: 'fast' | 'smart' | 'immediate'): Reaction {
  const text = ({ now }: ProcessHost): string => {
    const stamp = postgresStamp(now, 1);
    const first = `${stamp}received ${manner} shutdown request\n`;
    return manner === 'immediate'
      ? `${first}${stamp}database system is shut down\n`
      : `${first}${manner === 'fast' ? `${stamp}aborting any active transactions\n` : ''}${stamp}shutting down\n${stamp}checkpoint starting: shutdown immediate\n${stamp}database system is shut down\n`;
  };
  return { exits: 0, says: { stream: 'stderr', text } };
}

const servers: Readonly<Record<string, Server>> = {
  nginx: {
    signals: {
      TERM: nginxEnds('15 (SIGTERM) received, exiting', []),
      INT: nginxEnds('2 (SIGINT) received, exiting', []),
      QUIT: nginxEnds('3 (SIGQUIT) received, shutting down', ['gracefully shutting down']),
      HUP: goesOn,
      USR1: goesOn,
      USR2: goesOn,
      WINCH: goesOn,
    },
    ports: [80],
    title: (argv) => `nginx: master process ${argv.join(' ')}`,
    workers: { titles: nginxWorkers, user: '101', threads: 1 },
    memory: Math.round(7.4 * MiB),
    tasks: 3,
    reaps: true,
    serves: { kind: 'folder', path: '/usr/share/nginx/html' },
  },
  /** The nginx of a distribution's package: it writes its log into files. */
  'packaged-nginx': {
    signals: { TERM: quits(0), INT: quits(0), QUIT: quits(0), HUP: goesOn, USR1: goesOn },
    ports: [80],
    title: (argv) => `nginx: master process ${argv.join(' ')}`,
    workers: { titles: nginxWorkers, user: '33', threads: 1 },
    memory: Math.round(5.1 * MiB),
    tasks: 3,
    serves: { kind: 'folder', path: '/var/www/html', index: 'index.nginx-debian.html' },
  },
  httpd: {
    signals: { TERM: quits(0), INT: quits(0), WINCH: quits(0), HUP: goesOn, USR1: goesOn },
    ports: [80],
    workers: { titles: [null, null, null], user: '33', threads: 27 },
    memory: Math.round(21.6 * MiB),
    tasks: 82,
    reaps: true,
    serves: { kind: 'folder', path: '/usr/local/apache2/htdocs' },
  },
  /** The Apache of a distribution's package: it writes its log into files. */
  'packaged-httpd': {
    signals: { TERM: quits(0), INT: quits(0), WINCH: quits(0), HUP: goesOn, USR1: goesOn },
    ports: [80],
    workers: { titles: [null, null], user: '33', threads: 27 },
    memory: Math.round(6.2 * MiB),
    tasks: 55,
    serves: { kind: 'folder', path: '/var/www/html' },
  },
  redis: {
    signals: {
      TERM: {
        exits: 0,
        says: {
          stream: 'stdout',
          text: () =>
            '1:signal-handler Received SIGTERM scheduling shutdown...\n1:M * User requested shutdown...\n1:M * Saving the final RDB snapshot before exiting.\n1:M * DB saved on disk\n1:M # Redis is now ready to exit, bye bye...\n',
        },
      },
      INT: quits(0),
      HUP: goesOn,
    },
    title: ([word = '']) => `${word} *:6379`,
    user: '999',
    ports: [6379],
    memory: Math.round(3.6 * MiB),
    tasks: 6,
    serves: null,
  },
  mysql: {
    signals: { TERM: quits(0), INT: goesOn, HUP: goesOn },
    user: '999',
    ports: [3306, 33060],
    memory: Math.round(353 * MiB),
    tasks: 38,
    serves: null,
  },
  'http-echo': {
    signals: { TERM: quits(0), INT: quits(0) },
    ports: [5678],
    memory: Math.round(2.1 * MiB),
    tasks: 5,
    serves: { kind: 'environment', name: 'ECHO_TEXT' },
  },
  registry: {
    signals: { TERM: quits(2), INT: quits(2) },
    ports: [5000],
    memory: Math.round(8.9 * MiB),
    tasks: 8,
    serves: { kind: 'registry' },
  },
  /** busybox's small web server. */
  'busybox-httpd': {
    signals: { TERM: quits(0), QUIT: quits(0), INT: quits(0), WINCH: quits(0) },
    ports: [80],
    memory: Math.round(0.7 * MiB),
    tasks: 2,
    serves: { kind: 'folder', path: '/usr/share/nginx/html' },
  },
  java: {
    signals: { TERM: quits(143), INT: quits(130), HUP: quits(129) },
    ports: [8080],
    memory: Math.round(180 * MiB),
    tasks: 31,
    serves: null,
  },
  /** `python -m http.server`, which as the first process of a container does not know SIGTERM. */
  python: {
    signals: { INT: quits(0) },
    ports: [8000],
    memory: Math.round(12.4 * MiB),
    tasks: 1,
    serves: { kind: 'folder', path: '', lists: true },
  },
  postgres: {
    signals: {
      INT: postgresEnds('fast'),
      TERM: postgresEnds('smart'),
      QUIT: postgresEnds('immediate'),
      HUP: goesOn,
    },
    user: '999',
    workers: {
      titles: [
        'checkpointer ',
        'background writer ',
        'walwriter ',
        'autovacuum launcher ',
        'logical replication launcher ',
      ].map((name) => `postgres: ${name}`),
      user: '999',
      threads: 1,
    },
    ports: [5432],
    memory: Math.round(38.6 * MiB),
    tasks: 6,
    reaps: true,
    serves: null,
  },
};

/** A server by the name that its program gives; `name@8080:/folder` listens at that port and serves the files of that folder, `name=1.0` tells that version of itself. */
export function serverOf(name: string): Server {
  const [, base = '', port, folder] =
    /^([^@:=]*)(?:=[^@:]*)?(?:@(\d+))?(?::(.*))?$/s.exec(name) ?? [];
  const server = servers[base];
  if (!server) throw new Error(`unknown server: ${name}`);
  if (port === undefined && folder === undefined) return server;
  return {
    ...server,
    ...(port === undefined ? {} : { ports: [Number(port)] }),
    ...(folder === undefined
      ? {}
      : {
          serves: {
            ...(server.serves?.kind === 'folder' && server.serves),
            kind: 'folder',
            path: folder === '/' ? '' : folder,
          },
        }),
  };
}

/** Every server that an activity runs, those inside shells too. */
export function serversIn(activity: Activity): readonly string[] {
  if (activity.kind === 'serving') return [activity.server];
  if (activity.kind !== 'shell') return [];
  const { child, jobs } = activity.machine;
  return [child, ...jobs.map((job) => job.activity)].flatMap((each) =>
    each ? serversIn(each) : [],
  );
}
