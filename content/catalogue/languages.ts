import type { ImageData } from '@/lib/engine';
import { bullseye, folder, MB, PATH, program, script } from './base';

export const php: ImageData = {
  registry: 'docker.io',
  repository: 'library/php',
  tags: ['7.4-cli'],
  created: '2022-11-15T06:04:04Z',
  config: {
    Env: [
      PATH,
      'PHPIZE_DEPS=autoconf dpkg-dev file g++ gcc libc-dev make pkg-config re2c',
      'PHP_INI_DIR=/usr/local/etc/php',
      'PHP_VERSION=7.4.33',
    ],
    Entrypoint: ['docker-php-entrypoint'],
    Cmd: ['php', '-a'],
  },
  layers: [
    bullseye,
    {
      content: 'php build tools',
      size: 247 * MB,
      files: { '/usr/bin/curl': program('curl'), '/usr/bin/gcc': program('unsimulated') },
    },
    {
      content: 'php 7.4.33',
      size: 474 * MB - bullseye.size - 247 * MB,
      files: {
        '/usr/local/bin/php': program('php', 20 * MB),
        '/usr/local/bin/docker-php-entrypoint': script('#!/bin/sh\nset -e\nexec "$@"\n'),
        '/usr/local/etc/php': folder,
      },
    },
  ],
  history: [
    {
      createdBy:
        '/bin/sh -c #(nop) ADD file:b4987bca8c4c4c640d6b71dcccfd7172b44771e0f851a47d05c00c2bc94a0ddc in / ',
      layer: 0,
    },
    {
      createdBy:
        '/bin/sh -c set -eux; apt-get install -y --no-install-recommends $PHPIZE_DEPS ca-certificates curl',
      layer: 1,
    },
    { createdBy: '/bin/sh -c #(nop)  ENV PHP_VERSION=7.4.33' },
    { createdBy: '/bin/sh -c set -eux; make install; php --version', layer: 2 },
    { createdBy: '/bin/sh -c #(nop)  ENTRYPOINT ["docker-php-entrypoint"]' },
    { createdBy: '/bin/sh -c #(nop)  CMD ["php" "-a"]' },
  ],
  comment: '',
};

export const openjdk: ImageData = {
  registry: 'docker.io',
  repository: 'library/openjdk',
  tags: ['17-jdk-slim'],
  created: '2022-05-05T23:13:57Z',
  config: {
    Env: [
      PATH.replace('PATH=', 'PATH=/usr/local/openjdk-17/bin:'),
      'JAVA_HOME=/usr/local/openjdk-17',
      'LANG=C.UTF-8',
      'JAVA_VERSION=17.0.2',
    ],
    Cmd: ['jshell'],
  },
  layers: [
    bullseye,
    {
      content: 'openjdk 17.0.2',
      size: 408 * MB - bullseye.size,
      files: {
        '/usr/local/openjdk-17/bin/java': program('java', 13 * MB),
        '/usr/local/openjdk-17/bin/jshell': program('jshell'),
      },
    },
  ],
  history: [
    {
      createdBy:
        '/bin/sh -c #(nop) ADD file:8b1e79f91081eb527b455468d0ea4ae7a7a3ee4ae7ba8a1ad4b5f4d6b1ccf0ae in / ',
      layer: 0,
    },
    { createdBy: '/bin/sh -c #(nop)  ENV JAVA_VERSION=17.0.2' },
    { createdBy: '/bin/sh -c set -eux; wget -O openjdk.tgz; java --version', layer: 1 },
    { createdBy: '/bin/sh -c #(nop)  CMD ["jshell"]' },
  ],
  comment: '',
};
