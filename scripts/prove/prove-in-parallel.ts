import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Readings } from '../../lib/quiz/korean';
import { factorial } from '../../lib/quiz/permutations';
import { beliefsOf, type Template } from '../../lib/quiz/template';
import { bundle } from '../support/bundle.mjs';
import { keptProofs } from './kept-proofs';
import type { ProvedTemplate, WorkerAnswer, WorkerJob, WorkerTask } from './worker-messages';

interface ParallelOptions {
  readonly readings: Readings;
  readonly seeds: number;
  /** Whether each template is asked of every misconception as well. */
  readonly matrix?: boolean;
  /** How many threads; as many as there are processors when left out. */
  readonly threads?: number;
  /** The body of a thread, where it was begun to be bundled before it was known what is to be proved. */
  readonly body?: Promise<string>;
  /** Where proofs are kept, to be taken from there as long as nothing that they follow from has changed; left out: all are made. */
  readonly keptIn?: string;
  /** Told of each template in the order of the list, as soon as it and all before it are done. */
  readonly onProved?: (proved: ProvedTemplate) => void;
}

/** Where the project's own commands keep proofs. */
export function proofFolder(root: string): string {
  return path.join(root, 'node_modules', '.cache', 'drydock-proofs');
}

/** A proof makes many short-lived objects: room for them before they are collected. */
const youngGenerationMb = 192;

/**
 * Most code of a proof runs some thousand times and then no more, and each thread has a compiler of its own: optimising later and inlining less costs less than it gains. V8 ignores
 * what it does not know.
 */
const compilerFlags = ['--interrupt-budget=200000', '--max-inlined-bytecode-size-cumulative=200'];

/**
 * Proves templates on all processors, the dearest first, so that no thread is left with a long one at the end. The result is in the order of `templates` and does not depend on the number of
 * threads.
 */
export async function proveInParallel(
  templates: readonly Template[],
  {
    readings,
    seeds,
    matrix = false,
    threads = availableParallelism(),
    body: bundled = bundledWorker(),
    keptIn,
    onProved,
  }: ParallelOptions,
): Promise<readonly ProvedTemplate[]> {
  if (templates.length === 0) return [];
  const task: WorkerTask = { readings, seeds, matrix };
  const body = await bundled;
  const kept = keptIn === undefined ? null : keptProofs(keptIn, body, task);
  const done = new Map<number, ProvedTemplate>();
  const waiting: WorkerJob[] = [];
  for (const [index, template] of templates.entries()) {
    const before = (await kept?.find(template)) ?? null;
    if (before === null) waiting.push({ index, template });
    else done.set(index, before);
  }
  waiting.sort((a, b) => cost(b.template) - cost(a.template));
  const writes: Promise<void>[] = [];
  let told = 0;
  const tell = (): void => {
    for (let ready = done.get(told); ready !== undefined; ready = done.get(told)) {
      told++;
      onProved?.(ready);
    }
  };
  tell();
  for (const flag of compilerFlags) setFlagsFromString(flag);
  const workers = Array.from(
    { length: Math.min(threads, waiting.length) },
    () =>
      new Worker(body, {
        eval: true,
        workerData: task,
        resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
      }),
  );
  try {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            const next = (): void => {
              const job = waiting.shift();
              if (job === undefined) resolve();
              else worker.postMessage(job);
            };
            worker.on('error', reject);
            worker.on('message', ({ index, ...proved }: WorkerAnswer) => {
              done.set(index, proved);
              const template = templates[index];
              if (kept && template) writes.push(kept.keep(template, proved));
              tell();
              next();
            });
            next();
          }),
      ),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  await Promise.all(writes);
  return templates.flatMap((_, index) => done.get(index) ?? []);
}

/** The body of a thread as one script. */
export async function bundledWorker(): Promise<string> {
  return bundle(fileURLToPath(new URL('./prove-worker.ts', import.meta.url)));
}

/** About how much of the engine a template takes: commands of a run, times the runs. */
function cost({ given, do: doing, body }: Template): number {
  const worlds = 1 + beliefsOf(body).length;
  const commands = given.length + doing.length + 1;
  switch (body.kind) {
    case 'order':
      return worlds * (given.length + factorial(body.steps.length));
    case 'lab':
      return commands + body.solution.length + body.wrong.flat().length;
    case 'type':
      return commands + body.wrong.length;
    case 'flashcard':
    case 'parts':
      return 0;
    case 'choice':
    case 'several':
    case 'predict':
    case 'blanks':
      return worlds * commands;
  }
}
