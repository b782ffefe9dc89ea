import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { createSandbox as newState, engineVersion, type Sandbox, type World } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { pool } from '@/lib/server/db';
import { expireWhenDue } from './expire-sandboxes';
import { insertStatement } from './new-sandbox';
import { quotas } from './quotas';
import { keepSandbox } from './sandbox-cache';
import { sandboxWorld } from './sandbox-world';

/** What free play begins with: enough to begin again. */
export interface Recipe {
  readonly seed: string;
  readonly now: number;
  /** Names of the images that lie in the local store. */
  readonly images: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

export function stateOfRecipe(recipe: Recipe, world: World): Sandbox {
  return newState({ ...recipe, world, terminal: true });
}

/**
 * Makes a sandbox for a learner's free play and returns its id. `images` must be names that the catalogue holds.
 * @throws AppError 'too-many' when the learner has as many as anybody may have
 */
export async function createSandbox(
  learnerId: string,
  {
    images = [],
    files = {},
  }: {
    readonly images?: readonly string[];
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): Promise<string> {
  await expireWhenDue();
  const world = await sandboxWorld();
  const at = now();
  const recipe: Recipe = { seed: randomBytes(16).toString('hex'), now: at, images, files };
  const id = randomUUID();
  const state = stateOfRecipe(recipe, world);
  const statement = insertStatement({ id, kind: 'free', learnerId, recipe, at }, state);
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    // Of two at once the second counts what the first has made.
    await client.query('SELECT 1 FROM people WHERE id = $1::uuid FOR UPDATE', [learnerId]);
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM sandboxes WHERE learner_id = $1::uuid AND kind = 'free' AND expired_at IS NULL`,
      [learnerId],
    );
    if ((rows[0]?.count ?? 0) >= quotas.freeSandboxes) throw tooManySandboxes();
    await client.query(statement.text, statement.values);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  const stored = {
    id,
    kind: 'free',
    learnerId,
    version: 0,
    engineVersion,
    journalSize: 0,
  } as const;
  keepSandbox({ ...stored, usedAt: at, expired: false, state });
  return id;
}

function tooManySandboxes(): AppError {
  return new AppError('too-many', {
    words: {
      ko: `실습 환경은 ${quotas.freeSandboxes}개까지 둘 수 있어요. 하나를 비우고 다시 해 주세요.`,
      en: `You can have ${quotas.freeSandboxes} sandboxes. Clear one away first.`,
    },
  });
}
