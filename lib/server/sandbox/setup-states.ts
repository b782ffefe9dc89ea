import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { deserialise, type Sandbox } from '@/lib/engine';
import { now } from '@/lib/server/clock';
import type { Prisma } from '@/lib/server/generated/client';
import { insertStatement, type SetupName } from './new-sandbox';
import { sandboxWorld } from './sandbox-world';
import type { Statement } from './statements';
import { queryOfPrisma, readSandbox, type Query } from './stored-sandbox';

/**
 * Stores the state in which a variant is asked, as the rows of a sandbox that never changes; once per distinct state. `text` is what `serialise` wrote.
 * Returns its name, the SHA-256 of the text.
 */
export function storeSetupState(tx: Prisma.TransactionClient, text: string): Promise<string> {
  return storeSetupBy(queryOfPrisma(tx), text);
}

/** As `storeSetupState`, over whatever carries statements out. */
export async function storeSetupBy(query: Query, text: string): Promise<string> {
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  const known = await query({
    // In the transaction that stores the variant nobody sweeps it away meanwhile.
    text: 'SELECT 1 FROM setup_states WHERE hash = $1::text FOR KEY SHARE',
    values: [hash],
  });
  if (known.length === 0) await query(insertSetup({ hash, is: 'new' }, deserialise(text)));
  return hash;
}

function insertSetup(setup: SetupName, state: Sandbox): Statement {
  const row = { id: randomUUID(), kind: 'setup', learnerId: null, recipe: null } as const;
  return insertStatement({ ...row, at: now() }, state, setup);
}

/** Setup states never change: those read last are kept by name. */
const kept = new Map<string, Sandbox>();
const MOST_KEPT = 50;

/**
 * The state of that name, from its rows.
 * @throws Error when there is none
 */
export function readSetupState(tx: Prisma.TransactionClient, hash: string): Promise<Sandbox> {
  return readSetupBy(queryOfPrisma(tx), hash);
}

/** As `readSetupState`, over whatever carries statements out. */
export async function readSetupBy(query: Query, hash: string): Promise<Sandbox> {
  const known = kept.get(hash);
  if (known) return known;
  const { catalogue } = await sandboxWorld();
  const found = await readSandbox(await setupSandboxId(query, hash), catalogue, { query });
  if (!found) throw new Error(`the rows of setup state ${hash} are gone`);
  const { state } = found.sandbox;
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(hash, state);
  return state;
}

/**
 * The sandbox that holds the rows of a setup state. One that an earlier version of Drydock has stored as a text becomes rows now; of two at once the second
 * finds what the first has made.
 */
export async function setupSandboxId(query: Query, hash: string): Promise<string> {
  const setup = await findSetup(query, hash);
  if (setup.id !== null) return setup.id;
  if (setup.state !== null)
    await query(insertSetup({ hash, is: 'text' }, deserialise(setup.state)));
  const { id } = await findSetup(query, hash);
  if (id === null) throw new Error(`setup state ${hash} has neither rows nor a text`);
  return id;
}

async function findSetup(
  query: Query,
  hash: string,
): Promise<{ readonly id: string | null; readonly state: string | null }> {
  const [row] = await query<{ readonly id: string | null; readonly state: string | null }>({
    text: `SELECT s.sandbox_id AS id, t.state FROM setup_states s LEFT JOIN setup_state_texts t ON t.hash = s.hash WHERE s.hash = $1`,
    values: [hash],
  });
  if (!row) throw new Error(`there is no setup state ${hash}`);
  return row;
}
