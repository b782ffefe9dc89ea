import type { ImageData, LayerData } from '@/lib/engine';
import { accountsOf } from './accounts';
import { bookworm, bookwormFull, folder, kB, link, MB, PATH, program, script } from './base';
import { alpineBase } from './small';

/** On what a language's image stands: Debian with or without what builds programs, or Alpine. */
interface Ground {
  readonly layers: readonly LayerData[];
  readonly distribution: 'alpine' | 'debian';
  readonly suffixes: readonly string[];
}

const stands: Readonly<Record<'full' | 'slim' | 'alpine', Ground>> = {
  full: {
    layers: [
      bookwormFull,
      {
        content: 'buildpack-deps:bookworm',
        size: 699 * MB,
        files: {
          '/usr/bin/curl': program('curl', 321 * kB),
          '/usr/bin/wget': program('wget', 1_041_904),
          '/usr/bin/git': program('git', 3.8 * MB),
          '/usr/bin/ps': program('ps', 145 * kB),
          '/usr/bin/gcc': program('unsimulated', 1.1 * MB),
          '/usr/bin/make': program('unsimulated', 257 * kB),
        },
      },
    ],
    distribution: 'debian',
    suffixes: ['', '-bookworm'],
  },
  slim: { layers: [bookworm], distribution: 'debian', suffixes: ['-slim', '-bookworm-slim'] },
  alpine: {
    layers: [alpineBase],
    distribution: 'alpine',
    suffixes: ['-alpine', '-alpine3.20'],
  },
};

type Stand = keyof typeof stands;

/** The names of one variant of a version: `3.12`, `3.12-slim` …; those without a number, where it is the newest: `latest`, `slim`. */
function tagsOf(stand: Stand, versions: readonly string[], isNewest: boolean): readonly string[] {
  const { suffixes } = stands[stand];
  const [short = ''] = suffixes;
  return [
    ...(isNewest ? [short === '' ? 'latest' : short.slice(1)] : []),
    ...versions.flatMap((version) => suffixes.map((suffix) => version + suffix)),
  ];
}

interface Release {
  readonly version: string;
  readonly created: string;
  /** Megabytes of the whole image. */
  readonly sizes: Readonly<Record<Stand, number>>;
}

/** The names of a version with fewer and fewer numbers: `3.12.4`, `3.12`, and `3` of the newest. */
function shorter(version: string, isNewest: boolean): readonly string[] {
  const [major = '', minor = ''] = version.split('.');
  return [version, `${major}.${minor}`, ...(isNewest ? [major] : [])];
}

function imagesOf(
  repository: string,
  { version, created, sizes }: Release,
  versions: readonly string[],
  isNewest: boolean,
  parts: (stand: Stand) => Pick<ImageData, 'config'> & {
    readonly files: ImageData['layers'][number]['files'];
    readonly steps: readonly string[];
  },
): readonly ImageData[] {
  return (Object.keys(stands) as Stand[]).map((stand) => {
    const { layers } = stands[stand];
    const { config, files, steps } = parts(stand);
    const below = layers.reduce((sum, { size }) => sum + size, 0);
    const size = Math.round(sizes[stand] * MB - below);
    return {
      registry: 'docker.io',
      repository: `library/${repository}`,
      tags: tagsOf(stand, versions, isNewest),
      created,
      config,
      layers: [...layers, { content: `${repository} ${version} ${stand}`, size, files }],
      history: [
        {
          createdBy:
            '/bin/sh -c #(nop) ADD file:b24689567a7c604de93e4ef1dc87c372514f692556744da4 in / ',
          layer: 0,
          comment: '',
        },
        ...(layers.length > 1
          ? [
              {
                createdBy:
                  'RUN /bin/sh -c set -eux; apt-get update; apt-get install -y --no-install-recommends autoconf automake bzip2 g++ gcc make # buildkit',
                layer: 1,
              },
            ]
          : []),
        ...steps.map((createdBy) => ({
          createdBy,
          ...(createdBy.startsWith('RUN') ? { layer: layers.length } : {}),
        })),
      ],
    };
  });
}

