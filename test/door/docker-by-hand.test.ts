import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogueData } from '@/content/catalogue';
import { buildCatalogue, type ApiRequest } from '@/lib/engine';
import { openDoor, type OpenDoor } from './support/open-door';

/*
 * What somebody does with the real docker command line that recorded sessions do not show: a terminal, pipes between two commands, tars on standard input, older
 * versions of the API. Skipped where there is no docker 28.2.2; the terminal's part where there is no `script` (util-linux) either.
 */

const version = spawnSync('docker', ['--version'], { encoding: 'utf8' }).stdout as string | null;
const hasDocker = version?.includes('28.2.2') === true;
const hasTerminal = hasDocker && spawnSync('script', ['--version']).status === 0;
if (!hasDocker) process.stdout.write('docker by hand: skipped, no docker 28.2.2 on this machine\n');

const catalogue = buildCatalogue(catalogueData);
const start = Date.parse('2026-11-21T22:05:00Z');
const home = mkdtempSync(path.join(tmpdir(), 'drydock-hand-'));
let door: OpenDoor;

beforeAll(() => {
  writeFileSync(path.join(home, 'a.txt'), 'A\n');
  writeFileSync(path.join(home, 'b.log'), 'B\n');
  writeFileSync(path.join(home, '.dockerignore'), '*.log\n');
  writeFileSync(path.join(home, 'Dockerfile'), 'FROM ubuntu\nCOPY . /src\nRUN ls -A /src\n');
});
afterAll(() => rmSync(home, { recursive: true }));

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'test',
  HOME: home,
  TERM: 'xterm',
  LANG: 'C.UTF-8',
  DOCKER_BUILDKIT: '0',
  DOCKER_HOST: `tcp://127.0.0.1:${door.port}`,
});

/** Runs a script of the shell; what it writes to both outputs, and how it ends. */
function sh(script: string): Promise<{ readonly out: string; readonly code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', `exec 2>&1\n${script}`], { cwd: home, env: environment() });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ out, code }));
  });
}

const says = async (script: string): Promise<string> => (await sh(script)).out;

describe.runIf(hasDocker)('docker by hand', () => {
  beforeEach(async () => {
    door = await openDoor({
      catalogue,
      seed: 'hand',
      start,
      images: ['ubuntu', 'nginx', 'busybox'],
    });
    return () => door.close();
  });

  it('pipes go into containers as a whole', async () => {
    expect(await says('seq 1 2000 | docker run -i --rm ubuntu wc -l')).toBe('2000\n');
    await says('docker run -d --name web nginx');
    expect(await says("echo hi | docker exec -i web sh -c 'cat > /in; cat /in'")).toBe('hi\n');
    expect(await says('docker exec web sh -c "exit 7"; echo $?')).toBe('7\n');
  });

  it('files go in and out as tars on standard input and output', async () => {
    await says('docker run -d --name web nginx');
    expect(await says('tar c a.txt | docker cp - web:/var; docker exec web cat /var/a.txt')).toBe(
      'A\n',
    );
    expect(await says('docker cp web:/var/a.txt - | tar xO')).toBe('A\n');
    expect(await says('docker cp web:/var/a.txt c.txt >/dev/null; cat c.txt')).toBe('A\n');
  });

  it('images go through a pipe and a file: several, committed ones, and file systems', async () => {
    await says('docker run --name box busybox sh -c "echo q > /q"');
    await says('docker commit box my/box:1; docker save my/box:1 -o w.tar; docker rmi my/box:1');
    expect(await says('docker load -i w.tar; docker run --rm my/box:1 cat /q')).toBe(
      'Loaded image: my/box:1\nq\n',
    );
    expect(await says('docker save busybox ubuntu | docker load')).toBe(
      'Loaded image: busybox:latest\nLoaded image: ubuntu:latest\n',
    );
    await says('docker export box | docker import - flat:1');
    expect(await says('docker run --rm flat:1 cat /q')).toBe('q\n');
  });

  it('builds take a context, what is ignored in it, a tar, and a Dockerfile on standard input', async () => {
    expect(await says('docker build -t one . | grep -A4 "Step 3"')).toMatch(
      /\.dockerignore\nDockerfile\na\.txt\n/,
    );
    expect(await says('tar c a.txt Dockerfile | docker build -q - 2>/dev/null')).toMatch(
      /^sha256:[0-9a-f]{64}\n$/,
    );
    const from = "printf 'FROM ubuntu\\nCOPY a.txt /\\nCMD cat /a.txt\\n'";
    expect(
      await says(`${from} | docker build -q -t two -f - . >/dev/null 2>&1; docker run --rm two`),
    ).toBe('A\n');
    expect(
      await says("printf 'FROM ubuntu\\nCMD echo in' | docker build -q -t three - >/dev/null 2>&1"),
    ).toBe('');
    expect(await says('docker run --rm three')).toBe('in\n');
  });

  it('a log is followed, and a wait waits, until the container ends', async () => {
    await says(
      "docker run -d --name box ubuntu sh -c 'for i in 1 2 3; do echo $i; sleep 1; done; exit 4'",
    );
    expect(await says('docker wait box & docker logs -f box; wait')).toMatch(/^1\n2\n3\n/m);
    expect(await says('docker wait box')).toBe('4\n');
    const events = 'docker events --since 0 --until 1s --filter container=box';
    expect(
      await says(`${events} --filter event=start --filter event=die --format '{{.Action}}'`),
    ).toBe('start\ndie\n');
  });

  it('accounts: login from a pipe, push, logout, search', async () => {
    expect(await says('echo hubpass | docker login -u learner --password-stdin')).toContain(
      'Login Succeeded',
    );
    expect(await says('docker tag ubuntu learner/x:1; docker push learner/x:1')).toMatch(
      /\n1: digest: sha256:[0-9a-f]{64} size: \d+\n$/,
    );
    expect(await says('docker logout')).toContain('Removing login credentials');
    expect(await says('docker search nginx --limit 1 --format "{{.Name}}"')).toBe('nginx\n');
  });

  it.each([
    ['1.24', 'ubuntu\n'],
    ['1.41', 'ubuntu\n'],
    ['1.50', 'ubuntu\n'],
    [
      '1.99',
      'Error response from daemon: client version 1.99 is too new. Maximum supported API version is 1.50\n',
    ],
    [
      '1.12',
      'Error response from daemon: client version 1.12 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version\n',
    ],
  ])('version %s of the API', async (number, words) => {
    const line = `DOCKER_API_VERSION=${number} docker images ubuntu --format '{{.Repository}}'`;
    expect(await says(line)).toBe(words);
  });
});

