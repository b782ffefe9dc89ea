import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serialise } from '@/lib/engine';
import { exportMyData } from '@/lib/server/accounts/export-my-data';
import { pool } from '@/lib/server/db';
import { changeSandbox } from '@/lib/server/sandbox/change-sandbox';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { hideTyped, isSameText, NOT_KEPT } from '@/lib/server/sandbox/hide-passwords';
import { readOpened } from '@/lib/server/sandbox/open-sandbox';
import { readSharedRun } from '@/lib/server/sandbox/read-shared-run';
import { replayJournal } from '@/lib/server/sandbox/replay-journal';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { requestStep } from '@/lib/server/sandbox/run-step';
import { keptSandbox } from '@/lib/server/sandbox/sandbox-cache';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { shareRun } from '@/lib/server/sandbox/share-run';
import { overPool } from '@/lib/server/sandbox/stored-sandbox';
import { tableNames } from '@/lib/server/sandbox/tables';
import { beginning, loadCatalogue, makeLearner, newKey } from './sandbox-fixture';

const SECRET = 'Tr0ub4dor';
let learnerId: string;
let sandboxId: string;

beforeAll(loadCatalogue);

beforeEach(async () => {
  learnerId = await makeLearner();
  sandboxId = await createSandbox(learnerId, { images: ['busybox'] });
});

const type = (line: string, more: { stdin?: string; commandKey?: string } = {}) =>
  runCommand({ sandboxId, learnerId, commandKey: newKey(), line, ...more });

/** Everything that is stored of the sandbox, as text. */
async function everything(): Promise<string> {
  const parts = [...tableNames, 'sandbox_journal'].map(
    (name) => `SELECT to_json(t)::text AS row FROM ${name} t WHERE sandbox_id = $1::uuid`,
  );
  const { rows } = await pool().query(
    `${parts.join(' UNION ALL ')} UNION ALL SELECT to_json(s)::text FROM sandboxes s WHERE id = $1::uuid
     UNION ALL SELECT content::text FROM uploads`,
    [sandboxId],
  );
  return JSON.stringify(rows);
}

const asBase64 = (text: string) => Buffer.from(text).toString('base64');

async function expectNothingKept(): Promise<void> {
  const { key } = await shareRun(learnerId, sandboxId);
  const seen = [
    await everything(),
    JSON.stringify(await readSharedRun(key)),
    JSON.stringify(await readOpened(learnerId, sandboxId)),
    JSON.stringify(await exportMyData(learnerId)),
  ].join('\n');
  for (const form of [SECRET, asBase64(`me:${SECRET}`), asBase64(SECRET)])
    expect(seen).not.toContain(form);
  const state = keptSandbox(sandboxId);
  const { steps } = await replayJournal(overPool, sandboxId, state?.version ?? 0);
  expect(serialise(steps.at(-1)?.after as never)).toBe(serialise(state?.state as never));
}

describe('a password that is not the catalogue’s is kept nowhere, and the journal still gives the state', () => {
  test.each([
    ['asked for', ['docker login -u me', SECRET]],
    [
      'of a registry that takes any',
      ['docker login -u me plain.example.com', SECRET, 'cat ~/.docker/config.json'],
    ],
    ['with -p', [`docker login -u me -p ${SECRET} plain.example.com; cat ~/.docker/config.json`]],
    ['without its user yet', [`docker login --password=${SECRET}`, 'me']],
    [
      'in quotes',
      [`docker login -u me -p '${SECRET}'`, `docker login -u me --password "${SECRET}"`],
    ],
    ['in a pipe', [`echo ${SECRET} | docker login -u me --password-stdin plain.example.com`]],
    [
      'in a variable of the same line',
      [`PW=${SECRET}; docker login -u me -p $PW plain.example.com`],
    ],
    ['in a here-document', [`docker login -u me --password-stdin <<END\n${SECRET}\nEND`]],
  ])('%s', async (_, lines) => {
    for (const line of lines) await type(line);
    await expectNothingKept();
  });

  test('given by a pipe, also where the login fails before it is asked for', async () => {
    await type('docker login -u me --password-stdin', { stdin: `${SECRET}\n` });
    await type('docker login --password-stdin', { stdin: `${SECRET}\n` });
    await expectNothingKept();
  });

  test('sent by a docker client of one’s own', async () => {
    const world = await sandboxWorld();
    const account = { username: 'me', password: SECRET, serveraddress: 'plain.example.com' };
    const auth = JSON.stringify({ ...account, identitytoken: SECRET });
    const requests = [
      { method: 'POST', path: '/auth', body: account },
      {
        method: 'POST',
        path: '/images/create',
        query: { fromImage: 'redis', tag: 'latest' },
        headers: { 'X-Registry-Auth': auth },
      },
      {
        method: 'POST',
        path: '/images/create',
        query: { fromImage: 'httpd', tag: 'latest' },
        headers: { 'X-Registry-Auth': '', 'X-Registry-Config': JSON.stringify({ hub: account }) },
      },
    ] as const;
    for (const request of requests)
      await changeSandbox({ sandboxId, learnerId, commandKey: newKey() }, (state) =>
        requestStep(state, request, 0, world),
      );
    await expectNothingKept();
  });
});

test('accounts of the catalogue log in as they are told, and everything else of a line stays', async () => {
  expect((await type('docker login -u learner -p hubpass')).stdout).toBe('Login Succeeded\n');
  await type('docker logout; docker login -u learner');
  expect((await type('hubpass')).shown).toContain('Login Succeeded');
  const world = await sandboxWorld();
  const state = await beginning([]);
  for (const line of [
    'docker login -u learner -p hubpass; docker run -d -p 8080:80 nginx',
    'docker run -d --name login -p 8080:80 nginx',
    'docker login -u me -p "$PW" && docker run -p 80:80 nginx',
    'docker login -u me -p $(cat pw)',
    'cat pw | docker login -u me --password-stdin; echo login',
  ])
    expect(hideTyped(state, { line }, world)).toEqual({ line });
  expect(
    hideTyped(state, { line: `docker -D --context here login -p${SECRET} -u me; ls -p x` }, world)
      .line,
  ).toBe(`docker -D --context here login -p${NOT_KEPT} -u me; ls -p x`);
});

test('a login that is sent again under its key is the same command, another line is not', async () => {
  const commandKey = newKey();
  const line = `docker login -u me -p ${SECRET}`;
  const first = await type(line, { commandKey });
  expect(await type(line, { commandKey })).toEqual({ ...first, repeated: true });
  await expect(type('docker ps', { commandKey })).rejects.toMatchObject({ kind: 'conflict' });
  expect(isSameText(`a ${NOT_KEPT} b ${NOT_KEPT}`, 'a x b y')).toBe(true);
  expect(isSameText(`a ${NOT_KEPT} b`, 'a x c')).toBe(false);
  expect(isSameText(`ab${NOT_KEPT}bc`, 'abc')).toBe(false);
});
