import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSandbox, promptFor, runLine, type CommandRun } from '@/lib/engine';
import { courseWorld } from './support/course';

const world = courseWorld();

/** A learner who does what a source document says, on the day it was written. */
function reader(day: string, files: Readonly<Record<string, string>> = {}, images: string[] = []) {
  let sandbox = createSandbox({ world, seed: 'reader', now: Date.parse(day), images, files });
  const type = (line: string): CommandRun => {
    const run = runLine(sandbox, line, world);
    sandbox = run.sandbox;
    return run;
  };
  return {
    prompt: () => promptFor(sandbox, world),
    type,
    /** What a command prints; it must succeed. */
    see: (line: string): string => {
      const { stdout, stderr, exitCode } = type(line);
      expect({ line, stderr, exitCode }).toMatchObject({ exitCode: 0 });
      return stdout;
    },
  };
}

/** The cells of a table without the columns of ids. */
function table(text: string): readonly (readonly string[])[] {
  return text
    .trimEnd()
    .split('\n')
    .map((row) => row.split(/ {2,}/).filter((cell) => !/^[0-9a-f]{12}$|^IMAGE ID$/.test(cell)));
}

const PAGE = '<h1>pacman</h1>\n';
const COMMIT = '[OPTIONS] CONTAINER [REPOSITORY[:TAG]]';

/** Every command that a document shows, and what is typed for it: placeholders have become names, a synopsis is asked for with `--help`. */
const shown = {
  '000_73e37389154d10fe.txt': {
    'docker run': 'docker run -d nginx',
    'docker run 이미지이름': 'docker run -d --name web nginx',
    'docker pull 이미지명': 'docker pull redis',
    'docker tag 기존이미지명 추가할이미지명': 'docker tag redis learner/redis',
    'docker push 이미지명': 'docker push learner/redis',
    'docker login': 'docker login -u learner -p hubpass',
    'docker logout': 'docker logout',
    'docker image rm 이미지명': 'docker image rm learner/redis',
  },
  '001_efd4a1610289fcd3.txt': {
    'docker run --name 컨테이너_이름 -d -p 3000:80 container':
      'docker run --name pacman -d -p 3000:80 httpd',
    'docker container cp ./ 컨테이너_이름:/usr/local/apache2/htdocs/':
      'docker container cp ./ pacman:/usr/local/apache2/htdocs/',
    [`docker container commit ${COMMIT}`]: 'docker container commit --help',
    'docker container commit 컨테이너_이름 my_pacman:1.0':
      'docker container commit pacman my_pacman:1.0',
    'docker build [OPTIONS] PATH | URL | -': 'docker build --help',
    'docker build --tag my_pacman:2.0 .': 'docker build --tag my_pacman:2.0 .',
  },
  '002_aa0fb8127a8252cc.txt': {
    'docker run ubuntu': 'docker run ubuntu',
    'docker run -it --name git ubuntu:latest bash': 'docker run -it --name git ubuntu:latest bash',
    git: 'git',
    'apt-get update': 'apt-get update',
    'apt-get install -y git': 'apt-get install -y git',
    'git --version': 'git --version',
    [`docker commit ${COMMIT}`]: 'docker commit --help',
    'docker commit': 'docker commit git ubuntu:git',
    'docker images': 'docker images',
    'docker commit git ubuntu:git': 'docker commit git ubuntu:git',
    'docker run -it --name git2 ubuntu:git bash': 'docker run -it --name git2 ubuntu:git bash',
  },
  '003_7b69758a8d1fdc62.txt': {},
  '004_c895f1f62f6752f8.txt': {
    'docker run -d -p 8081:80 --name multinginx1 nginx':
      'docker run -d -p 8081:80 --name multinginx1 nginx',
  },
} as const;

