import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What `postmaster.pid` of a cluster folder tells, checked against the processes that run. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** The process exists and is a Postgres of exactly this folder. */
  readonly alive: boolean;
  /** It accepts connections. */
  readonly ready: boolean;
};

/** Reads `postmaster.pid`; null when there is none (nobody runs, or it was stopped cleanly). */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const file = path.join(folder, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch((thrown: unknown) => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (text === null) return null;
  // Lines: pid, data folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const port = Number.parseInt(lines[3] ?? '', 10);
  if (Number.isNaN(pid)) return { pid: 0, port: 0, alive: false, ready: false };
  return { pid, port, alive: isPostgresOf(pid, folder), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Stops the server of a folder: sessions end, everything is written, the process goes. A server that
 * does not go within 20 seconds is stopped without writing (the log replays at the next start).
 */
export async function stopPostmaster(folder: string): Promise<void> {
  const postmaster = await findPostmaster(folder);
  if (postmaster === null || !postmaster.alive) return;
  for (const [signal, seconds] of [['SIGINT', 20] as const, ['SIGQUIT', 10] as const]) {
    process.kill(postmaster.pid, signal);
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      if (!isPostgresOf(postmaster.pid, folder)) return;
      await wait(20);
    }
  }
  throw new Error(`Postgres (process ${postmaster.pid}) does not stop.`);
}

function isPostgresOf(pid: number, folder: string): boolean {
  const command = commandLine(pid);
  return command !== null && command.includes('postgres') && command.includes(folder);
}

/** The command line of a living process; null when there is none, or it is a zombie. */
function commandLine(pid: number): string | null {
  if (existsSync('/proc/self/cmdline')) {
    try {
      const text = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return text === '' ? null : text;
    } catch {
      return null; // no such process
    }
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { stdio: 'pipe' }).toString();
  } catch {
    return null; // ps exits with 1 when there is no such process
  }
}
