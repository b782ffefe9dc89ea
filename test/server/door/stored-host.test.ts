import { execFile, spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createDoor, type OpenDoor } from '@/lib/server/door/server';
import { StoredHost } from '@/lib/server/door/stored-host';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { issueKey, revokeKey } from '@/lib/server/sandbox/engine-keys';
import { replayJournal } from '@/lib/server/sandbox/replay-journal';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { overPool, readSandbox } from '@/lib/server/sandbox/stored-sandbox';
import { serialise } from '@/lib/engine';
import { ask, framesOf, takeOver } from '../../door/support/http';
import { loadCatalogue, makeLearner, newKey } from '../sandbox/sandbox-fixture';

let learnerId: string;
let sandboxId: string;
let door: OpenDoor;
let port: number;
let key: string;
const failures: unknown[] = [];

beforeAll(async () => {
  await loadCatalogue();
  door = createDoor({ host: new StoredHost(), report: (_id, failure) => failures.push(failure) });
  await new Promise<void>((resolve) => door.server.listen(0, '127.0.0.1', resolve));
  ({ port } = door.server.address() as AddressInfo);
});
afterAll(async () => {
  await door.close();
  expect(failures).toEqual([]);
});

beforeEach(async () => {
  learnerId = await makeLearner();
  sandboxId = await createSandbox(learnerId, { images: ['nginx', 'busybox'] });
  ({ key } = await issueKey(learnerId, sandboxId));
});

const post = (path: string, json?: unknown) =>
  ask(
    port,
    `/${key}/v1.50${path}`,
    json === undefined ? { method: 'POST' } : { method: 'POST', json },
  );

test('the pages find the door where it listens, and only their own', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'drydock-door-'));
  vi.stubEnv('DRYDOCK_DATA_DIR', folder);
  vi.stubEnv('ENGINE_PORT', 'off');
  try {
    vi.resetModules();
    const none = await import('@/lib/server/door/find-door');
    expect(await none.findDoor()).toBeNull();
    writeFileSync(path.join(folder, 'engine-port'), `${port}\n`);
    expect(await none.findDoor()).toBe(`tcp://127.0.0.1:${port}`);
    vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32));
    vi.resetModules();
    const stranger = await import('@/lib/server/door/find-door');
    expect(await stranger.findDoor()).toBeNull();
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});

test('what is done at the door is seen in the terminal, and the other way round', async () => {
  const made = await post('/containers/create?name=web', { Image: 'nginx' });
  expect(made.status).toBe(201);
  expect((await post('/containers/web/start')).status).toBe(204);
  const line = 'docker ps --format "{{.Names}} {{.State}}"';
  const shown = await runCommand({ sandboxId, learnerId, commandKey: newKey(), line });
  expect(shown.stdout).toBe('web running\n');
  await runCommand({ sandboxId, learnerId, commandKey: newKey(), line: 'docker rm -f web' });
  expect((await ask(port, `/${key}/containers/json?all=1`)).json).toEqual([]);
});

test('the journal of the door plays back to the same state', async () => {
  const { Id } = (
    await post('/containers/create', { Image: 'busybox', Cmd: ['sh', '-c', 'echo hi'] })
  ).json as { Id: string };
  await post(`/containers/${Id}/start`);
  await post(`/commit?container=${Id}&repo=me/box`);
  const world = await sandboxWorld();
  const stored = await readSandbox(sandboxId, world.catalogue);
  if (!stored) throw new Error('the sandbox is not there');
  const { steps } = await replayJournal(overPool, sandboxId, stored.sandbox.version);
  const last = steps.at(-1);
  if (!last) throw new Error('nothing was replayed');
  expect(steps).toHaveLength(3);
  expect(serialise(last.after)).toBe(serialise(stored.sandbox.state));
});

test('reading leaves no trace in the journal', async () => {
  for (const path of ['/version', '/containers/json', '/images/json', '/_ping'])
    expect((await ask(port, `/${key}${path}`)).status).toBe(200);
  const stored = await readSandbox(sandboxId, (await sandboxWorld()).catalogue);
  expect(stored?.sandbox.version).toBe(0);
});

test('a stream at the door shows what is typed into the container elsewhere', async () => {
  await post('/containers/create?name=box', {
    Image: 'busybox',
    Cmd: ['sh', '-c', 'echo a; sleep 2; echo b'],
  });
  const stream = await takeOver(port, `/${key}/containers/box/attach?stream=1&stdout=1`);
  await runCommand({ sandboxId, learnerId, commandKey: newKey(), line: 'docker start box' });
  expect(framesOf(await stream.rest)).toEqual([
    [1, 'a\n'],
    [1, 'b\n'],
  ]);
});

test('a wrong and a revoked key open nothing, in the words of the command line’s errors', async () => {
  const wrong = await ask(port, '/nosuchkey/v1.50/containers/json');
  expect(wrong.status).toBe(401);
  expect((wrong.json as { message: string }).message).toContain('no key of a sandbox');
  const { id, key: second } = await issueKey(learnerId, sandboxId);
  expect((await ask(port, `/${second}/_ping`)).status).toBe(200);
  await revokeKey(learnerId, id);
  const revoked = await ask(port, `/${second}/_ping`);
  expect(revoked.status).toBe(401);
  expect(revoked.text).toContain('revoked');
});

test('an expired key opens nothing, and many wrong ones shut nobody else out', async () => {
  const past = new Date(Date.now() - 1_000);
  const { key: old } = await issueKey(learnerId, sandboxId, past);
  expect((await ask(port, `/${old}/_ping`)).status).toBe(401);
  const answers: number[] = [];
  for (let i = 0; i < 25; i++) answers.push((await ask(port, `/guess${i}/_ping`)).status);
  expect(new Set(answers)).toEqual(new Set([401, 429]));
  expect((await ask(port, '/guess/_ping')).text).toContain('too many wrong keys');
  expect((await ask(port, `/${key}/_ping`)).status).toBe(200);
});

test('a key opens its own sandbox and no other', async () => {
  const other = await makeLearner();
  const theirs = await createSandbox(other, { images: ['busybox'] });
  const { key: otherKey } = await issueKey(other, theirs);
  await post('/containers/create?name=mine', { Image: 'busybox' });
  expect((await ask(port, `/${otherKey}/containers/json?all=1`)).json).toEqual([]);
  for (const path of [`/${otherKey}/../${key}/containers/json`, `/${otherKey}/%2e%2e/${key}/_ping`])
    expect((await ask(port, path)).status).toBe(404);
});

const hasDocker = spawnSync('docker', ['--version']).status === 0;

test.runIf(hasDocker)(
  'the real docker command line works with the key in its address',
  async () => {
    const run = promisify(execFile);
    const env = { ...process.env, DOCKER_HOST: `tcp://127.0.0.1:${port}/${key}` };
    const { stdout } = await run('docker', ['run', '--rm', 'busybox', 'echo', 'hi'], { env });
    expect(stdout).toBe('hi\n');
    const list = await run('docker', ['ps', '-aq'], { env });
    expect(list.stdout).toBe('');
  },
);
