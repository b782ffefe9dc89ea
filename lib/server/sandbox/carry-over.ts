import 'server-only';
import { randomUUID } from 'node:crypto';
import { engineVersion, type Sandbox, type World } from '@/lib/engine';
import { now } from '@/lib/server/clock';
import { pool } from '@/lib/server/db';
import { log } from '@/lib/server/log';
import type { CarriedOver, JournalInput } from './journal-record';
import { entriesThatCount, readBeginning } from './replay-journal';
import { playInput, playStep } from './run-step';
import { forgetSandbox } from './sandbox-cache';
import { expired, isOutdated } from './sandbox-over';
import { sandboxWorld } from './sandbox-world';
import { saveStatement } from './save-statement';
import { queryOf, readSandbox, type Query, type StoredSandbox } from './stored-sandbox';

/** At most so many entries whose answer has changed are named. */
const MOST_NAMED = 5;

/**
 * Brings a sandbox whose rows another version of the engine has made to this one: its journal is played again from its beginning and gives all rows anew, in one
 * transaction. It is an entry of the journal that says which earlier entries are answered differently now. Of two at once the second finds it done.
 * @throws AppError 'conflict' when this engine cannot play the journal: the sandbox can be begun again
 */
export async function carryOver(sandboxId: string): Promise<void> {
  const { catalogue } = await sandboxWorld();
  const client = await pool().connect();
  const query = queryOf(client);
  try {
    await client.query('BEGIN');
    // In a statement of its own, as in changeSandbox.
    await client.query('SELECT FROM sandboxes WHERE id = $1 FOR NO KEY UPDATE', [sandboxId]);
    const found = await readSandbox(sandboxId, catalogue, { query });
    if (found && isOutdated(found.sandbox)) await carry(found.sandbox, query);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  forgetSandbox(sandboxId);
}

async function carry(sandbox: StoredSandbox, query: Query): Promise<void> {
  const at = now();
  const world = await sandboxWorld();
  const wait = sandbox.kind === 'free' ? Math.max(0, at - sandbox.usedAt) : 0;
  const input = { kind: 'wait', wait } as const;
  const entries = await readAnswered(query, sandbox);
  const beginning = await readBeginning(query, sandbox.id);
  const played = tryTo(sandbox.id, () => playAgain(beginning, entries, world));
  const after = tryTo(sandbox.id, () => playInput(played.after, input, world));
  const result: CarriedOver = { carriedOver: sandbox.engineVersion, ...played.differing };
  await query({ text: 'SELECT clear_sandbox($1::uuid)', values: [sandbox.id] });
  const step = { sandbox: after, entry: { input, requests: [] }, result };
  const commandKey = randomUUID();
  const { statement } = saveStatement({ commandKey, sandbox, before: null, step, at });
  if ((await query(statement)).length !== 1)
    throw new Error(`sandbox ${sandbox.id} changed while its row was locked`);
}

function tryTo<T>(sandboxId: string, play: () => T): T {
  try {
    return play();
  } catch (err) {
    log.warn({ sandboxId, engineVersion, err }, 'a journal cannot be played by this engine');
    throw expired();
  }
}

/** An entry with what was answered to it. */
interface AnsweredEntry {
  readonly position: number;
  readonly input: JournalInput;
  readonly result: unknown;
}

function readAnswered(
  query: Query,
  { id, version }: StoredSandbox,
): Promise<readonly AnsweredEntry[]> {
  return query<AnsweredEntry>({
    text: `SELECT j.position, coalesce(j.input, u.content) AS input, j.result
      FROM sandbox_journal j LEFT JOIN uploads u ON u.hash = j.upload_hash
      WHERE j.sandbox_id = $1::uuid AND j.position <= $2::int ORDER BY j.position`,
    values: [id, version],
  });
}

function playAgain(
  beginning: Sandbox,
  journal: readonly AnsweredEntry[],
  world: World,
): { readonly after: Sandbox; readonly differing: Omit<CarriedOver, 'carriedOver'> } {
  const answers = new Map(journal.map(({ position, result }) => [position, result]));
  const named: { position: number; line: string }[] = [];
  let after = beginning;
  let differing = 0;
  for (const { position, input } of entriesThatCount(journal)) {
    const answer = answers.get(position);
    const step = playStep(after, input, world);
    after = step.sandbox;
    if (seen(answer) === seen(step.result)) continue;
    differing++;
    const { echo } = membersOf(membersOf(answer)['before']);
    if (named.length < MOST_NAMED) named.push({ position, line: nameOf(input, echo !== false) });
  }
  return { after, differing: { differing, named } };
}

/** What somebody has seen of an answer. */
function seen(answer: unknown): string {
  const { shown, exitCode, status } = membersOf(answer);
  return JSON.stringify([shown, exitCode, status]);
}

/** How an entry is named to whoever has made it; what was typed unseen is not told. */
function nameOf(input: JournalInput, echo: boolean): string {
  if (input.kind === 'line') return echo ? input.line : '';
  return input.kind === 'request' ? `${input.request.method} ${input.request.path}` : '';
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
