import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { deserialise, type Sandbox } from '@/lib/engine';
import { now } from '@/lib/server/clock';
import type { Prisma } from '@/lib/server/generated/client';
import { insertStatement, type SetupName } from './new-sandbox';
import { sandboxWorld } from './sandbox-world';
import { readSandbox } from './stored-sandbox';

/**
 * Stores the state in which a variant is asked, as the rows of a sandbox that never changes; once per distinct state. `text` is what `serialise` wrote.
 * Returns its name, the SHA-256 of the text.
 */
export async function storeSetupState(tx: Prisma.TransactionClient, text: string): Promise<string> {
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  const known = await tx.setupState.findUnique({ where: { hash }, select: { hash: true } });
  if (known === null) await insertSetup(tx, { hash, is: 'new' }, text);
  return hash;
}

async function insertSetup(
  tx: Prisma.TransactionClient,
  setup: SetupName,
  state: string,
): Promise<void> {
  const row = { id: randomUUID(), kind: 'setup', learnerId: null, recipe: null } as const;
  const { text, values } = insertStatement({ ...row, at: now() }, deserialise(state), setup);
  await tx.$queryRawUnsafe(text, ...values);
}

/** Setup states never change: those read last are kept by name. */
const kept = new Map<string, Sandbox>();
const MOST_KEPT = 50;

/**
 * The state of that name, from its rows.
 * @throws Error when there is none
 */
export async function readSetupState(tx: Prisma.TransactionClient, hash: string): Promise<Sandbox> {
  const known = kept.get(hash);
  if (known) return known;
  const { catalogue } = await sandboxWorld();
  const found = await readSandbox(await setupSandboxId(tx, hash), catalogue, {
    query: ({ text, values }) => tx.$queryRawUnsafe(text, ...values),
  });
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
export async function setupSandboxId(tx: Prisma.TransactionClient, hash: string): Promise<string> {
  const setup = await tx.setupState.findUniqueOrThrow({ where: { hash }, include: { text: true } });
  if (setup.sandboxId !== null) return setup.sandboxId;
  if (setup.text !== null) await insertSetup(tx, { hash, is: 'text' }, setup.text.state);
  const { sandboxId } = await tx.setupState.findUniqueOrThrow({ where: { hash } });
  if (sandboxId === null) throw new Error(`setup state ${hash} has neither rows nor a text`);
  return sandboxId;
}
