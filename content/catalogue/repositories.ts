import type { CatalogueData } from '@/lib/engine';

type RepositoryData = NonNullable<CatalogueData['repositories']>[number];

const hub = (repository: string, description: string, stars: number): RepositoryData => ({
  registry: 'docker.io',
  repository,
  description,
  stars,
});

/** What `docker search` tells of repositories: Docker Hub's own words, the stars of late 2025 in round figures. */
export const repositories: readonly RepositoryData[] = [
  hub(
    'library/ubuntu',
    'Ubuntu is a Debian-based Linux operating system based on free software.',
    17600,
  ),
  hub('library/nginx', 'Official build of Nginx.', 20900),
  hub('library/httpd', 'The Apache HTTP Server Project', 4900),
  hub(
    'library/redis',
    'Redis is the world’s fastest data platform for caching, vector search, and NoSQL databases.',
    13300,
  ),
  hub(
    'library/mysql',
    'MySQL is a widely used, open-source relational database management system.',
    15900,
  ),
  hub(
    'library/php',
    'While designed for web development, the PHP scripting language also provides general-purpose use.',
    7700,
  ),
  hub('library/openjdk', 'Pre-release / non-production builds of OpenJDK', 4000),
  hub('library/busybox', 'Busybox base image.', 3400),
  hub(
    'library/alpine',
    'A minimal Docker image based on Alpine Linux with a complete package index and only 5 MB in size!',
    11500,
  ),
  hub('library/hello-world', 'Hello World! (an example of minimal Dockerization)', 2400),
  hub('library/centos', 'DEPRECATED; The official build of CentOS.', 7800),
  hub('library/rockylinux', 'The official build of Rocky Linux.', 180),
  hub(
    'hashicorp/http-echo',
    'http-echo is an in-memory web server that echoes the arguments given to it',
    80,
  ),
  hub('docker/whalesay', 'An image for use in the Docker demo tutorial', 700),
  hub('nginx/nginx-ingress', 'NGINX and  NGINX Plus Ingress Controllers for Kubernetes', 110),
  hub('nginx/nginx-prometheus-exporter', 'NGINX Prometheus Exporter for NGINX and NGINX Plus', 50),
  hub('bitnami/nginx', 'Bitnami container image for NGINX', 200),
  hub(
    'ubuntu/nginx',
    'Nginx, a high-performance reverse proxy & web server. Long-term tracks maintained by Canonical.',
    130,
  ),
  hub('bitnami/redis', 'Bitnami container image for Redis', 280),
  hub('bitnami/mysql', 'Bitnami container image for MySQL', 130),
  { registry: 'docker.io', repository: 'team/secrets', private: true },
  {
    registry: 'quay.io',
    repository: 'podman/hello',
    description: 'Hello world image with ascii art',
    stars: 10,
  },
];
