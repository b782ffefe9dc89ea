import type { ImageData } from '@/lib/engine';
import { alpineLike, busyboxLike, folder, kB, MB, PATH, program } from './base';

export const busybox: ImageData = {
  registry: 'docker.io',
  repository: 'library/busybox',
  tags: ['latest', '1.36'],
  created: '2023-05-18T22:34:17Z',
  config: { Env: [PATH], Cmd: ['sh'] },
  layers: [busyboxLike('busybox 1.36.1 glibc', 4.26 * MB)],
  history: [{ createdBy: 'BusyBox 1.36.1 (glibc), Debian 12', layer: 0 }],
};

export const alpineBase = alpineLike({
  content: 'alpine 3.20.2',
  size: 7.8 * MB,
  version: '3.20.2',
  pretty: 'Alpine Linux v3.20',
  more: { '/sbin/apk': program('apk') },
});

export const alpine: ImageData = {
  registry: 'docker.io',
  repository: 'library/alpine',
  tags: ['latest', '3.20'],
  created: '2024-07-22T22:26:43Z',
  config: { Env: [PATH], Cmd: ['/bin/sh'] },
  layers: [alpineBase],
  history: [
    { createdBy: '/bin/sh -c #(nop) ADD file:99093095d62d04215b8 in / ', layer: 0, comment: '' },
    { createdBy: '/bin/sh -c #(nop)  CMD ["/bin/sh"]', comment: '' },
  ],
};

export const helloWorld: ImageData = {
  registry: 'docker.io',
  repository: 'library/hello-world',
  tags: ['latest', 'linux'],
  created: '2023-05-02T16:49:27Z',
  config: { Env: [PATH], Cmd: ['/hello'] },
  layers: [
    { content: 'hello-world', size: 13.3 * kB, files: { '/hello': program('hello', 13.3 * kB) } },
  ],
  history: [{ createdBy: 'COPY hello / # buildkit', layer: 0 }, { createdBy: 'CMD ["/hello"]' }],
};

export const httpEcho: ImageData = {
  registry: 'docker.io',
  repository: 'hashicorp/http-echo',
  tags: ['latest', '0.2.3'],
  created: '2017-09-22T22:26:55Z',
  config: {
    ExposedPorts: { '5678/tcp': {} },
    Env: [PATH, 'ECHO_TEXT=hello-world'],
    Entrypoint: ['/http-echo'],
  },
  layers: [
    {
      content: 'http-echo',
      size: 3.97 * MB,
      files: { '/http-echo': program('http-echo', 3.97 * MB), '/etc': folder },
    },
  ],
  history: [
    { createdBy: '/bin/sh -c #(nop) ADD file:30a9d8cb2ab8a8 in / ', layer: 0, comment: '' },
    { createdBy: '/bin/sh -c #(nop)  ENTRYPOINT ["/http-echo"]', comment: '' },
  ],
};