function python(release: Release, isNewest = false): readonly ImageData[] {
  const { version } = release;
  const [short] = /^\d+\.\d+/.exec(version) ?? [''];
  return imagesOf('python', release, shorter(version, isNewest), isNewest, () => ({
    config: {
      Env: [
        PATH.replace('PATH=', 'PATH=/usr/local/bin:'),
        'LANG=C.UTF-8',
        `PYTHON_VERSION=${version}`,
        'PYTHON_PIP_VERSION=24.0',
      ],
      Cmd: ['python3'],
    },
    files: {
      [`/usr/local/bin/python${short}`]: program('python', 14 * kB),
      '/usr/local/bin/python3': link(`python${short}`),
      '/usr/local/bin/python': link('python3'),
      '/usr/local/bin/pip': program('pip', 213),
      '/usr/local/bin/pip3': program('pip', 213),
    },
    steps: [
      'ENV PATH=/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'ENV LANG=C.UTF-8',
      `ENV PYTHON_VERSION=${version}`,
      'RUN /bin/sh -c set -eux; make -j "$(nproc)"; make install; python3 --version; pip --version # buildkit',
      'CMD ["python3"]',
    ],
  }));
}

/** Runs what is no program of the image with node (nodejs/docker-node, docker-entrypoint.sh). */
const NODE_ENTRYPOINT = `#!/bin/sh
set -e
if [ "\${1#-}" != "\${1}" ] || [ -z "$(command -v "\${1}")" ] || { [ -f "\${1}" ] && ! [ -x "\${1}" ]; }; then
  set -- node "$@"
fi
exec "$@"
`;

function node(release: Release, isNewest = false): readonly ImageData[] {
  const { version } = release;
  const [major = ''] = version.split('.');
  const versions = [version, major];
  return imagesOf('node', release, versions, isNewest, (stand) => {
    const shell = stand === 'alpine' ? '/bin/sh' : '/bin/bash';
    return {
      config: {
        Env: [PATH, `NODE_VERSION=${version}`, 'YARN_VERSION=1.22.22'],
        Entrypoint: ['docker-entrypoint.sh'],
        Cmd: ['node'],
      },
      files: {
        ...accountsOf(stands[stand].distribution, `node:1000:1000::/home/node:${shell}`),
        '/home/node': { ...folder, uid: 1000, gid: 1000 },
        '/usr/local/bin/node': program('node', 98 * MB),
        '/usr/local/bin/nodejs': link('/usr/local/bin/node'),
        '/usr/local/bin/npm': program('npm', 54),
        '/usr/local/bin/npx': program('npm', 2980),
        '/usr/local/bin/yarn': program('yarn', 1025),
        '/usr/local/bin/docker-entrypoint.sh': script(NODE_ENTRYPOINT),
      },
      steps: [
        `ENV NODE_VERSION=${version}`,
        'RUN /bin/sh -c groupadd --gid 1000 node; useradd --uid 1000 --gid node; tar -xJf node.tar.xz; node --version; npm --version # buildkit',
        'ENV YARN_VERSION=1.22.22',
        'ENTRYPOINT ["docker-entrypoint.sh"]',
        'CMD ["node"]',
      ],
    };
  });
}

export const pythonImages: readonly ImageData[] = [
  ...python(
    {
      version: '3.12.4',
      created: '2024-06-07T17:42:34Z',
      sizes: { full: 1018, slim: 130, alpine: 51.6 },
    },
    true,
  ),
  ...python({
    version: '3.11.9',
    created: '2024-04-02T22:30:10Z',
    sizes: { full: 1010, slim: 130, alpine: 52.3 },
  }),
  ...python({
    version: '3.9.19',
    created: '2024-03-19T21:13:09Z',
    sizes: { full: 997, slim: 125, alpine: 48.2 },
  }),
];

export const nodeImages: readonly ImageData[] = [
  ...node(
    {
      version: '22.5.1',
      created: '2024-07-19T14:52:33Z',
      sizes: { full: 1120, slim: 221, alpine: 153 },
    },
    true,
  ),
  ...node({
    version: '20.16.0',
    created: '2024-07-24T17:12:08Z',
    sizes: { full: 1100, slim: 202, alpine: 132 },
  }),
  ...node({
    version: '18.20.4',
    created: '2024-07-08T19:06:41Z',
    sizes: { full: 1090, slim: 196, alpine: 127 },
  }),
];
