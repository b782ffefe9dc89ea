import type { ImageData } from '@/lib/engine';
import { accountsOf } from './accounts';
import { bookworm, folder, link, MB, PATH, program, script } from './base';
import { alpineBase } from './small';

const DATA = '/var/lib/postgresql/data';

/** Makes the files of a new cluster, unless the folder has some already (docker-library/postgres, docker-entrypoint.sh). */
const ENTRYPOINT = `#!/bin/sh
set -e
if [ "\${1#-}" != "$1" ]; then
  set -- postgres "$@"
fi
if [ "$1" = postgres ] && [ "$2" != -V ] && [ "$2" != --version ]; then
  if [ -s "$PGDATA/PG_VERSION" ]; then
    printf '\\nPostgreSQL Database directory appears to contain a database; Skipping initialization\\n\\n'
  elif [ -z "$POSTGRES_PASSWORD" ] && [ "$POSTGRES_HOST_AUTH_METHOD" != trust ]; then
    cat >&2 <<'EOE'
Error: Database is uninitialized and superuser password is not specified.
       You must specify POSTGRES_PASSWORD to a non-empty value for the
       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
       connections without a password. This is *not* recommended.

       See PostgreSQL documentation about "trust":
       https://www.postgresql.org/docs/current/auth-trust.html
EOE
    exit 1
  else
    mkdir -p "$PGDATA"
    chown postgres:postgres "$PGDATA"
    chmod 700 "$PGDATA"
    initdb -D "$PGDATA"
    echo 'initdb: warning: enabling "trust" authentication for local connections' >&2
    echo 'initdb: hint: You can change this by editing pg_hba.conf or using the option -A, or --auth-local and --auth-host, the next time you run initdb.' >&2
    pg_ctl -D "$PGDATA" -w start
    printf '\\n/usr/local/bin/docker-entrypoint.sh: ignoring /docker-entrypoint-initdb.d/*\\n\\n'
    pg_ctl -D "$PGDATA" -m fast -w stop
    printf '\\nPostgreSQL init process complete; ready for start up.\\n\\n'
  fi
fi
exec "$@"
`;

/** What differs between the variant on Debian and that on Alpine. */
interface Variant {
  readonly tags: readonly string[];
  readonly size: number;
  readonly base: ImageData['layers'][number];
  readonly programs: string;
  readonly env: readonly string[];
  readonly accounts: ReturnType<typeof accountsOf>;
  readonly uid: number;
}

function postgres({ tags, size, base, programs, env, accounts, uid }: Variant): ImageData {
  const owned = { ...folder, uid, gid: uid };
  return {
    registry: 'docker.io',
    repository: 'library/postgres',
    tags,
    created: '2024-05-09T18:04:38Z',
    config: {
      ExposedPorts: { '5432/tcp': {} },
      Env: [...env, `PGDATA=${DATA}`],
      Entrypoint: ['docker-entrypoint.sh'],
      Cmd: ['postgres'],
      Volumes: { [DATA]: {} },
      StopSignal: 'SIGINT',
    },
    layers: [
      base,
      {
        content: `postgres ${tags.join(' ')}`,
        size: Math.round(size * MB - base.size),
        files: {
          ...accounts,
          ...Object.fromEntries(
            ['initdb', 'pg_ctl', 'pg_isready', 'postgres', 'psql'].map((name) => [
              `${programs}/${name}`,
              program(name, name === 'postgres' ? 9.6 * MB : 0.2 * MB),
            ]),
          ),
          '/usr/local/bin/docker-entrypoint.sh': script(ENTRYPOINT),
          '/docker-entrypoint-initdb.d': folder,
          '/var/lib/postgresql': owned,
          [DATA]: { ...owned, mode: 0o1777 },
          '/var/run': link('/run'),
          '/run/postgresql': { ...owned, mode: 0o3777 },
        },
      },
    ],
    history: [
      {
        createdBy: '/bin/sh -c #(nop) ADD file:5aaace706aa00ff97d243daa8c29ae88 in / ',
        layer: 0,
        comment: '',
      },
      { createdBy: 'ENV PG_MAJOR=16' },
      {
        createdBy: 'RUN /bin/sh -c set -ex; install postgresql-16; postgres --version # buildkit',
        layer: 1,
      },
      { createdBy: `ENV PGDATA=${DATA}` },
      { createdBy: `VOLUME [${DATA}]` },
      { createdBy: 'ENTRYPOINT ["docker-entrypoint.sh"]' },
      { createdBy: 'STOPSIGNAL SIGINT' },
      { createdBy: 'EXPOSE map[5432/tcp:{}]' },
      { createdBy: 'CMD ["postgres"]' },
    ],
  };
}

const HOME = '/var/lib/postgresql';

export const postgresImages: readonly ImageData[] = [
  postgres({
    tags: ['latest', '16', '16.3', '16-bookworm'],
    size: 432,
    base: bookworm,
    programs: '/usr/lib/postgresql/16/bin',
    env: [
      `${PATH}:/usr/lib/postgresql/16/bin`,
      'GOSU_VERSION=1.17',
      'LANG=en_US.utf8',
      'PG_MAJOR=16',
      'PG_VERSION=16.3-1.pgdg120+1',
    ],
    accounts: accountsOf('debian', `postgres:999:999::${HOME}:/bin/bash`),
    uid: 999,
  }),
  postgres({
    tags: ['alpine', '16-alpine', '16.3-alpine', '16-alpine3.20'],
    size: 247,
    base: alpineBase,
    programs: '/usr/local/bin',
    env: [PATH, 'GOSU_VERSION=1.17', 'LANG=en_US.utf8', 'PG_MAJOR=16', 'PG_VERSION=16.3'],
    accounts: accountsOf('alpine', `postgres:70:70::${HOME}:/bin/sh`),
    uid: 70,
  }),
];
