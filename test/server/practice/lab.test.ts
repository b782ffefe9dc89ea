import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { generateVariant } from '@/lib/quiz/generate-variant';
import { db } from '@/lib/server/db';
import { engineVersion } from '@/lib/engine';
import { questionContext } from '@/lib/server/content/question-context';
import { StoredHost } from '@/lib/server/door/stored-host';
import { completeLabLine } from '@/lib/server/practice/lab/complete-lab-line';
import { getLabShowing } from '@/lib/server/practice/lab/lab-showing';
import { standingOf } from '@/lib/server/practice/lab/lab-standing';
import { followLab, openLab } from '@/lib/server/practice/lab/open-lab';
import { restartLab } from '@/lib/server/practice/lab/restart-lab';
import { takeHint } from '@/lib/server/practice/lab/take-hint';
import { typeLabLine } from '@/lib/server/practice/lab/type-lab-line';
import { storeVariant } from '@/lib/server/practice/make-variant';
import { nextQuestion } from '@/lib/server/practice/next-question';
import { submitAnswer } from '@/lib/server/practice/submit-answer';
import { issueKey } from '@/lib/server/sandbox/engine-keys';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { overPool } from '@/lib/server/sandbox/stored-sandbox';
import { undoCommand } from '@/lib/server/sandbox/undo-command';
import { templateOf } from '../../quiz/context-for-tests';
import { makePerson } from '../accounts/practice-fixture';
import { loadCatalogue } from '../sandbox/sandbox-fixture';

const CONCEPT = 'lifecycle.running';
const words = { ko: '가', en: 'a' };
const RUN = 'docker run -d --name api -p 8080:80 nginx';

const template = templateOf(`
id: take-over-port
concept: ${CONCEPT}
given: ["docker run -d --name web -p 8080:80 nginx"]
ask: { ko: 포트를 넘기세요., en: Hand the port over. }
lab:
  goal: ["publishes(api, 8080)", same(web), running(api)]
  never: [removed(web)]
  solution: [docker stop web, "${RUN}"]
  wrong: [["docker rm -f web", "${RUN}"], [docker pause web]]
  hints: [{ ko: 누가 쓰나요?, en: Who has it? }, { ko: 멈추세요., en: Stop it. }]
`);
let versionId = '';

beforeAll(async () => {
  await loadCatalogue();
  await db.concept.create({
    data: { id: CONCEPT, position: 1, title: words, statement: words, text: words, sources: [] },
  });
  await db.template.create({
    data: { id: template.id, origin: 'course', conceptId: CONCEPT },
  });
  const version = await db.templateVersion.create({
    data: {
      templateId: template.id,
      number: 1,
      conceptId: CONCEPT,
      kind: 'lab',
      skill: 'do',
      source: template.yaml,
      definition: JSON.parse(JSON.stringify(template)) as object,
      sourceHash: '0'.repeat(64),
      beliefs: [],
      proof: {},
      distinctVariants: 1,
      engineVersion,
    },
  });
  versionId = version.id;
});

/** A learner before whom the hands-on question stands. */
async function begin() {
  const learnerId = await makePerson('guest');
  const seed = randomUUID();
  const made = generateVariant(template, seed, await questionContext());
  if (!made.ok) throw new Error(made.error.message);
  const { value } = made;
  const variantId = await db.$transaction((tx) => storeVariant(tx, versionId, { ...value, seed }));
  const card = { learnerId, conceptId: CONCEPT, skill: 'do' } as const;
  await db.card.create({ data: card });
  const showingId = randomUUID();
  await db.showing.create({ data: { ...card, id: showingId, variantId, shownAt: new Date(0) } });
  const type = (line: string, commandKey: string = randomUUID()) =>
    typeLabLine(learnerId, { showingId, commandKey, line }, 'en');
  const answer = (gaveUp: boolean) =>
    submitAnswer(
      learnerId,
      {
        showingId,
        idempotencyKey: randomUUID(),
        // Whatever a browser says of lines and hints: the sandbox knows.
        response: { kind: 'lab', lines: template.id.split(''), gaveUp, hints: 9, restarts: 9 },
        confidence: 'sure',
        responseMs: 1000,
      },
      'en',
    );
  const rating = async () =>
    (await db.review.findFirstOrThrow({ where: { learnerId }, select: { rating: true } })).rating;
  return { learnerId, showingId, type, answer, rating };
}

