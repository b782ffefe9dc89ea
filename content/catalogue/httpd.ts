import type { ImageData } from '@/lib/engine';
import { bookworm, folder, MB, program, script, text } from './base';

export const httpd: ImageData = {
  registry: 'docker.io',
  repository: 'library/httpd',
  tags: ['latest', '2.4'],
  created: '2024-07-18T05:31:14Z',
  config: {
    ExposedPorts: { '80/tcp': {} },
    Env: [
      'PATH=/usr/local/apache2/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'HTTPD_PREFIX=/usr/local/apache2',
      'HTTPD_VERSION=2.4.62',
    ],
    Cmd: ['httpd-foreground'],
    WorkingDir: '/usr/local/apache2',
    StopSignal: 'SIGWINCH',
  },
  layers: [
    bookworm,
    {
      content: 'httpd 2.4.62',
      size: 147.6 * MB - bookworm.size,
      files: {
        '/usr/local/apache2': folder,
        '/usr/local/apache2/bin': folder,
        '/usr/local/apache2/bin/httpd': program('httpd', 2 * MB),
        '/usr/local/apache2/conf': folder,
        '/usr/local/apache2/conf/httpd.conf': text(
          'ServerRoot "/usr/local/apache2"\nListen 80\nDocumentRoot "/usr/local/apache2/htdocs"\n',
        ),
        '/usr/local/apache2/htdocs': folder,
        '/usr/local/apache2/htdocs/index.html': text(
          '<html><body><h1>It works!</h1></body></html>\n',
        ),
        '/usr/local/apache2/logs': folder,
        '/usr/local/bin/httpd-foreground': script(
          '#!/bin/sh\nset -e\nexec httpd -DFOREGROUND "$@"\n',
        ),
      },
    },
  ],
  history: [
    { createdBy: '/bin/sh -c #(nop) ADD file:49c2ed7f36f9b5e4a8 in / ', layer: 0, comment: '' },
    { createdBy: 'ENV HTTPD_PREFIX=/usr/local/apache2' },
    { createdBy: 'WORKDIR /usr/local/apache2' },
    { createdBy: 'ENV HTTPD_VERSION=2.4.62' },
    { createdBy: 'RUN /bin/sh -c set -eux; apt-get update; make install # buildkit', layer: 1 },
    { createdBy: 'STOPSIGNAL SIGWINCH' },
    { createdBy: 'EXPOSE map[80/tcp:{}]' },
    { createdBy: 'CMD ["httpd-foreground"]' },
  ],
};
