import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Template } from '../../lib/quiz/template';
import type { ProvedTemplate, WorkerTask } from './worker-messages';

/** Proofs of before, each as long as nothing that it follows from has changed. */
export interface KeptProofs {
  find(template: Template): Promise<ProvedTemplate | null>;
  keep(template: Template, proved: ProvedTemplate): Promise<void>;
}

interface Kept {
  readonly from: string;
  readonly proved: ProvedTemplate;
}

/**
 * Proofs in a folder, a file for each template and task, which the next one replaces. A proof follows from the script that a thread runs (the engine, its catalogue and manual, the proof itself), from
 * what the thread was asked and from the template: only where a digest of them all is the same it is taken from here. A file that cannot be read, or a folder that cannot be written to,
 * means that the proof is made anew.
 *
 * @param script the body of a thread
 */
export function keptProofs(folder: string, script: string, task: WorkerTask): KeptProofs {
  const common = createHash('sha256').update(script).update(spell(task)).digest();
  const digestOf = (template: Template): string =>
    createHash('sha256').update(common).update(spell(template)).digest('hex');
  const fileOf = ({ id }: Template): string =>
    path.join(folder, `${id}.${task.seeds}${task.matrix ? '.matrix' : ''}`);
  return {
    async find(template) {
      const bytes = await readFile(fileOf(template)).catch(() => null);
      const kept = bytes === null ? null : readKept(bytes);
      return kept?.from === digestOf(template) ? kept.proved : null;
    },
    async keep(template, proved) {
      const file = fileOf(template);
      const kept: Kept = { from: digestOf(template), proved };
      const draft = `${file}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, serialize(kept));
        await rename(draft, file);
      } catch (failure) {
        if (!isFileProblem(failure)) throw failure;
      }
    },
  };
}

/** The same text for equal data; a map as its entries. */
function spell(data: Template | WorkerTask): string {
  return JSON.stringify(data, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

/** Null: the file was cut off. */
function readKept(bytes: Buffer): Kept | null {
  try {
    return deserialize(bytes) as Kept;
  } catch {
    return null;
  }
}

/** Whether the file system refused: no room, no right. */
function isFileProblem(failure: unknown): boolean {
  return failure instanceof Error && 'syscall' in failure;
}
