import type { CatalogueData } from '@/lib/engine';

type RepositoryData = NonNullable<CatalogueData['repositories']>[number];

/** One repository a line: its path, its stars, what it is. */
function told(registry: string, table: string): readonly RepositoryData[] {
  return Array.from(
    table.matchAll(/^(\S+) +(\d+) +(.+)$/gm),
    ([, repository = '', stars, description = '']) => ({
      registry,
      repository,
      description,
      stars: Number(stars),
    }),
  );
}

/** What `docker search` tells of repositories: Docker Hub's own words, the stars of late 2025 in round figures. */
export const repositories: readonly RepositoryData[] = [
  ...told(
    'docker.io',
    `
library/ubuntu                   17600  Ubuntu is a Debian-based Linux operating system based on free software.
library/nginx                    20900  Official build of Nginx.
library/httpd                     4900  The Apache HTTP Server Project
library/redis                    13300  Redis is the world’s fastest data platform for caching, vector search, and NoSQL databases.
library/mysql                    15900  MySQL is a widely used, open-source relational database management system.
library/php                       7700  While designed for web development, the PHP scripting language also provides general-purpose use.
library/openjdk                   4000  Pre-release / non-production builds of OpenJDK
library/busybox                   3400  Busybox base image.
library/alpine                   11500  A minimal Docker image based on Alpine Linux with a complete package index and only 5 MB in size!
library/hello-world               2400  Hello World! (an example of minimal Dockerization)
library/centos                    7800  DEPRECATED; The official build of CentOS.
library/registry                  4000  Distribution implementation for storing and distributing of container images and artifacts
library/debian                    5200  Debian is a Linux distribution that's composed entirely of free and open-source software.
library/python                   10200  Python is an interpreted, interactive, object-oriented, open-source programming language.
library/node                     13900  Node.js is a JavaScript-based platform for server-side and networking applications.
library/postgres                 14500  The PostgreSQL object-relational database system provides reliability and data integrity.
library/rockylinux                 180  The official build of Rocky Linux.
hashicorp/http-echo                 80  http-echo is an in-memory web server that echoes the arguments given to it
docker/whalesay                    700  An image for use in the Docker demo tutorial
nginx/nginx-ingress                110  NGINX and  NGINX Plus Ingress Controllers for Kubernetes
nginx/nginx-prometheus-exporter     50  NGINX Prometheus Exporter for NGINX and NGINX Plus
bitnami/nginx                      200  Bitnami container image for NGINX
ubuntu/nginx                       130  Nginx, a high-performance reverse proxy & web server. Long-term tracks maintained by Canonical.
bitnami/redis                      280  Bitnami container image for Redis
bitnami/mysql                      130  Bitnami container image for MySQL
`,
  ),
  ...told('quay.io', 'podman/hello 10 Hello world image with ascii art'),
  { registry: 'docker.io', repository: 'team/secrets', private: true },
];
