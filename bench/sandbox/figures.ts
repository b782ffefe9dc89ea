import { randomUUID } from 'node:crypto';
import { createSandbox as newState, runLine, serialise, type Sandbox } from '@/lib/engine';
import { db, pool } from '@/lib/server/db';
import { copySetup } from '@/lib/server/sandbox/copy-setup';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { forgetSandbox, keptSandbox } from '@/lib/server/sandbox/sandbox-cache';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { setupSandboxId, storeSetupState } from '@/lib/server/sandbox/setup-states';
import { changesBetween } from '@/lib/server/sandbox/state-rows';
import { overPool } from '@/lib/server/sandbox/stored-sandbox';
import { figure, type Figure } from '../engine/figure';
import { bareTransaction, makeBareTable } from './bare';

const IMAGES = ['nginx', 'busybox', 'redis', 'httpd', 'ubuntu'];
const ROUNDS = 60;

/** A learner's round on a sandbox with ten containers: it ends as it began. */
const round = [
  'docker ps -a',
  'docker run -d --name extra -p 9000:80 nginx',
  'docker exec c1 touch /tmp/seen',
  'docker stop extra',
  'docker rm extra',
];
const tenContainers = Array.from(
  { length: 10 },
  (_, index) => `docker run -d --name c${index} -p ${8000 + index}:80 nginx`,
);

export async function* measureSandboxes(): AsyncGenerator<Figure> {
  await db.contentVersion.create({
    data: { hash: '0'.repeat(64), engineVersion: 'bench', templates: 0, concepts: 0, readings: {} },
  });
  await makeBareTable();
  yield* await commands();
  yield await copies();
  yield await manyAtOnce(200);
}

async function newLearner(): Promise<string> {
  return (await db.person.create({ data: { kind: 'guest' }, select: { id: true } })).id;
}

const type = (sandboxId: string, learnerId: string, line: string) =>
  runCommand({ sandboxId, learnerId, commandKey: randomUUID(), line });

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How many queries a piece of work sends. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const own: { query: (...given: readonly unknown[]) => unknown } = pool();
  const query = own.query.bind(own);
  let count = 0;
  own.query = (...given) => {
    count++;
    return query(...given);
  };
  try {
    await work();
  } finally {
    own.query = query;
  }
  return count;
}

function rowsWritten(before: Sandbox | null, after: Sandbox): number {
  const { put, drop } = changesBetween(before, after);
  const rows = [...put.values(), ...drop.values()].reduce((sum, list) => sum + list.length, 0);
  return rows + 2; // the sandbox's own row and the journal's
}

/** A command in the handler, when the process knows the sandbox and when it must be read first. */
async function commands(): Promise<readonly Figure[]> {
  const learnerId = await newLearner();
  const id = await createSandbox(learnerId, { images: IMAGES });
  for (const line of tenContainers) await type(id, learnerId, line);
  const times = { known: [] as number[], read: [] as number[], bare: [] as number[] };
  const queries = { known: 0, read: 0 };
  for (let turn = 0; turn < ROUNDS; turn++)
    for (const line of round) {
      const reads = turn % 2 === 1;
      if (reads) forgetSandbox(id);
      const before = reads ? null : (keptSandbox(id)?.state ?? null);
      const kind = reads ? 'read' : 'known';
      const run = () => type(id, learnerId, line);
      if (turn < 4) queries[kind] = Math.max(queries[kind], await queriesOf(run));
      else times[kind].push(await timed(run));
      const after = keptSandbox(id)?.state;
      if (before && after) {
        const rows = rowsWritten(before, after);
        times.bare.push(await timed(() => bareTransaction(rows)));
      }
    }
  const floor = median(times.bare);
  const words = 'a command on a stored sandbox with ten containers';
  return [
    figure(`${words}, ${queries.known} query`, median(times.known), 'ms', floor),
    figure(`${words} that is read first, ${queries.read} queries`, median(times.read), 'ms', floor),
  ];
}