/** A terminal of 30 lines of 100 columns in which somebody sits. */
class Terminal {
  private text = '';
  private readonly waiting = new Set<() => void>();
  private readonly child;
  readonly ended: Promise<number | null>;

  constructor(line: string) {
    const command = `stty rows 30 cols 100; ${line}`;
    this.child = spawn('script', ['-qefc', command, '/dev/null'], {
      cwd: home,
      env: environment(),
    });
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.text += text;
      for (const check of [...this.waiting]) check();
    });
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** Waits until a text is shown; what was shown since the last one. */
  until(wanted: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const found = wanted.exec(this.text);
        if (!found) return;
        this.waiting.delete(check);
        const end = found.index + found[0].length;
        resolve(this.text.slice(0, end));
        this.text = this.text.slice(end);
      };
      this.waiting.add(check);
      void this.ended.then(() => reject(new Error(`ended without ${wanted}: ${this.text}`)));
      check();
    });
  }

  type(keys: string): void {
    this.child.stdin.write(keys);
  }

  get rest(): string {
    return this.text;
  }
}

const DETACH = '\u0010\u0011';
const PROMPT = /root@[0-9a-f]{12}:\/# /;

describe.runIf(hasTerminal)('docker at a terminal', () => {
  let asked: ApiRequest[];

  beforeEach(async () => {
    door = await openDoor({ catalogue, seed: 'hand', start, images: ['ubuntu', 'nginx'] });
    asked = [];
    const send = door.handle.send.bind(door.handle);
    door.handle.send = (request) => {
      asked.push(request);
      return send(request);
    };
    return () => door.close();
  });

  it('run -it: the size is told, keys reach the shell, Ctrl-C its program, and its code is ours', async () => {
    const terminal = new Terminal('docker run -it --name box ubuntu');
    await terminal.until(PROMPT);
    // The client tells the size beside what it shows, and tells it again until it is taken.
    const size = () => asked.find(({ path: to }) => to.endsWith('/resize'))?.query;
    await expect.poll(size, { timeout: 10_000 }).toEqual({ h: '30', w: '100' });
    terminal.type('echo hi\r');
    expect(await terminal.until(PROMPT)).toMatch(/^echo hi\r\nhi\r\nroot@/);
    terminal.type('sleep 1000\r');
    await terminal.until(/sleep 1000\r\n/);
    terminal.type('\u0003');
    await terminal.until(PROMPT);
    terminal.type('exit 5\r');
    expect(await terminal.ended).toBe(5);
  });

  it('Ctrl-P Ctrl-Q leaves the container running: of run, attach and exec', async () => {
    const run = new Terminal('docker run -it --name box ubuntu');
    await run.until(PROMPT);
    run.type(DETACH);
    expect(await run.ended).toBe(0);
    const attach = new Terminal('docker attach box');
    await attach.until(PROMPT);
    attach.type(DETACH);
    expect(await attach.ended).toBe(1);
    expect(attach.rest).toBe('read escape sequence\r\n');
    const exec = new Terminal('docker exec -it box sleep 1000');
    await exec.until(/\r/);
    exec.type(DETACH);
    expect(await exec.ended).toBe(1);
    expect(await says("docker ps --format '{{.Names}}'")).toBe('box\n');
  });

  it('what a short command at a terminal writes has nothing before it', async () => {
    const terminal = new Terminal('docker run -it --rm ubuntu echo hi');
    expect(await terminal.ended).toBe(0);
    expect(terminal.rest).toBe('hi\r\n');
  });

  it('start -ai takes the terminal again, and Ctrl-D ends the shell', async () => {
    await says('docker create -it --name box ubuntu');
    const terminal = new Terminal('docker start -ai box');
    await terminal.until(PROMPT);
    terminal.type('\u0004');
    expect(await terminal.ended).toBe(0);
  });

  it('stats draws over what it has drawn, until Ctrl-C', async () => {
    await says('docker run -d --name web nginx');
    const terminal = new Terminal('docker stats');
    await terminal.until(/web[^]*web/);
    terminal.type('\u0003');
    await terminal.ended;
  });
});
