import type { ImageData, LayerData } from '@/lib/engine';
import {
  bookworm,
  bookwormFull,
  bullseye,
  bullseyeFull,
  debianLike,
  MB,
  PATH,
  program,
  redHatLike,
} from './base';

function debian(layer: LayerData, tags: readonly string[]): ImageData {
  return {
    registry: 'docker.io',
    repository: 'library/debian',
    tags,
    created: '2024-07-23T05:21:36Z',
    config: { Env: [PATH], Cmd: ['bash'] },
    layers: [layer],
    history: [
      {
        createdBy:
          '/bin/sh -c #(nop) ADD file:b24689567a7c604de93e4ef1dc87c372514f692556744da4 in / ',
        layer: 0,
        comment: '',
      },
      { createdBy: '/bin/sh -c #(nop)  CMD ["bash"]', comment: '' },
    ],
  };
}

export const debianImages: readonly ImageData[] = [
  debian(bookwormFull, ['latest', '12', 'bookworm', 'stable']),
  debian(bookworm, ['12-slim', 'bookworm-slim', 'stable-slim']),
  debian(bullseyeFull, ['11', 'bullseye']),
  debian(bullseye, ['11-slim', 'bullseye-slim']),
];

export const centos: ImageData = {
  registry: 'docker.io',
  repository: 'library/centos',
  tags: ['8', 'latest'],
  created: '2021-09-15T18:20:05Z',
  config: {
    Env: [PATH],
    Cmd: ['/bin/bash'],
    Labels: { 'org.label-schema.name': 'CentOS Base Image' },
  },
  layers: [
    redHatLike({
      content: 'centos 8',
      size: 231 * MB,
      name: 'CentOS Linux',
      id: 'centos',
      version: '8',
      pretty: 'CentOS Linux 8',
      redHatRelease: 'CentOS Linux release 8.4.2105\n',
    }),
  ],
  history: [
    {
      createdBy:
        '/bin/sh -c #(nop) ADD file:805cb5e15fb6e0bb0326ca33fd2942e068863ce2a8491bb71522c652f31fb466 in / ',
      layer: 0,
    },
    { createdBy: '/bin/sh -c #(nop)  CMD ["/bin/bash"]' },
  ],
  comment: '',
};

export const rockylinux: ImageData = {
  registry: 'docker.io',
  repository: 'library/rockylinux',
  tags: ['latest', '9'],
  created: '2023-11-23T01:52:13Z',
  config: { Env: [PATH], Cmd: ['/bin/bash'] },
  layers: [
    redHatLike({
      content: 'rockylinux 9.3',
      size: 176 * MB,
      name: 'Rocky Linux',
      id: 'rocky',
      version: '9.3',
      pretty: 'Rocky Linux 9.3 (Blue Onyx)',
      redHatRelease: 'Rocky Linux release 9.3 (Blue Onyx)\n',
    }),
  ],
  history: [
    { createdBy: '/bin/sh -c #(nop) ADD file:7b3d3e0a in / ', layer: 0 },
    { createdBy: '/bin/sh -c #(nop)  CMD ["/bin/bash"]' },
  ],
  comment: '',
};

const trusty = debianLike({
  content: 'ubuntu:trusty',
  size: 188 * MB,
  name: 'Ubuntu',
  id: 'ubuntu',
  version: '14.04',
  pretty: 'Ubuntu 14.04.2 LTS',
});

export const whalesay: ImageData = {
  registry: 'docker.io',
  repository: 'docker/whalesay',
  tags: ['latest'],
  created: '2015-05-25T22:04:23Z',
  config: { Env: [PATH], Cmd: ['/bin/bash'], WorkingDir: '/cowsay' },
  layers: [
    trusty,
    {
      content: 'whalesay',
      size: 247 * MB - trusty.size,
      files: {
        '/usr/local/bin/cowsay': program('cowsay'),
        '/cowsay': { kind: 'directory' },
        '/cowsay/README': { kind: 'text', text: 'cowsay\n' },
      },
    },
  ],
  history: [
    {
      createdBy:
        '/bin/sh -c #(nop) ADD file:f4d7b4b3402b5c53f266bb7fdd7e728493d9a17f9ef20c8cb1b4759b6e66b70f in /',
      layer: 0,
    },
    { createdBy: '/bin/sh -c #(nop) CMD ["/bin/bash"]' },
    { createdBy: '/bin/sh -c sh install.sh', layer: 1 },
    { createdBy: '/bin/sh -c #(nop) WORKDIR /cowsay' },
  ],
  comment: '',
};
