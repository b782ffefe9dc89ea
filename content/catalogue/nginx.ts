import type { ImageData } from '@/lib/engine';
import { accountsOf } from './accounts';
import { bookworm, folder, kB, MB, PATH, program, script, text } from './base';

const ENTRYPOINT = `#!/bin/sh
if [ "$1" = "nginx" ]; then
  echo "/docker-entrypoint.sh: /docker-entrypoint.d/ is not empty, will attempt to perform configuration"
  echo "/docker-entrypoint.sh: Looking for shell scripts in /docker-entrypoint.d/"
  echo "/docker-entrypoint.sh: Launching /docker-entrypoint.d/20-envsubst-on-templates.sh"
  echo "/docker-entrypoint.sh: Launching /docker-entrypoint.d/30-tune-worker-processes.sh"
  echo "/docker-entrypoint.sh: Configuration complete; ready for start up"
fi
exec "$@"
`;

const INDEX = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>If you see this page, the nginx web server is successfully installed and
working. Further configuration is required.</p>
</body>
</html>
`;

function nginx(version: string, tags: readonly string[], created: string, size: number): ImageData {
  return {
    registry: 'docker.io',
    repository: 'library/nginx',
    tags,
    created,
    config: {
      ExposedPorts: { '80/tcp': {} },
      Env: [PATH, `NGINX_VERSION=${version}`, 'PKG_RELEASE=1~bookworm'],
      Entrypoint: ['/docker-entrypoint.sh'],
      Cmd: ['nginx', '-g', 'daemon off;'],
      Labels: { maintainer: 'NGINX Docker Maintainers <docker-maint@nginx.com>' },
      StopSignal: 'SIGQUIT',
    },
    layers: [
      bookworm,
      {
        content: `nginx ${version}`,
        size: size * MB - bookworm.size - 2 * kB,
        files: {
          ...accountsOf('debian', 'nginx:101:101:nginx user:/nonexistent:/bin/false'),
          '/usr/sbin/nginx': program('nginx', 1.5 * MB),
          '/usr/bin/curl': program('curl'),
          '/etc/nginx': folder,
          '/etc/nginx/nginx.conf': text(
            'user  nginx;\nworker_processes  auto;\n\nevents {\n    worker_connections  1024;\n}\n',
          ),
          '/etc/nginx/conf.d': folder,
          '/etc/nginx/conf.d/default.conf': text(
            'server {\n    listen       80;\n    server_name  localhost;\n\n    location / {\n        root   /usr/share/nginx/html;\n        index  index.html index.htm;\n    }\n}\n',
          ),
          '/usr/share/nginx': folder,
          '/usr/share/nginx/html': folder,
          '/usr/share/nginx/html/index.html': text(INDEX),
          '/usr/share/nginx/html/50x.html': text('<h1>An error occurred.</h1>\n'),
          '/var/log/nginx': folder,
          '/docker-entrypoint.d': folder,
        },
      },
      {
        content: 'nginx entrypoint',
        size: 2 * kB,
        files: { '/docker-entrypoint.sh': script(ENTRYPOINT) },
      },
    ],
    history: [
      { createdBy: '/bin/sh -c #(nop) ADD file:49c2ed7f36f9b5e4a8 in / ', layer: 0, comment: '' },
      { createdBy: '/bin/sh -c #(nop)  CMD ["bash"]', comment: '' },
      { createdBy: 'LABEL maintainer=NGINX Docker Maintainers <docker-maint@nginx.com>' },
      { createdBy: `ENV NGINX_VERSION=${version}` },
      {
        createdBy:
          'RUN /bin/sh -c set -x     && groupadd --system --gid 101 nginx     && apt-get install nginx # buildkit',
        layer: 1,
      },
      { createdBy: 'COPY docker-entrypoint.sh / # buildkit', layer: 2 },
      { createdBy: 'ENTRYPOINT ["/docker-entrypoint.sh"]' },
      { createdBy: 'EXPOSE map[80/tcp:{}]' },
      { createdBy: 'STOPSIGNAL SIGQUIT' },
      { createdBy: 'CMD ["nginx" "-g" "daemon off;"]' },
    ],
  };
}

export const nginxImages: readonly ImageData[] = [
  nginx('1.25.5', ['1.25'], '2024-04-16T18:18:31Z', 188),
  nginx('1.27.1', ['latest', '1.27'], '2024-08-14T21:31:12Z', 188.4),
];
