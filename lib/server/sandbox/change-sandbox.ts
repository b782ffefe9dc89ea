import 'server-only';
import type pg from 'pg';
import { engineVersion, type Sandbox } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { pool } from '@/lib/server/db';
import { carryOver } from './carry-over';
import { expireSandbox } from './expire-sandboxes';
import type { JournalInput, Step } from './journal-record';
import { quotas } from './quotas';
import { forgetSandbox, keepSandbox, keptSandbox } from './sandbox-cache';
import { expired, isOutdated } from './sandbox-over';
import { sandboxWorld } from './sandbox-world';
import { saveStatement } from './save-statement';
import {
  overPool,
  queryOf,
  readSandbox,
  type EarlierEntry,
  type Query,
  type StoredSandbox,
} from './stored-sandbox';

/** Who asks for a change. `learnerId` null: a sandbox that belongs to nobody. */
export interface ChangeAsk {
  readonly sandboxId: string;
  readonly learnerId: string | null;
  /** A UUID. The same one again gives the stored result and changes nothing. */
  readonly commandKey: string;
  /** Whether an input that came with this key before is the same command; without it, any is. */
  readonly isSame?: (input: JournalInput) => boolean;
  /** Also where the sandbox has expired: the step then gives the whole state anew. */
  readonly revives?: boolean;
}

export interface Changed<T> {
  readonly result: T;
  /** Of the entry in the journal. */
  readonly position: number;
  /** Of the sandbox after the entry. */
  readonly version: number;
  /** The command had been carried out before. */
  readonly repeated: boolean;
}

/** How a step is asked: it decides what happens and must not do anything itself, because it may be asked again. */
export type Decide<T> = (state: Sandbox, at: StepMoment) => Step<T> | Promise<Step<T>>;

/** What a step may look at beside the state. */
export interface StepMoment {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly sandbox: StoredSandbox;
  /** Reads within the transaction, where there is one. */
  readonly query: Query;
}

/** Attempts without a lock, before the sandbox's row is held from reading to writing. */
const OPTIMISTIC_ATTEMPTS = 3;

/** What is under way in this process, by sandbox: one after the other, so that commands do not do one another's work in vain. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Changes a sandbox by one command. The step works on the version that this process knows; saving is one statement that locks the sandbox's row and
 * writes only to that version: changed rows, version and journal entry together. Where another process was faster the newest version is read and the
 * step asked again; after three times the row is locked first. So a command is never lost and never done twice. Rows that another version of the engine has made
 * are carried over first, and so are rows that make no sense.
 *
 * @throws AppError 'not-found' when there is no such sandbox of this learner; 'conflict' when it has expired, or the key was used for another command;
 *   'too-many' when its journal is full; whatever the step throws
 */
export function changeSandbox<T>(ask: ChangeAsk, step: Decide<T>): Promise<Changed<T>> {
  const { sandboxId } = ask;
  const before = queues.get(sandboxId) ?? Promise.resolve();
  const changed = before.then(
    () => change(ask, step),
    () => change(ask, step),
  );
  queues.set(sandboxId, changed);
  const done = () => {
    if (queues.get(sandboxId) === changed) queues.delete(sandboxId);
  };
  changed.then(done, done);
  return changed;
}

