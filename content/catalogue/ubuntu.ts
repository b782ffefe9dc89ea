import type { ImageData } from '@/lib/engine';
import { debianLike, MB, PATH, program } from './base';

const base = debianLike({
  content: 'ubuntu:jammy-20221130',
  size: 77.8 * MB,
  name: 'Ubuntu',
  id: 'ubuntu',
  version: '22.04',
  pretty: 'Ubuntu 22.04.1 LTS',
});

/** The image of the sources' walk-through: 77.8 MB, no git. */
export const ubuntu: ImageData = {
  registry: 'docker.io',
  repository: 'library/ubuntu',
  tags: ['latest', '22.04'],
  created: '2022-12-09T01:20:31.321639501Z',
  config: {
    Env: [PATH],
    Cmd: ['/bin/bash'],
    Labels: {
      'org.opencontainers.image.ref.name': 'ubuntu',
      'org.opencontainers.image.version': '22.04',
    },
  },
  layers: [{ ...base, files: { ...base.files, '/usr/bin/ps': program('ps') } }],
  history: [
    { createdBy: '/bin/sh -c #(nop)  ARG RELEASE', comment: '' },
    { createdBy: '/bin/sh -c #(nop)  LABEL org.opencontainers.image.version=22.04', comment: '' },
    {
      createdBy:
        '/bin/sh -c #(nop) ADD file:a5d32dc2ab15ff0d7dbd72af26e361eb1f3e87a0d29ec3a1ceab24ad7b3e6ba9 in / ',
      layer: 0,
      comment: '',
    },
    { createdBy: '/bin/sh -c #(nop)  CMD ["/bin/bash"]', comment: '' },
  ],
  comment: '',
};