describe('what the source documents do and show is what the engine does and shows', () => {
  it('S0: run looks in the local store first, a tag adds a name, a push needs a login, states take what they should', () => {
    const says = shown['000_73e37389154d10fe.txt'];
    const { see, type } = reader('2024-08-01T09:00:00Z');
    const first = type(says['docker run 이미지이름']);
    expect(first.stderr).toMatch(/^Unable to find image 'nginx:latest' locally\n/);
    expect(first.stderr).toContain('Status: Downloaded newer image for nginx:latest');
    expect(type(says['docker run']).stderr).toBe('');

    expect(see(says['docker pull 이미지명'])).toContain('docker.io/library/redis:latest');
    see(says['docker tag 기존이미지명 추가할이미지명']);
    const ids = see("docker images --format '{{.Repository}} {{.ID}}'").trim().split('\n');
    const idOf = (name: string) => ids.find((row) => row.startsWith(`${name} `))?.split(' ')[1];
    expect(idOf('learner/redis')).toBe(idOf('redis'));
    expect(type(says['docker push 이미지명'])).toMatchObject({
      exitCode: 1,
      stderr: 'denied: requested access to the resource is denied\n',
    });
    expect(see(says['docker login'])).toContain('Login Succeeded');
    expect(see(says['docker push 이미지명'])).toContain('latest: digest: sha256:');
    expect(see(says['docker logout'])).toContain('Removing login credentials');
    expect(see(says['docker image rm 이미지명'])).toContain('Untagged: learner/redis:latest\n');
    expect(see("docker images redis --format '{{.Repository}}'")).toBe('redis\n');

    const uses = () => {
      const cells = '{{.CPUPerc}} {{.MemUsage}}';
      const [cpu = '', memory = ''] = see(`docker stats --no-stream --format '${cells}' box`).split(
        ' ',
      );
      return { cpu: Number.parseFloat(cpu) > 0, memory: Number.parseFloat(memory) > 0 };
    };
    const state = () => see("docker inspect -f '{{.State.Status}}' box").trim();
    see('docker create --name box nginx');
    expect([state(), uses()]).toEqual(['created', { cpu: false, memory: false }]);
    see('docker start box');
    expect([state(), uses()]).toEqual(['running', { cpu: true, memory: true }]);
    see('docker pause box');
    expect([state(), uses()]).toEqual(['paused', { cpu: false, memory: true }]);
    see('docker unpause box');
    see('docker stop box');
    expect([state(), uses()]).toEqual(['exited', { cpu: false, memory: false }]);
    see('docker rm box');
    expect(type('docker inspect box').stderr).toBe('Error: No such object: box\n');
    // Ten seconds are what a process is given that does not listen.
    see('docker run -d --name deaf ubuntu sleep 1000');
    expect(Math.round(type('docker restart deaf').elapsedMs / 1000)).toBe(10);
  });

  it('S1: a file is copied into a web server, which becomes an image by commit and by build', () => {
    const says = shown['001_efd4a1610289fcd3.txt'];
    const dockerfile = 'FROM httpd\nCOPY index.html /usr/local/apache2/htdocs/\n';
    const { see } = reader('2022-02-27T13:05:00Z', { 'index.html': PAGE, Dockerfile: dockerfile });
    see(says['docker run --name 컨테이너_이름 -d -p 3000:80 container']);
    see(says['docker container cp ./ 컨테이너_이름:/usr/local/apache2/htdocs/']);
    expect(see('curl -s localhost:3000')).toBe(PAGE);
    for (const synopsis of [
      `docker container commit ${COMMIT}`,
      'docker build [OPTIONS] PATH | URL | -',
    ] as const)
      expect(see(says[synopsis])).toContain(`Usage:  ${synopsis}\n`);
    see(says['docker container commit 컨테이너_이름 my_pacman:1.0']);
    expect(see(says['docker build --tag my_pacman:2.0 .'])).toContain(
      'Successfully tagged my_pacman:2.0\n',
    );
    for (const [tag, port] of [
      ['1.0', 3001],
      ['2.0', 3002],
    ] as const) {
      see(`docker run -d -p ${port}:80 my_pacman:${tag}`);
      expect(see(`curl -s localhost:${port}`)).toBe(PAGE);
    }
    // Each container has an address, a process and files of its own; `docker/whalesay` is a user's image on Docker Hub.
    const addresses = see(
      "docker ps -q | xargs docker inspect -f '{{.NetworkSettings.IPAddress}}'",
    );
    expect(new Set(addresses.trim().split('\n')).size).toBe(3);
    expect(see('docker pull -q docker/whalesay')).toBe('docker.io/docker/whalesay:latest\n');
  });

  it('S2: the walk-through with git, typed into one terminal', () => {
    const { see, type, prompt } = reader('2023-02-10T09:00:00Z', {}, ['ubuntu']);
    const heading = ['REPOSITORY', 'TAG', 'CREATED', 'SIZE'];
    expect(see('docker run ubuntu')).toBe('');
    see('docker run -it --name git ubuntu:latest bash');
    expect(prompt()).toMatch(/^root@[0-9a-f]{12}:\/# $/);
    // A terminal has one output.
    expect(type('git').stdout).toBe('bash: git: command not found\n');
    see('apt-get update');
    see('apt-get install -y git');
    expect(see('git --version')).toBe('git version 2.34.1\n');
    see('exit');
    expect(prompt()).toBe('learner@docker-vm:~$ ');

    const help = see('docker commit --help');
    expect(help).toContain(`Usage:  docker commit ${COMMIT}\n`);
    for (const option of ['-a, --author', '-c, --change', '-m, --message', '-p, --pause'])
      expect(help).toContain(`${option} `);
    expect(table(see('docker images'))).toEqual([
      heading,
      ['ubuntu', 'latest', '2 months ago', '77.8MB'],
    ]);
    see('docker commit git ubuntu:git');
    type('sleep 2');
    expect(table(see('docker images'))).toEqual([
      heading,
      ['ubuntu', 'git', '2 seconds ago', '194MB'],
      ['ubuntu', 'latest', '2 months ago', '77.8MB'],
    ]);
    see('docker run -it --name git2 ubuntu:git bash');
    expect(see('git --version')).toBe('git version 2.34.1\n');
    see('exit');

    see('docker rm $(docker ps -aq)');
    see('docker rmi ubuntu:latest');
    for (const image of ['php:7.4-cli', 'centos:8', 'hashicorp/http-echo'])
      see(`docker pull ${image}`);
    type(`sleep ${23 * 60}`);
    expect(table(see('docker images'))).toEqual([
      heading,
      ['ubuntu', 'git', '23 minutes ago', '194MB'],
      ['php', '7.4-cli', '2 months ago', '474MB'],
      ['centos', '8', '17 months ago', '231MB'],
      ['hashicorp/http-echo', 'latest', '5 years ago', '3.97MB'],
    ]);
  });

  it('S3: build, pull and run; a name without a tag is :latest; an image is only read, by as many containers as one likes', () => {
    const dockerfile = 'FROM rockylinux:9\nCMD ["cat", "/etc/redhat-release"]\n';
    const { see } = reader('2024-01-10T09:00:00Z', { Dockerfile: dockerfile });
    expect(see('docker build -t rocky .')).toContain('Successfully tagged rocky:latest\n');
    expect(see('docker run rocky')).toContain('Rocky Linux');
    expect(see('docker pull nginx')).toContain('docker.io/library/nginx:latest\n');
    const before = see('docker inspect -f "{{.Id}} {{.RootFS.Layers}}" nginx');
    for (const name of ['one', 'two', 'three']) see(`docker run -d --name ${name} nginx`);
    see('docker exec one touch /only-here');
    expect(see('docker diff one')).toContain('A /only-here\n');
    expect(see('docker exec two ls /')).not.toContain('only-here');
    expect(see('docker ps -q --filter ancestor=nginx').trim().split('\n')).toHaveLength(3);
    expect(see('docker inspect -f "{{.Id}} {{.RootFS.Layers}}" nginx')).toBe(before);
  });

  it('S4: three servers on port 80 side by side, published on a port of the host, and a jar that becomes an image', () => {
    const jar = 'build/libs/bolmal-re-0.0.1-SNAPSHOT.jar';
    const command = ['java', '-Dspring.profiles.active=dev', '-jar', 'app.jar'];
    const dockerfile = `FROM openjdk:17-jdk-slim\n\nCOPY ${jar} app.jar\n\nCMD ${JSON.stringify(command)}\n`;
    const { see, type } = reader('2024-10-01T09:00:00Z', { [jar]: 'jar', Dockerfile: dockerfile });
    for (const number of [1, 2, 3]) see(`docker run -d --name multinginx${number} nginx`);
    expect(see("docker ps --format '{{.Names}} {{.Ports}}'")).toBe(
      'multinginx3 80/tcp\nmultinginx2 80/tcp\nmultinginx1 80/tcp\n',
    );
    see('docker rm -f multinginx1');
    see(shown['004_c895f1f62f6752f8.txt']['docker run -d -p 8081:80 --name multinginx1 nginx']);
    expect(see('curl -sI localhost:8081')).toContain('HTTP/1.1 200 OK');
    expect(type('docker run -d -p 8081:80 --name multinginx4 nginx').stderr).toContain(
      'Bind for 0.0.0.0:8081 failed: port is already allocated',
    );

    see('docker build -t bolmal .');
    expect(JSON.parse(see("docker inspect -f '{{json .Config.Cmd}}' bolmal"))).toEqual(command);
    expect(see('docker run --rm -e PROFILE=dev bolmal env')).toContain('PROFILE=dev\n');
    see('docker create --name life nginx');
    for (const [verb, state] of [
      ['start', 'running'],
      ['pause', 'paused'],
      ['unpause', 'running'],
      ['stop', 'exited'],
      ['restart', 'running'],
    ] as const) {
      see(`docker ${verb} life`);
      expect(see("docker inspect -f '{{.State.Status}}' life")).toBe(`${state}\n`);
    }
  });
});

/** The commands in a document: in code, after a prompt or `ex)`, or alone in a paragraph. What `git --version` answers is not one. */
function commandsIn(text: string): readonly string[] {
  const found = new Set<string>();
  let isCode = false;
  for (const line of text.split('\n')) {
    if (/^\s*```/.test(line)) isCode = !isCode;
    const bare = line.trim().replace(/^(?:PS [^>]*> |root@\w+:\/# |\$ |ex ?\) )/, '');
    if (isCode && /^(?:docker|apt-get|git)(?: |$)/.test(bare) && !/^git version/.test(bare))
      found.add(bare);
    for (const [, inline = ''] of line.matchAll(/(?:`|<p>)(docker [^`<]+)(?:`|<)/g))
      found.add(inline);
  }
  return [...found];
}

const documents = path.resolve(import.meta.dirname, '../../../shared/seeds');

it.skipIf(!existsSync(documents))(
  'no command of a document is left out (only where the documents lie beside the checkout)',
  () => {
    const files = readdirSync(documents);
    expect(files.sort()).toEqual(Object.keys(shown).sort());
    for (const file of files) {
      const commands = commandsIn(readFileSync(path.join(documents, file), 'utf8'));
      const known: object = shown[file as keyof typeof shown];
      expect([...commands].sort(), file).toEqual(Object.keys(known).sort());
    }
  },
);
