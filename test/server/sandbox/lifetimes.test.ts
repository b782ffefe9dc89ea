import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runLine, serialise } from '@/lib/engine';
import { eraseAccount, ERASE_WORD } from '@/lib/server/accounts/erase-account';
import { exportMyData } from '@/lib/server/accounts/export-my-data';
import { mergeGuest } from '@/lib/server/accounts/merge-guest';
import { db } from '@/lib/server/db';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { dropSandbox } from '@/lib/server/sandbox/drop-sandbox';
import { findByKey, issueKey, listKeys, revokeKey } from '@/lib/server/sandbox/engine-keys';
import { expireSandboxes } from '@/lib/server/sandbox/expire-sandboxes';
import { listSandboxes } from '@/lib/server/sandbox/list-sandboxes';
import { openSandbox } from '@/lib/server/sandbox/open-sandbox';
import { quotas } from '@/lib/server/sandbox/quotas';
import { readJournal } from '@/lib/server/sandbox/read-journal';
import { readSharedRun, replaySharedRun } from '@/lib/server/sandbox/read-shared-run';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { forgetSandbox } from '@/lib/server/sandbox/sandbox-cache';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { readSetupState, storeSetupState } from '@/lib/server/sandbox/setup-states';
import { listSharedLinks, revokeSharedLink, shareRun } from '@/lib/server/sandbox/share-run';
import { overPool, readSandbox } from '@/lib/server/sandbox/stored-sandbox';
import { tableNames } from '@/lib/server/sandbox/tables';
import { type Course, makeCourse, makePerson } from '../accounts/practice-fixture';
import { beginning, loadCatalogue, makeLearner, newKey } from './sandbox-fixture';

let course: Course;
let learnerId: string;
let sandboxId: string;

beforeAll(async () => {
  await loadCatalogue();
  course = await makeCourse(['one']);
});

beforeEach(async () => {
  learnerId = await makeLearner();
  sandboxId = await createSandbox(learnerId, { images: ['nginx', 'busybox'] });
});

const type = (line: string) => runCommand({ sandboxId, learnerId, commandKey: newKey(), line });

async function stored(id: string): Promise<string> {
  const found = await readSandbox(id, (await sandboxWorld()).catalogue);
  if (!found) throw new Error('the sandbox is not there');
  return serialise(found.sandbox.state);
}

/** How many rows of its state a sandbox has. */
async function rowsOf(id: string): Promise<number> {
  const parts = tableNames.map((name) => `SELECT 1 FROM ${name} WHERE sandbox_id = $1::uuid`);
  return (await overPool({ text: parts.join(' UNION ALL '), values: [id] })).length;
}

async function makeUnused(id: string, days: number): Promise<void> {
  const usedAt = new Date(Date.now() - days * 86_400_000);
  await db.sandbox.update({ where: { id }, data: { usedAt } });
}

