import type { ImageData } from '@/lib/engine';
import { busyboxLike, MB, PATH, program, redHatLike } from './base';

const stream = redHatLike({
  content: 'centos stream 9',
  size: 152 * MB,
  name: 'CentOS Stream',
  id: 'centos',
  version: '9',
  pretty: 'CentOS Stream 9',
  redHatRelease: 'CentOS Stream release 9\n',
});

/** What Quay.io holds here: a public registry beside Docker Hub. */
export const quayImages: readonly ImageData[] = [
  {
    registry: 'quay.io',
    repository: 'centos/centos',
    tags: ['stream9'],
    created: '2024-07-22T10:11:12Z',
    config: { Env: [PATH], Cmd: ['/bin/bash'] },
    layers: [stream],
    history: [
      { createdBy: 'ADD rootfs / # buildkit', layer: 0 },
      { createdBy: 'CMD ["/bin/bash"]' },
    ],
  },
  {
    registry: 'quay.io',
    repository: 'quay/busybox',
    tags: ['latest'],
    created: '2023-01-04T19:15:20Z',
    config: { Env: [PATH], Cmd: ['sh'] },
    layers: [busyboxLike('busybox 1.35 quay', 1.24 * MB)],
    history: [
      { createdBy: '/bin/sh -c #(nop) ADD file:9a3c in / ', layer: 0 },
      { createdBy: '/bin/sh -c #(nop)  CMD ["sh"]' },
    ],
  },
  {
    registry: 'quay.io',
    repository: 'podman/hello',
    tags: ['latest'],
    created: '2024-03-12T14:00:00Z',
    config: { Env: [PATH], Cmd: ['/hello'] },
    layers: [
      { content: 'podman hello', size: 0.8 * MB, files: { '/hello': program('hello', 0.8 * MB) } },
    ],
    history: [{ createdBy: 'COPY hello / # buildkit', layer: 0 }, { createdBy: 'CMD ["/hello"]' }],
  },
];
