import 'server-only';
import type { StoredSandbox } from './stored-sandbox';

/** How many sandboxes a process keeps. Correctness never hangs on it: what is saved is saved to the version that was kept, or not at all. */
const MOST_KEPT = 500;

/** Kept on the process, so that a hot reload of this module finds them. */
const process: typeof globalThis & { drydockSandboxes?: Map<string, StoredSandbox> } = globalThis;
const kept = (process.drydockSandboxes ??= new Map());

/** The sandbox as this process knows it; another may have changed it since. */
export function keptSandbox(id: string): StoredSandbox | null {
  return kept.get(id) ?? null;
}

/** Keeps a sandbox, the one that was used longest ago goes. */
export function keepSandbox(sandbox: StoredSandbox): void {
  kept.delete(sandbox.id);
  kept.set(sandbox.id, sandbox);
  if (kept.size <= MOST_KEPT) return;
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}

/** Forgets a sandbox that has been found to be another than was kept, or all of them. */
export function forgetSandbox(id?: string): void {
  if (id === undefined) kept.clear();
  else kept.delete(id);
}