describe('a hands-on question', () => {
  test('opens its sandbox, tells of each goal after every line, and is right once all hold', async () => {
    const { learnerId, showingId, type, answer, rating } = await begin();
    const opened = await openLab(learnerId, showingId, 'ko');
    expect(opened).toMatchObject({ version: 0, earlier: [], hints: [], restarts: 0, echo: true });
    expect(opened.progress).toEqual({
      goals: [false, true, false],
      broken: [false],
      reached: false,
    });
    const refused = await type(RUN);
    expect(refused.shown).toContain('port is already allocated');
    expect(refused.progress.reached).toBe(false);
    await expect(answer(false)).rejects.toMatchObject({ kind: 'invalid' });
    await type('docker stop web');
    await type('docker rm api');
    const last = await type(RUN);
    expect(last.progress).toEqual({ goals: [true, true, true], broken: [false], reached: true });
    await expect(type('docker ps')).rejects.toMatchObject({ kind: 'invalid' });

    const { verdict, response } = await answer(false);
    expect(verdict).toMatchObject({ correct: true, score: 1, key: { kind: 'lab' } });
    expect(verdict.learnerRun?.map(({ command }) => command)).toEqual([
      RUN,
      'docker stop web',
      'docker rm api',
      RUN,
    ]);
    expect(response).toMatchObject({ hints: 0, restarts: 0, gaveUp: false });
    expect(await rating()).toBe(3);
    await expect(type('docker ps')).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('is the same in two tabs and after a reload, and a line sent twice is typed once', async () => {
    const { learnerId, showingId, type } = await begin();
    const key = randomUUID();
    const [one, other] = await Promise.all([
      type('docker pause web', key),
      type('docker pause web', key),
    ]);
    expect(other).toEqual(one);
    const again = await openLab(learnerId, showingId, 'en');
    expect(again.version).toBe(1);
    expect(again.earlier.map(({ line }) => line)).toEqual(['docker pause web']);
    const tabs = await Promise.all([type('docker ps -q'), type('docker images -q')]);
    expect(tabs.map(({ version }) => version).sort()).toEqual([2, 3]);
    expect((await openLab(learnerId, showingId, 'en')).earlier).toHaveLength(3);
  });

  test('asks for a password without showing it, and goes into a container and out again', async () => {
    const { learnerId, showingId, type } = await begin();
    expect(await type('docker login registry.example.com')).toMatchObject({ prompt: 'Username: ' });
    expect(await type('learner')).toMatchObject({ prompt: 'Password: ', echo: false });
    await type('s3cret');
    const { earlier } = await openLab(learnerId, showingId, 'en');
    expect(earlier.at(-1)).toMatchObject({ line: '', prompt: 'Password: ' });
    const inside = await type('docker exec -it web sh');
    expect(inside.prompt).toMatch(/# $/);
    expect((await type('exit')).prompt).toMatch(/\$ $/);
  });

  test('completes a line as the terminal page does', async () => {
    const { learnerId, showingId } = await begin();
    const asked = { showingId, text: 'docker stop w', cursor: 13 };
    expect(await completeLabLine(learnerId, asked)).toEqual({ candidates: ['web'], word: 'w' });
  });

  test('a rule once broken stays broken until it is begun anew; that makes the answer hard', async () => {
    const { learnerId, showingId, type, answer, rating } = await begin();
    await type('docker rm -f web');
    await type('docker create --name web nginx');
    const built = await type(RUN);
    expect(built.progress).toMatchObject({ broken: [true], reached: false });
    const fresh = await restartLab(learnerId, { showingId, commandKey: randomUUID() }, 'en');
    expect(fresh).toMatchObject({ earlier: [], restarts: 1, progress: { broken: [false] } });
    await type('docker stop web');
    expect((await type(RUN)).progress.reached).toBe(true);
    expect((await answer(false)).response).toMatchObject({
      restarts: 1,
      lines: ['docker stop web', RUN],
    });
    expect(await rating()).toBe(2);
  });

  test('hints come one at a time, are noted, and bring the question back soon', async () => {
    const { learnerId, showingId, type, answer, rating } = await begin();
    const hint = (number: number) => takeHint(learnerId, { showingId, number }, 'ko');
    await expect(hint(2)).rejects.toMatchObject({ kind: 'invalid' });
    expect((await hint(1)).hints).toEqual(['누가 쓰나요?']);
    expect((await hint(1)).hints).toHaveLength(1);
    expect((await hint(2)).hints).toHaveLength(2);
    await expect(hint(3)).rejects.toMatchObject({ kind: 'invalid' });
    await type('docker stop web');
    await type(RUN);
    expect((await answer(false)).verdict.correct).toBe(true);
    expect(await rating()).toBe(1);
  });

  test('given up it is wrong with the share that was reached, and the solution is run', async () => {
    const { type, answer, rating } = await begin();
    await type('docker run -d --name api nginx');
    const { verdict, response } = await answer(true);
    expect(verdict).toMatchObject({ correct: false, score: 0.5 });
    expect(verdict.progress?.goals).toEqual([false, true, true]);
    expect(verdict.run.map(({ command }) => command).slice(-2)).toEqual(['docker stop web', RUN]);
    expect(response).toMatchObject({ gaveUp: true, lines: ['docker run -d --name api nginx'] });
    expect(await rating()).toBe(1);
  });

  test('is nobody else’s, and what the learner’s browser gets holds no solution and no hint', async () => {
    const { learnerId, showingId } = await begin();
    const stranger = await makePerson('guest');
    await expect(openLab(stranger, showingId, 'en')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(
      typeLabLine(stranger, { showingId, commandKey: randomUUID(), line: 'docker ps' }, 'en'),
    ).rejects.toMatchObject({ kind: 'not-found' });
    const sent = JSON.stringify([
      await nextQuestion(learnerId, 'en'),
      await openLab(learnerId, showingId, 'en'),
    ]);
    for (const secret of ['docker stop web', 'publishes(', 'Who has it?']) {
      expect(sent).not.toContain(secret);
    }
  });
});

describe('whichever door a hands-on question is changed through', () => {
  /** The other doors of the sandbox: the terminal's own route, and the docker command line with a key. */
  async function doors() {
    const begun = await begin();
    const { learnerId, showingId } = begun;
    await openLab(learnerId, showingId, 'en');
    const { id: sandboxId } = await db.sandbox.findFirstOrThrow({ where: { learnerId } });
    const keyed = () => ({ sandboxId, learnerId, commandKey: randomUUID() });
    const { key } = await issueKey(learnerId, sandboxId);
    const opened = await new StoredHost().open(key);
    if (opened.kind !== 'open') throw new Error('the key opens nothing');
    const { handle } = opened;
    return {
      ...begun,
      run: (line: string) => runCommand({ ...keyed(), line }),
      undo: () => undoCommand(keyed()),
      send: async (method: 'POST' | 'DELETE', path: string, query = {}) =>
        (await handle.send({ method, path, query })).answer.status,
      read: async () => (await openLab(learnerId, showingId, 'en')).progress,
      sandboxId,
    };
  }

  test('what may never happen is remembered, though the next line hides it', async () => {
    const { run, read, type } = await doors();
    await run('docker rm -f web; docker create --name web nginx');
    await run(RUN);
    expect(await read()).toMatchObject({ broken: [true], reached: false });
    expect((await type('docker ps')).progress.broken).toEqual([true]);
  });

  test('the docker command line breaks a rule, and reaches the goal, as the page does', async () => {
    const one = await doors();
    expect(await one.send('DELETE', '/containers/web', { force: '1' })).toBe(204);
    expect((await one.read()).broken).toEqual([true]);

    const { send, run, read, type, answer, rating } = await doors();
    expect(await send('POST', '/containers/web/stop')).toBe(204);
    expect((await read()).goals).toEqual([false, true, false]);
    await run(RUN);
    await send('POST', '/containers/api/pause');
    expect((await read()).reached).toBe(true);
    await expect(type('docker ps')).rejects.toMatchObject({ kind: 'invalid' });
    const { verdict, response } = await answer(false);
    expect(verdict).toMatchObject({ correct: true, score: 1 });
    expect(response).toMatchObject({ lines: [RUN] });
    expect(verdict.learnerRun?.map(({ command }) => command)).toEqual([
      '# POST /containers/web/stop',
      RUN,
    ]);
    expect(await rating()).toBe(3);
  });

  test('a command that is taken back does not count, and taking back counts as beginning anew', async () => {
    const { run, undo, read, type, answer, rating } = await doors();
    await run('docker rm -f web');
    expect((await read()).broken).toEqual([true]);
    await undo();
    expect((await read()).broken).toEqual([false]);
    await type('docker stop web');
    expect((await type(RUN)).progress.reached).toBe(true);
    expect((await answer(false)).response).toMatchObject({ restarts: 1 });
    expect(await rating()).toBe(2);
  });

  test('a process that knows nothing of it comes to the same', async () => {
    const { learnerId, showingId, run, undo, type, sandboxId } = await doors();
    await type('docker pause web');
    await run('docker unpause web');
    await undo();
    await run('docker stop web');
    const lab = await getLabShowing(learnerId, showingId);
    const { version } = await db.sandbox.findUniqueOrThrow({ where: { id: sandboxId } });
    const known = await standingOf(lab, { sandboxId, version }, overPool);
    vi.resetModules();
    const fresh = await import('@/lib/server/practice/lab/lab-standing');
    const found = await fresh.standingOf(lab, { sandboxId, version }, overPool);
    expect(found).toEqual(known);
    expect(found).toMatchObject({ version: 4, entries: 2, restarts: 1 });
  });

  test('the page is told only where something has changed', async () => {
    const { learnerId, showingId, run } = await doors();
    const look = (version: number) => followLab(learnerId, { showingId, version }, 'en');
    expect(await look(0)).toBeNull();
    await run('docker stop web');
    expect(await look(0)).toMatchObject({ version: 1, typedAt: 1, hasKeys: true });
    expect(await look(1)).toBeNull();
  });
});
