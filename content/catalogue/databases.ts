import type { ImageData } from '@/lib/engine';
import { accountsOf } from './accounts';
import { bookworm, folder, MB, PATH, program, redHatLike, script } from './base';

export const redis: ImageData = {
  registry: 'docker.io',
  repository: 'library/redis',
  tags: ['latest', '7.4', '7'],
  created: '2024-07-29T18:23:09Z',
  config: {
    ExposedPorts: { '6379/tcp': {} },
    Env: [PATH, 'GOSU_VERSION=1.17', 'REDIS_VERSION=7.4.0'],
    Entrypoint: ['docker-entrypoint.sh'],
    Cmd: ['redis-server'],
    Volumes: { '/data': {} },
    WorkingDir: '/data',
  },
  layers: [
    bookworm,
    {
      content: 'redis 7.4.0',
      size: 117 * MB - bookworm.size,
      files: {
        ...accountsOf('debian', 'redis:999:999::/home/redis:/bin/sh'),
        '/usr/local/bin/redis-server': program('redis-server', 16 * MB),
        '/usr/local/bin/redis-cli': program('redis-cli', 7 * MB),
        '/usr/local/bin/docker-entrypoint.sh': script('#!/bin/sh\nset -e\nexec "$@"\n'),
        '/data': folder,
      },
    },
  ],
  history: [
    { createdBy: '/bin/sh -c #(nop) ADD file:49c2ed7f36f9b5e4a8 in / ', layer: 0, comment: '' },
    { createdBy: 'ENV REDIS_VERSION=7.4.0' },
    {
      createdBy: 'RUN /bin/sh -c set -eux; make install; redis-server --version # buildkit',
      layer: 1,
    },
    { createdBy: 'VOLUME [/data]' },
    { createdBy: 'WORKDIR /data' },
    { createdBy: 'ENTRYPOINT ["docker-entrypoint.sh"]' },
    { createdBy: 'EXPOSE map[6379/tcp:{}]' },
    { createdBy: 'CMD ["redis-server"]' },
  ],
};

const oracle = redHatLike({
  content: 'oraclelinux:9-slim',
  size: 110 * MB,
  name: 'Oracle Linux Server',
  id: 'ol',
  version: '9.4',
  pretty: 'Oracle Linux Server 9.4',
  redHatRelease: 'Red Hat Enterprise Linux release 9.4 (Plow)\n',
});

export const mysql: ImageData = {
  registry: 'docker.io',
  repository: 'library/mysql',
  tags: ['latest', '9.0', '8'],
  created: '2024-07-23T07:44:10Z',
  config: {
    ExposedPorts: { '3306/tcp': {}, '33060/tcp': {} },
    Env: [PATH, 'GOSU_VERSION=1.17', 'MYSQL_MAJOR=innovation', 'MYSQL_VERSION=9.0.1-1.el9'],
    Entrypoint: ['docker-entrypoint.sh'],
    Cmd: ['mysqld'],
    Volumes: { '/var/lib/mysql': {} },
    WorkingDir: '/',
  },
  layers: [
    oracle,
    {
      content: 'mysql 9.0.1',
      size: 586 * MB - oracle.size,
      files: {
        ...accountsOf('redhat', 'mysql:999:999::/var/lib/mysql:/bin/bash'),
        '/usr/sbin/mysqld': program('mysqld', 65 * MB),
        '/usr/bin/mysql': program('mysql', 8 * MB),
        '/usr/local/bin/docker-entrypoint.sh': script('#!/bin/bash\nexec "$@"\n'),
        '/var/lib/mysql': folder,
      },
    },
  ],
  history: [
    { createdBy: '/bin/sh -c #(nop) ADD file:c4e5a9f1 in / ', layer: 0, comment: '' },
    { createdBy: 'ENV MYSQL_VERSION=9.0.1-1.el9' },
    {
      createdBy:
        'RUN /bin/sh -c set -eux; microdnf install -y mysql-community-server-minimal # buildkit',
      layer: 1,
    },
    { createdBy: 'VOLUME [/var/lib/mysql]' },
    { createdBy: 'ENTRYPOINT ["docker-entrypoint.sh"]' },
    { createdBy: 'EXPOSE map[3306/tcp:{} 33060/tcp:{}]' },
    { createdBy: 'CMD ["mysqld"]' },
  ],
};
