import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Problem } from '../support/problem.mjs';

const Holder = z.object({ pid: z.number().int(), born: z.string(), command: z.string() });

/**
 * Takes the data folder for this process, so that two servers never start one cluster. A lock whose
 * process is gone (kill -9, a power cut) is taken over.
 *
 * @param command what to call us when somebody else finds the folder taken, e.g. `npm start`
 * @returns releases the lock
 * @throws Problem when a living process has it
 */
export async function lockFolder(folder: string, command: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'lock');
  const holder = { pid: process.pid, born: birthOf(process.pid) ?? '', command };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFile(file, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
    }
    const other = await lockHolder(folder);
    if (other !== null)
      throw new Problem(
        `Drydock is already running on ${folder}: process ${other.pid}, started by "${other.command}".`,
        'Use that one, stop it with Ctrl-C in its terminal, or start a second one with data and port of its own: DRYDOCK_DATA_DIR=another-folder PORT=3001 npm start',
      );
    await rm(file, { force: true });
  }
  throw new Error(`The lock ${file} can be neither taken nor removed.`);
}

/** The living process that has the folder; null when it is free. */
export async function lockHolder(folder: string): Promise<z.infer<typeof Holder> | null> {
  const file = path.join(folder, 'lock');
  if (!existsSync(file)) return null;
  const parsed = Holder.safeParse(parseJson(await readFile(file, 'utf8')));
  if (!parsed.success) return null;
  return birthOf(parsed.data.pid) === parsed.data.born ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a lock cut short by a full disk belongs to nobody
  }
}

/** When a process started, in the system's own words: tells a reused pid from the first. */
function birthOf(pid: number): string | null {
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
    } catch {
      return null; // no such process
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { stdio: 'pipe' })
      .toString()
      .trim();
  } catch {
    return null; // ps exits with 1 when there is no such process
  }
}
