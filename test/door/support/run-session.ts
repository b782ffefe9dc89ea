import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ApiRequest, Catalogue, FileEntry, Sandbox } from '@/lib/engine';
import { LazyMap } from '@/lib/kernel/lazy-map';
import { fillTemplate, type ReplayedStep, type Session } from '@/scripts/shell/replay';
import { openDoor, type OpenDoor } from './open-door';

/** Where the learner lives in the recorded sessions and in the sandbox. */
const HOME = '/home/learner';
const LEARNER = 1000;
/** What a command line costs on the simulated clock (lib/engine/run-line.ts). */
const COMMAND_TIME = 50;
/** A command that has not ended by then hangs. */
const PATIENCE = 20_000;
/** Files that are no part of the learner's home as the engine sees it: bigger ones are tars. */
const BIGGEST = 100_000;

/** A folder that plays the learner's home for real programs, and the bridge to the home that the sandbox knows. */
class HomeFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'drydock-home-'));
  private readonly owner = process.getuid?.() === 0 ? LEARNER : null;
  private seen = new Map<string, string>();

  constructor(
    files: Readonly<Record<string, string>>,
    private readonly start: number,
  ) {
    this.own(this.path);
    for (const [name, text] of Object.entries(files)) this.write(`${HOME}/${name}`, text);
  }

  get identity(): { readonly uid?: number; readonly gid?: number } {
    return this.owner === null ? {} : { uid: this.owner, gid: this.owner };
  }

  private own(file: string): void {
    if (this.owner !== null) chownSync(file, this.owner, this.owner);
  }

  private write(at: string, text: string): void {
    const file = this.path + at.slice(HOME.length);
    const folders: string[] = [];
    for (let folder = path.dirname(file); !existsSync(folder); folder = path.dirname(folder))
      folders.unshift(folder);
    for (const folder of folders) {
      mkdirSync(folder);
      this.own(folder);
    }
    writeFileSync(file, text);
    this.own(file);
    // A tar carries whole seconds, and so does the moment at which the sessions begin.
    utimesSync(file, this.start / 1_000, this.start / 1_000);
    this.seen.set(at, text);
  }

  /** Takes what containers have written into the folder, and what programs have written there into the sandbox. */
  exchange(sandbox: Sandbox): Sandbox {
    for (const [at, entry] of Object.entries(sandbox.client.files))
      if (at.startsWith(`${HOME}/`)) this.takeOut(at, entry);
    const found = new Map<string, FileEntry>();
    this.walk('', found, sandbox.now);
    const files: Record<string, Sandbox['client']['files'][string]> = {};
    for (const [at, entry] of Object.entries(sandbox.client.files))
      if (!at.startsWith(`${HOME}/`) || at.startsWith(`${HOME}/.docker`)) files[at] = entry;
    for (const [at, entry] of found) {
      const before = sandbox.client.files[at];
      const same =
        before?.kind === entry.kind &&
        (entry.kind !== 'text' || (before.kind === 'text' && before.text === entry.text));
      files[at] = same ? before : entry;
      this.seen.set(at, entry.kind === 'text' ? entry.text : '');
    }
    return { ...sandbox, client: { ...sandbox.client, files } };
  }

  /** What a container has left behind through a mount. */
  private takeOut(at: string, entry: Sandbox['client']['files'][string]): void {
    const file = this.path + at.slice(HOME.length);
    if (entry.kind === 'directory' && !existsSync(file)) {
      mkdirSync(file, { recursive: true });
      this.own(file);
    }
    if (entry.kind === 'whiteout') rmSync(file, { recursive: true, force: true });
    if (entry.kind === 'text' && entry.text.length < BIGGEST && this.seen.get(at) !== entry.text)
      this.write(at, entry.text);
  }

  private walk(inner: string, found: Map<string, FileEntry>, mtime: number): void {
    const own = { uid: LEARNER, gid: LEARNER, mtime };
    for (const name of readdirSync(this.path + inner)) {
      const file = `${this.path}${inner}/${name}`;
      const at = `${HOME}${inner}/${name}`;
      if (inner === '' && name === '.docker') continue;
      const stat = lstatSync(file);
      if (stat.isSymbolicLink())
        found.set(at, { kind: 'link', target: readlinkSync(file), ...own });
      else if (stat.isDirectory()) {
        found.set(at, { kind: 'directory', mode: stat.mode & 0o7777, ...own });
        this.walk(`${inner}/${name}`, found, mtime);
      } else if (stat.size < BIGGEST)
        found.set(at, {
          kind: 'text',
          text: readFileSync(file, 'utf8'),
          mode: stat.mode & 0o7777,
          ...own,
        });
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Runs a session through a real shell with the real docker command line, against a door. Its id is the seed. */
export async function runSession(
  session: Session,
  catalogue: Catalogue,
  start: number,
): Promise<readonly ReplayedStep[]> {
  const { id: seed, images, files } = session;
  const door = await openDoor({ catalogue, seed, start, images, files });
  const home = new HomeFolder(files, start);
  let line = '';
  shareTheMachine(door, home.path, () => line);
  const sleep = new Sleep(door);
  await sleep.open();
  const steps: ReplayedStep[] = [];
  try {
    for (const step of session.steps) {
      const { handle } = door;
      handle.sandbox = home.exchange(handle.sandbox);
      const cmd = step.cmdTemplate
        ? fillTemplate(step.cmdTemplate, handle.sandbox, handle.world)
        : step.cmd;
      line = cmd;
      beginLine(door);
      const done = await runShell(cmd, step.stdin ?? '', {
        home,
        bin: sleep.folder,
        port: door.port,
      });
      endLine(door);
      steps.push({ cmd, ...done });
    }
  } finally {
    home.remove();
    sleep.close();
    await door.close();
  }
  return steps;
}

/** Everything that one line asks of the engine counts as one command, as it does in the simulated command line. */
function beginLine({ handle, clock }: OpenDoor): void {
  handle.command = { made: new LazyMap() };
  clock.moveTo(clock.now() + COMMAND_TIME);
}

function endLine({ handle }: OpenDoor): void {
  handle.command = undefined;
  handle.sandbox = { ...handle.sandbox, commands: handle.sandbox.commands + 1 };
}

/**
 * The engine of the recordings ran on the learner's own machine: paths in requests are those of that machine, and the client's clock is the engine's. So what
 * the client tells and is told of moments is put on its own clock. It walks a Go map for the mounts of `-v`: they come in the order of the line.
 */
function shareTheMachine({ handle }: OpenDoor, folder: string, line: () => string): void {
  const send = handle.send.bind(handle);
  handle.send = async (request) => {
    const text = JSON.stringify(request);
    const own = text.includes(folder)
      ? (JSON.parse(text.replaceAll(folder, HOME)) as typeof request)
      : request;
    const asked = own.path === '/containers/create' ? withBindsInOrder(own, line()) : own;
    const ahead = Date.now() - handle.present();
    const sent = await send(onEngineClock(asked, ahead));
    const { body } = sent.answer;
    if (body.kind !== 'json' || !/\/(json|history|df)$/.test(request.path)) return sent;
    return {
      ...sent,
      answer: { ...sent.answer, body: { ...body, json: onClientClock(body.json, ahead) } },
    };
  };
}

function withBindsInOrder(request: ApiRequest, line: string): ApiRequest {
  const body = request.body as { readonly HostConfig?: { readonly Binds?: readonly string[] } };
  const binds = body.HostConfig?.Binds ?? [];
  if (binds.length < 2) return request;
  // A bind's source may be typed in another way than it is sent; what stands behind it is not.
  const place = (bind: string): number => line.indexOf(bind.slice(bind.indexOf(':')));
  const Binds = [...binds].sort((one, other) => place(one) - place(other));
  return { ...request, body: { ...body, HostConfig: { ...body.HostConfig, Binds } } };
}

/** `since` and `until`, which the client reckons from its own clock. */
function onEngineClock(request: ApiRequest, ahead: number): ApiRequest {
  if (!/^\/events$|\/logs$/.test(request.path)) return request;
  const query = { ...request.query };
  for (const name of ['since', 'until'])
    if (Number(query[name]) > 0) query[name] = String(Number(query[name]) - ahead / 1_000);
  return { ...request, query };
}

/** `Created` in seconds, from which the client reckons an age. */
function onClientClock(json: unknown, ahead: number): unknown {
  if (Array.isArray(json)) return json.map((each) => onClientClock(each, ahead));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      key === 'Created' && typeof value === 'number'
        ? value + Math.round(ahead / 1_000)
        : onClientClock(value, ahead),
    ]),
  );
}

