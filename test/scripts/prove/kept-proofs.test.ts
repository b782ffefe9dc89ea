import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Template } from '@/lib/quiz/template';
import { keptProofs } from '@/scripts/prove/kept-proofs';
import { proveInParallel } from '@/scripts/prove/prove-in-parallel';
import type { ProvedTemplate, WorkerTask } from '@/scripts/prove/worker-messages';
import { readContent } from '@/lib/server/content/read-content';

const read = readContent('content');
if (!read.ok) throw new Error('content/ cannot be read');
const { readings } = read.value;
const card = templateOf('card-shared-kernel');
const task: WorkerTask = { readings, seeds: 8, matrix: false };

function templateOf(id: string): Template {
  const template = read.ok ? read.value.templates.find((each) => each.id === id) : undefined;
  if (template === undefined) throw new Error(`there is no template ${id}`);
  return template;
}

let folder = '';
let proved: ProvedTemplate;

beforeAll(async () => {
  const [made] = await proveInParallel([card], { readings, seeds: 8, threads: 1 });
  if (made === undefined) throw new Error('nothing was proved');
  proved = made;
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'drydock-proofs-'));
  await keptProofs(folder, 'script', task).keep(card, proved);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a proof is taken from before while nothing has changed, and made anew when anything has', async () => {
  const find = (script: string, asked: WorkerTask, template: Template) =>
    keptProofs(folder, script, asked).find(template);
  expect(await find('script', task, structuredClone(card))).toEqual(proved);
  expect(await find('another engine', task, card)).toBeNull();
  expect(await find('script', { ...task, seeds: 9 }, card)).toBeNull();
  expect(await find('script', { ...task, matrix: true }, card)).toBeNull();
  expect(await find('script', { ...task, readings: new Map() }, card)).toBeNull();
  expect(await find('script', task, { ...card, difficulty: 'hard' })).toBeNull();
  expect(await find('script', task, { ...card, positions: {} })).toBeNull();
});

test('of one template and task the last proof is kept, and a file that was cut off is none', async () => {
  const changed = { ...card, difficulty: 'hard' } as const;
  const kept = keptProofs(folder, 'script', task);
  await kept.keep(changed, proved);
  const [file = '', ...others] = await readdir(folder);
  expect(others).toEqual([]);
  expect(await kept.find(changed)).toEqual(proved);
  expect(await kept.find(card)).toBeNull();
  const bytes = await readFile(path.join(folder, file));
  await writeFile(path.join(folder, file), bytes.subarray(0, bytes.length / 2));
  expect(await kept.find(changed)).toBeNull();
});

test('where nothing can be written, proofs are made and not kept', async () => {
  const file = path.join(folder, 'a-file');
  await writeFile(file, '');
  await keptProofs(file, 'script', task).keep(card, proved);
  const under = await proveInParallel([card], { readings, seeds: 8, threads: 1, keptIn: file });
  expect(under).toEqual([proved]);
});

test('what was kept is told in its place among what is proved now', async () => {
  const other = templateOf('card-docker-kernel');
  const options = { readings, seeds: 8, threads: 1, keptIn: folder };
  await proveInParallel([other], options);
  const told: string[] = [];
  const all = await proveInParallel([card, other, templateOf('card-iso')], {
    ...options,
    onProved: ({ proof }) => told.push(proof.templateId),
  });
  expect(told).toEqual(['card-shared-kernel', 'card-docker-kernel', 'card-iso']);
  expect(all.map(({ proof }) => proof.templateId)).toEqual(told);
  expect((await readdir(folder)).length).toBe(3);
});
