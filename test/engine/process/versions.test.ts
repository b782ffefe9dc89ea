import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

describe('what an image’s own programs say', () => {
  it.each([
    [
      'mysql mysql --version',
      'mysql  Ver 9.0.1 for Linux on x86_64 (MySQL Community Server - GPL)\n',
    ],
    [
      'mysql mysqld --version',
      '/usr/sbin/mysqld  Ver 9.0.1 for Linux on x86_64 (MySQL Community Server - GPL)\n',
    ],
    ['redis redis-cli --version', 'redis-cli 7.4.0\n'],
    [
      'httpd httpd -v',
      'Server version: Apache/2.4.62 (Unix)\nServer built:   Jul 23 2024 20:01:31\n',
    ],
    ['registry:2 registry --version', 'registry github.com/docker/distribution 2.8.3\n'],
    ['openjdk:17-jdk-slim jshell --version', 'jshell 17.0.2\n'],
  ])('docker run --rm %s', (words, said) => {
    const [image = ''] = words.split(' ');
    const { last } = session([`docker run --rm ${words}`], { images: [image] });
    expect(last.stdout).toBe(said);
    expect(last.exitCode).toBe(0);
  });

  it.each([
    ['mysql mysql -e "select 1"', 'mysql: asking the database is not simulated here\n'],
    [
      "php:7.4-cli php -r 'echo 1;'",
      'php: running programs of this language is not simulated here\n',
    ],
    ['php:7.4-cli gcc x.c', 'gcc: this program is not simulated here\n'],
  ])('docker run --rm %s is refused in words', (words, said) => {
    const [image = ''] = words.split(' ');
    const { last } = session([`docker run --rm ${words}`], { images: [image] });
    expect(last.stderr).toBe(said);
    expect(last.exitCode).toBe(1);
  });

  it('httpd -t finds its configuration sound', () => {
    const { last } = session(['docker run --rm httpd httpd -t'], { images: ['httpd'] });
    expect(last.stderr).toMatch(/\nSyntax OK\n$/);
  });
});

describe('nginx of a distribution’s package', () => {
  const lines = [
    'echo hello > index.html',
    'printf \'FROM ubuntu\\nRUN apt-get update && apt-get install -y nginx\\nCMD ["nginx", "-g", "daemon off;"]\\n\' > Dockerfile',
    'docker build -q -t site .',
    'docker run -d --name web -p 8080:80 site',
  ];
  it.each([
    ['curl -s localhost:8080 | head -4 | tail -1', '<title>Welcome to nginx!</title>\n'],
    ['docker cp -q index.html web:/var/www/html/ && curl -s localhost:8080', 'hello\n'],
    ['curl -s localhost:8080/nosuch | head -1', '<html>\r\n'],
    ['docker logs web', ''],
    ['docker exec web nginx -v', 'nginx version: nginx/1.18.0 (Ubuntu)\n'],
    ["docker stop web > f; docker inspect -f '{{.State.ExitCode}}' web", '0\n'],
  ])('%s', (line, said) => {
    const { last } = session([...lines, line], { images: ['ubuntu'] });
    expect(last.stdout + last.stderr).toBe(said);
  });
});