/** A `sleep` that passes the time of the simulated host and none of ours. */
class Sleep {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'drydock-bin-'));
  private readonly server: Server;

  constructor(door: OpenDoor) {
    this.server = createServer((request, response) => {
      const seconds = Number(request.url?.slice(1));
      door.clock.moveTo(door.clock.now() + seconds * 1_000);
      door.handle.look().then(
        () => response.end(),
        () => response.destroy(),
      );
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    const script = `#!/bin/bash
exec 3<>/dev/tcp/127.0.0.1/${port}
printf 'GET /%s HTTP/1.0\\r\\n\\r\\n' "$1" >&3
cat <&3 >/dev/null
`;
    writeFileSync(path.join(this.folder, 'sleep'), script, { mode: 0o755 });
    chmodSync(this.folder, 0o755);
  }

  close(): void {
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function runShell(
  cmd: string,
  stdin: string,
  { home, bin, port }: { readonly home: HomeFolder; readonly bin: string; readonly port: number },
): Promise<Omit<ReplayedStep, 'cmd'>> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', cmd.replaceAll(HOME, home.path)], {
      cwd: home.path,
      env: {
        HOME: home.path,
        NODE_ENV: 'test',
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        LANG: 'C.UTF-8',
        DOCKER_HOST: `tcp://127.0.0.1:${port}`,
        DOCKER_BUILDKIT: '0',
      },
      ...home.identity,
      detached: true,
    });
    const texts = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
    const timer = setTimeout(() => {
      texts.stderr += '(hung)\n';
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, PATIENCE);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      const spoken = (text: string): string => text.replaceAll(home.path, HOME);
      resolve({
        stdout: spoken(texts.stdout),
        stderr: spoken(texts.stderr),
        exit: code ?? 137,
      });
    });
    child.stdin.on('error', () => undefined); // a program need not read what it is given
    child.stdin.end(stdin);
  });
}