describe('expiry', () => {
  test('a sandbox that nobody has used for the set time loses its rows and keeps its journal; a reset begins it again', async () => {
    const begun = await stored(sandboxId);
    await type('docker run -d --name web -p 8080:80 -v data:/data nginx');
    const other = await createSandbox(learnerId);
    await makeUnused(sandboxId, 31);
    await makeUnused(other, 29);
    expect(await expireSandboxes()).toBe(1);
    expect(await rowsOf(sandboxId)).toBe(0);
    expect(await rowsOf(other)).toBeGreaterThan(0);
    await expect(type('docker ps')).rejects.toMatchObject({ kind: 'conflict' });
    forgetSandbox();
    await expect(type('docker ps')).rejects.toMatchObject({ kind: 'conflict' });
    expect(await readJournal({ learnerId, sandboxId })).toHaveLength(1);
    await resetSandbox({ sandboxId, learnerId, commandKey: newKey() });
    expect(await stored(sandboxId)).toBe(begun);
    expect((await type('docker ps -q')).position).toBe(3);
  });

  test('listing or making sandboxes looks for expired ones, once an hour', async () => {
    await makeUnused(sandboxId, 31);
    const later = Date.now() + 3_600_001;
    const clock = vi.spyOn(Date, 'now').mockReturnValue(later);
    expect(await listSandboxes(learnerId)).toMatchObject([{ id: sandboxId, expired: true }]);
    const other = await createSandbox(learnerId);
    await makeUnused(other, 31);
    expect(await listSandboxes(learnerId)).toMatchObject([{ expired: false }, { expired: true }]);
    clock.mockReturnValue(later + 3_600_001);
    await createSandbox(learnerId);
    expect((await listSandboxes(learnerId)).filter(({ expired }) => expired)).toHaveLength(2);
  });

  test('a setup state that no variant is asked in goes after a day, and nothing of what is asked', async () => {
    const orphan = await storeSetupState(db, serialise(await beginning(['redis'], 'orphan')));
    const fresh = await storeSetupState(db, serialise(await beginning(['redis'], 'fresh')));
    const { setupHash } = await db.variant.findFirstOrThrow();
    // Nothing of a setup state may be changed, not even its age.
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`UPDATE setup_states SET created_at = now() - interval '2 days' WHERE hash <> ${fresh}`,
    ]);
    const { sandboxId: rows } = await db.setupState.findUniqueOrThrow({ where: { hash: orphan } });
    await expireSandboxes();
    const left = (await db.setupState.findMany()).map(({ hash }) => hash);
    expect(left).toContain(fresh);
    expect(left).toContain(setupHash);
    expect(left).not.toContain(orphan);
    expect(await rowsOf(rows ?? '')).toBe(0);
    expect(await db.sandbox.count({ where: { id: rows ?? '' } })).toBe(0);
    // Asked again, it is stored again.
    expect(await storeSetupState(db, serialise(await beginning(['redis'], 'orphan')))).toBe(orphan);
    const again = await db.setupState.findUniqueOrThrow({ where: { hash: orphan } });
    expect(await rowsOf(again.sandboxId ?? '')).toBeGreaterThan(0);
  });

  test('a dropped sandbox makes room for another', async () => {
    while ((await db.sandbox.count({ where: { learnerId } })) < quotas.freeSandboxes)
      await createSandbox(learnerId);
    await expect(createSandbox(learnerId)).rejects.toMatchObject({ kind: 'too-many' });
    await dropSandbox(learnerId, sandboxId);
    await createSandbox(learnerId);
    await expect(dropSandbox(learnerId, sandboxId)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('what no sandbox refers to any more goes, and nothing else', async () => {
    await type('docker run --name made busybox touch /a; docker commit made mine:1');
    const layers = await db.layerContent.count();
    expect(layers).toBeGreaterThan(0);
    await expireSandboxes();
    expect(await db.layerContent.count()).toBe(layers);
    await dropSandbox(learnerId, sandboxId);
    await expireSandboxes();
    expect(await db.layerContent.count()).toBe(0);
  });
});

describe('a question’s sandbox', () => {
  async function show(setupHash: string): Promise<string> {
    const { templateVersionId } = await db.variant.findFirstOrThrow({
      where: { id: course.variants['one'] ?? '' },
    });
    const proof = await db.proof.create({ data: { engineVersion: 'test', body: {} } });
    const variant = await db.variant.create({
      data: {
        templateVersionId,
        seed: randomUUID(),
        fingerprint: setupHash.slice(0, 32),
        question: {},
        key: {},
        setupHash,
        proofId: proof.id,
      },
    });
    const card = { learnerId, conceptId: 'one', skill: 'recognise' } as const;
    await db.card.createMany({ data: [card], skipDuplicates: true });
    const shown = { ...card, variantId: variant.id, shownAt: new Date() };
    return (await db.showing.create({ data: shown })).id;
  }

  async function setup(): Promise<string> {
    const line = 'docker run -d --name web -p 8080:80 -v data:/data nginx';
    const { sandbox } = runLine(await beginning(['nginx']), line, await sandboxWorld());
    return storeSetupState(db, serialise(sandbox));
  }

  test('is a copy of the setup state, one for every showing, and what is done in it leaves the setup alone', async () => {
    const hash = await setup();
    const showingId = await show(hash);
    const [one, two] = await Promise.all([
      openSandbox({ learnerId, showingId }),
      openSandbox({ learnerId, showingId }),
    ]);
    expect(one.id).toBe(two.id);
    const start = serialise(await readSetupState(db, hash));
    expect(await stored(one.id)).toBe(start);
    const asked = { sandboxId: one.id, learnerId, commandKey: newKey() };
    await runCommand({ ...asked, line: 'docker rm -f web' });
    expect(await stored(one.id)).not.toBe(start);
    expect(serialise(await readSetupState(db, hash))).toBe(start);
    await resetSandbox({ ...asked, commandKey: newKey() });
    expect(await stored(one.id)).toBe(start);
    const other = await makeLearner();
    await expect(openSandbox({ learnerId: other, showingId })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('begins from a setup state that an earlier version has stored as a text, which becomes rows', async () => {
    const text = serialise(await beginning(['busybox'], 'as a text'));
    const hash = await storeSetupState(db, text);
    const { sandboxId: rows } = await db.setupState.findUniqueOrThrow({ where: { hash } });
    await db.$executeRaw`DELETE FROM setup_states WHERE hash = ${hash}`;
    await db.$executeRaw`SELECT clear_sandbox(${rows}::uuid)`;
    await db.setupState.create({
      data: { hash, engineVersion: 'older', text: { create: { state: text } } },
    });
    const [one, two] = await Promise.all([readSetupState(db, hash), readSetupState(db, hash)]);
    expect([serialise(one), serialise(two)]).toEqual([text, text]);
    expect(await db.setupStateText.count()).toBe(0);
    await expect(
      db.setupStateText.create({ data: { hash, state: 'something else' } }),
    ).rejects.toThrow('setup_state_texts_named_by_content');
  });
});

describe('a shared run', () => {
  test('shows the journal with its outputs up to the moment of sharing, to anybody, until it is taken back', async () => {
    await type('docker run -d --name web nginx');
    await type('docker ps --format "{{.Names}}"');
    const { key, through } = await shareRun(learnerId, sandboxId);
    expect(through).toBe(2);
    await type('docker rm -f web');
    const { entries } = await readSharedRun(key);
    expect(entries.map((entry) => entry.kind === 'line' && entry.line)).toEqual([
      'docker run -d --name web nginx',
      'docker ps --format "{{.Names}}"',
    ]);
    expect(entries[1]).toMatchObject({ stdout: 'web\n', typedAt: 'learner@docker-vm:~$ ' });
    expect(JSON.stringify(entries)).not.toContain(learnerId);
    const { steps } = await replaySharedRun(key);
    expect(steps.at(-1)?.after.containers.size).toBe(1);
    expect(await listSharedLinks(learnerId, sandboxId)).toHaveLength(1);
    await expect(revokeSharedLink(await makeLearner(), key)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await revokeSharedLink(learnerId, key);
    await expect(readSharedRun(key)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('an engine key', () => {
  test('opens its sandbox, is stored as a hash only, and opens nothing once it is revoked or its time is over', async () => {
    const { key, id, hint } = await issueKey(learnerId, sandboxId);
    expect(key).toMatch(/^[0-9A-Za-z]{32}$/);
    expect(key.startsWith(hint)).toBe(true);
    const row = await db.engineKey.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(key);
    expect(await findByKey(key)).toEqual({ kind: 'open', sandboxId, learnerId });
    expect((await listKeys(learnerId, sandboxId))[0]?.lastUsedAt).toBeInstanceOf(Date);
    await revokeKey(learnerId, id);
    expect(await findByKey(key)).toEqual({ kind: 'refused', reason: 'revoked' });
    expect(await listKeys(learnerId, sandboxId)).toEqual([]);
    expect(await findByKey('x'.repeat(32))).toEqual({ kind: 'refused', reason: 'unknown' });
    const short = await issueKey(learnerId, sandboxId, new Date(Date.now() - 1));
    expect(await findByKey(short.key)).toEqual({ kind: 'refused', reason: 'expired' });
  });

  test('a sandbox has at most so many, and its expiry ends them', async () => {
    const { key } = await issueKey(learnerId, sandboxId);
    for (let more = 1; more < quotas.keys; more++) await issueKey(learnerId, sandboxId);
    await expect(issueKey(learnerId, sandboxId)).rejects.toMatchObject({ kind: 'too-many' });
    await dropSandbox(learnerId, sandboxId);
    expect(await findByKey(key)).toEqual({ kind: 'refused', reason: 'expired' });
  });
});

describe('accounts', () => {
  test('a guest who becomes somebody else keeps sandboxes, journals and keys', async () => {
    const member = await makePerson('member', `${randomUUID()}@example.com`);
    await type('docker run -d --name web nginx');
    const { key } = await issueKey(learnerId, sandboxId);
    expect(await mergeGuest(learnerId, member)).toBe(true);
    const line = 'docker ps --format "{{.Names}}"';
    const ask = { sandboxId, learnerId: member, commandKey: newKey(), line };
    expect((await runCommand(ask)).stdout).toBe('web\n');
    expect(await findByKey(key)).toMatchObject({ kind: 'open', learnerId: member });
  });

  test('an export holds what was typed and what came of it, and no key', async () => {
    await type('echo hello > note.txt; cat note.txt');
    const { key } = await issueKey(learnerId, sandboxId);
    const text = JSON.stringify(await exportMyData(learnerId));
    expect(text).toContain('cat note.txt');
    expect(text).toContain('/home/learner/note.txt');
    expect(text).not.toContain(key);
  });

  test('erasing somebody takes everything of their sandboxes, and nothing of another’s', async () => {
    const other = await makeLearner();
    const theirs = await createSandbox(other);
    await type('docker run --name made busybox touch /secret; docker commit made mine:1');
    await runCommand({
      sandboxId,
      learnerId,
      commandKey: newKey(),
      line: 'cat > a',
      stdin: 'y'.repeat(9_000),
    });
    await issueKey(learnerId, sandboxId);
    await shareRun(learnerId, sandboxId);
    const begun = await stored(theirs);
    await eraseAccount(learnerId, ERASE_WORD);
    expect(await db.sandbox.count({ where: { id: sandboxId } })).toBe(0);
    expect(await db.sandboxJournal.count({ where: { sandboxId } })).toBe(0);
    expect(await db.upload.count()).toBe(0);
    expect(await db.layerContent.count()).toBe(0);
    expect(await stored(theirs)).toBe(begun);
  });
});
