import type { ImageData } from '@/lib/engine';
import { alpineLike, folder, MB, PATH, program, script, text } from './base';

const alpine = alpineLike({
  content: 'alpine 3.18.4',
  size: 7.34 * MB,
  version: '3.18.4',
  pretty: 'Alpine Linux v3.18',
});

/** A registry to run for oneself. */
export const registry: ImageData = {
  registry: 'docker.io',
  repository: 'library/registry',
  tags: ['latest', '2', '2.8.3'],
  created: '2023-10-02T18:42:50Z',
  config: {
    ExposedPorts: { '5000/tcp': {} },
    Env: [PATH],
    Entrypoint: ['/entrypoint.sh'],
    Cmd: ['/etc/docker/registry/config.yml'],
    Volumes: { '/var/lib/registry': {} },
  },
  layers: [
    alpine,
    {
      content: 'registry 2.8.3',
      size: 25.4 * MB - alpine.size,
      files: {
        '/bin/registry': program('registry', 17.6 * MB),
        '/entrypoint.sh': script(
          '#!/bin/sh\n\nset -e\n\ncase "$1" in\n    *.yaml|*.yml) set -- registry serve "$@" ;;\n    serve|garbage-collect|help|-*) set -- registry "$@" ;;\nesac\n\nexec "$@"\n',
        ),
        '/etc/docker/registry/config.yml': text(
          'version: 0.1\nlog:\n  fields:\n    service: registry\nstorage:\n  cache:\n    blobdescriptor: inmemory\n  filesystem:\n    rootdirectory: /var/lib/registry\nhttp:\n  addr: :5000\n  headers:\n    X-Content-Type-Options: [nosniff]\nhealth:\n  storagedriver:\n    enabled: true\n    interval: 10s\n    threshold: 3\n',
        ),
        '/var/lib/registry': folder,
      },
    },
  ],
  history: [
    { createdBy: '/bin/sh -c #(nop) ADD file:756183bba9c7f4593 in / ', layer: 0, comment: '' },
    { createdBy: '/bin/sh -c #(nop)  CMD ["/bin/sh"]', comment: '' },
    {
      createdBy: "RUN /bin/sh -c set -eux; version='2.8.3'; registry --version # buildkit",
      layer: 1,
    },
    { createdBy: 'VOLUME [/var/lib/registry]' },
    { createdBy: 'EXPOSE map[5000/tcp:{}]' },
    { createdBy: 'ENTRYPOINT ["/entrypoint.sh"]' },
    { createdBy: 'CMD ["/etc/docker/registry/config.yml"]' },
  ],
};
