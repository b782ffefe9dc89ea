import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/server/env';
import { doorSign, PORT_FILE, SIGN_PATH } from './door-sign';

/** How long the door may take to answer, in milliseconds. It is on this machine. */
const PATIENCE = 1_000;

/**
 * Where a docker client finds the sandboxes, without a key at its end: ENGINE_URL, else the port of this machine on which our door really answers. Null:
 * it does on none.
 */
export async function findDoor(): Promise<string | null> {
  const { ENGINE_URL, ENGINE_PORT } = env();
  if (ENGINE_URL !== undefined) return ENGINE_URL;
  const ports = new Set([await writtenPort(), ENGINE_PORT]);
  for (const port of ports)
    if (port !== null && (await isOurs(port))) return `tcp://127.0.0.1:${port}`;
  return null;
}

/** The port of the door that was opened last. */
async function writtenPort(): Promise<number | null> {
  const file = path.resolve(env().DRYDOCK_DATA_DIR ?? '.data', PORT_FILE);
  const text = await readFile(file, 'utf8').catch(() => ''); // none is open, or none was ever
  return /^\d{1,5}\s*$/.test(text) ? Number(text) : null;
}

async function isOurs(port: number): Promise<boolean> {
  try {
    const address = `http://127.0.0.1:${port}${SIGN_PATH}`;
    const reply = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    return reply.ok && (await reply.text()).trim() === JSON.stringify({ sign: doorSign() });
  } catch {
    return false; // nobody listens there, or somebody who speaks no HTTP
  }
}