async function change<T>(ask: ChangeAsk, step: Decide<T>): Promise<Changed<T>> {
  for (let attempt = 0; attempt < OPTIMISTIC_ATTEMPTS; attempt++) {
    const changed = await attemptChange(ask, step, null);
    if (changed) return changed;
    forgetSandbox(ask.sandboxId);
  }
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    // In a statement of its own: a statement that waits for the lock and reads as well sees the new row among the old ones of other tables.
    await client.query('SELECT FROM sandboxes WHERE id = $1 FOR NO KEY UPDATE', [ask.sandboxId]);
    const changed = await attemptChange(ask, step, client);
    if (!changed) throw new Error(`sandbox ${ask.sandboxId} changed while its row was locked`);
    await client.query('COMMIT');
    return changed;
  } catch (error) {
    forgetSandbox(ask.sandboxId);
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** Null: the sandbox is no longer what the step worked on. */
async function attemptChange<T>(
  ask: ChangeAsk,
  step: Decide<T>,
  client: pg.PoolClient | null,
): Promise<Changed<T> | null> {
  const kept = client ? null : keptSandbox(ask.sandboxId);
  const known = kept?.learnerId === ask.learnerId ? kept : null;
  const query = client ? queryOf(client) : overPool;
  const { sandbox, earlier } = known ? { sandbox: known, earlier: null } : await read(ask, query);
  refuseOthers(ask, sandbox);
  if (!known && isOutdated(sandbox)) {
    if (client) throw expired();
    await (ask.revives ? expireSandbox(ask.sandboxId) : carryOver(ask.sandboxId));
    return null;
  }
  const at = now();
  if (earlier) return repeatOf(ask, earlier);
  const decided = await step(sandbox.state, { now: at, sandbox, query });
  refuseFull(sandbox);
  const { statement, size } = saveStatement({
    commandKey: ask.commandKey,
    sandbox,
    before: sandbox.expired ? null : sandbox.state,
    step: decided,
    at,
  });
  try {
    if ((await query(statement)).length !== 1) return null;
  } catch (error) {
    if (isUsedKey(error) && known) {
      forgetSandbox(ask.sandboxId);
      return attemptChange(ask, step, null);
    }
    throw asRefusal(error);
  }
  const version = sandbox.version + 1;
  keepSandbox({
    ...sandbox,
    version,
    engineVersion,
    expired: false,
    usedAt: at,
    journalSize: sandbox.journalSize + size,
    state: decided.sandbox,
  });
  return { result: decided.result, position: version, version, repeated: false };
}

async function read(
  ask: ChangeAsk,
  query: Query,
): Promise<{ readonly sandbox: StoredSandbox; readonly earlier: EarlierEntry | null }> {
  const { catalogue } = await sandboxWorld();
  const { sandboxId, commandKey } = ask;
  const found = await readSandbox(sandboxId, catalogue, { commandKey, query });
  if (!found) throw new AppError('not-found');
  return found;
}

function refuseOthers(ask: ChangeAsk, sandbox: StoredSandbox): void {
  if (sandbox.learnerId !== ask.learnerId || sandbox.kind === 'setup')
    throw new AppError('not-found');
  if (sandbox.expired && !ask.revives) throw expired();
}

function repeatOf<T>(
  { commandKey, isSame }: ChangeAsk,
  { position, input, result }: EarlierEntry,
): Changed<T> {
  if (isSame && !isSame(input))
    throw new AppError('conflict', { cause: `command key ${commandKey} was used before` });
  return { result: result as T, position, version: position, repeated: true };
}

function refuseFull({ version, journalSize }: StoredSandbox): void {
  if (version < quotas.entries && journalSize < quotas.journalCharacters) return;
  throw new AppError('too-many', {
    words: {
      ko: `이 실습 환경의 기록이 가득 찼어요(명령 ${quotas.entries}개). 새로 만들어 주세요.`,
      en: `The journal of this sandbox is full (${quotas.entries} commands). Make a new one.`,
    },
  });
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function isUsedKey(error: unknown): boolean {
  return (
    codeOf(error) === '23505' &&
    error instanceof Error &&
    'constraint' in error &&
    error.constraint === 'sandbox_journal_sandbox_id_command_key_key'
  );
}

/** A name that no index takes (54000: above 2,700 bytes) is refused in words. */
function asRefusal(error: unknown): unknown {
  return codeOf(error) === '54000'
    ? new AppError('invalid', {
        words: {
          ko: '이름이 너무 길어서 저장할 수 없어요.',
          en: 'A name is too long to be stored.',
        },
        cause: error,
      })
    : error;
}