/** A copy of a setup state with ten containers for a showing. */
async function copies(): Promise<Figure> {
  const world = await sandboxWorld();
  const begun = newState({ world, seed: 'bench', now: Date.UTC(2026, 0, 1), images: IMAGES });
  const state = tenContainers.reduce(
    (sandbox, line) => runLine(sandbox, line, world).sandbox,
    begun,
  );
  const hash = await storeSetupState(db, serialise(state));
  const setupId = await setupSandboxId(overPool, hash);
  const learnerId = await newLearner();
  const showings = await makeShowings(learnerId, hash, ROUNDS);
  const rows = rowsWritten(null, state);
  const times = { copy: [] as number[], bare: [] as number[] };
  for (const showingId of showings) {
    const order = { learnerId, showingId, hash, setupId, at: Date.now() };
    times.copy.push(await timed(() => copySetup(order)));
    times.bare.push(await timed(() => bareTransaction(rows)));
  }
  const value = median(times.copy.slice(5));
  return figure(`a copy of a setup state, ${rows} rows, 1 query`, value, 'ms', median(times.bare));
}

/** Showings that a sandbox can belong to, with the little of a course that they stand on. */
async function makeShowings(learnerId: string, hash: string, count: number): Promise<string[]> {
  const words = { title: {}, statement: {}, text: {}, sources: [] };
  await db.concept.create({ data: { id: 'bench', position: 0, ...words } });
  await db.template.create({ data: { id: 'bench', origin: 'course', conceptId: 'bench' } });
  const version = await db.templateVersion.create({
    data: {
      templateId: 'bench',
      number: 1,
      conceptId: 'bench',
      kind: 'choice',
      skill: 'recognise',
      source: '',
      definition: {},
      sourceHash: hash,
      proof: {},
      engineVersion: 'bench',
    },
  });
  const proof = await db.proof.create({ data: { engineVersion: 'bench', body: {} } });
  const variant = await db.variant.create({
    data: {
      templateVersionId: version.id,
      seed: 'bench',
      fingerprint: hash.slice(0, 32),
      question: {},
      key: {},
      setupHash: hash,
      proofId: proof.id,
    },
  });
  await db.card.create({ data: { learnerId, conceptId: 'bench', skill: 'recognise' } });
  const at = new Date();
  const made = await db.showing.createManyAndReturn({
    data: Array.from({ length: count }, () => ({
      learnerId,
      variantId: variant.id,
      conceptId: 'bench',
      skill: 'recognise' as const,
      shownAt: at,
      closedAt: at,
    })),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}

/** Commands a second when so many sandboxes are used at the same time in one process. Throws when one command fails. */
async function manyAtOnce(count: number): Promise<Figure> {
  const learners = await Promise.all(Array.from({ length: count }, newLearner));
  const sandboxes = await Promise.all(
    learners.map(async (learnerId) => ({
      learnerId,
      id: await createSandbox(learnerId, { images: ['nginx'] }),
    })),
  );
  const lines = ['docker run -d --name web -p 8080:80 nginx', 'docker ps', 'docker stop web'];
  const elapsed = await timed(() =>
    Promise.all(
      sandboxes.map(async ({ id, learnerId }) => {
        for (const line of lines) {
          const { exitCode } = await type(id, learnerId, line);
          if (exitCode !== 0) throw new Error(`${line}: ${exitCode}`);
        }
      }),
    ),
  );
  const bare = await timed(() =>
    Promise.all(
      sandboxes.map(async () => {
        for (let command = 0; command < lines.length; command++) await bareTransaction(6);
      }),
    ),
  );
  const commands = count * lines.length;
  const perSecond = (milliseconds: number) => (commands * 1000) / milliseconds;
  return figure(
    `commands of ${count} sandboxes at once`,
    perSecond(elapsed),
    'per second',
    perSecond(bare),
  );
}
