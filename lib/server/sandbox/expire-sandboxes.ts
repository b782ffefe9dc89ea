import 'server-only';
import { now } from '@/lib/server/clock';
import { pool } from '@/lib/server/db';
import { env } from '@/lib/server/env';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** At most so many in one statement: their rows are locked until it ends. */
const BATCH = 100;

/** The statement that takes the rows of some sandboxes away and leaves their journals; those in use at this moment are passed over. */
export function expireStatement(
  which: string,
  values: readonly unknown[],
): { readonly text: string; readonly values: unknown[] } {
  return {
    text: `WITH old AS (SELECT id FROM sandboxes WHERE ${which} ORDER BY used_at LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED),
      gone AS (UPDATE sandboxes s SET expired_at = $1::timestamptz FROM old WHERE s.id = old.id RETURNING s.id)
      SELECT clear_sandbox(id) FROM gone`,
    values: [new Date(now()).toISOString(), ...values],
  };
}

/** Takes the rows of one sandbox away, whatever they say. */
export async function expireSandbox(id: string): Promise<void> {
  const { text, values } = expireStatement(
    `kind <> 'setup' AND expired_at IS NULL AND id = $2::uuid`,
    [id],
  );
  await pool().query(text, values);
}

/** Lets every sandbox expire that nobody has used for the set time; what nobody refers to any more goes too. Returns how many. */
export async function expireSandboxes(): Promise<number> {
  const unused = new Date(now() - env().DRYDOCK_SANDBOX_IDLE_DAYS * DAY_MS).toISOString();
  let expired = 0;
  for (;;) {
    const { text, values } = expireStatement(
      `kind <> 'setup' AND expired_at IS NULL AND used_at < $2::timestamptz`,
      [unused],
    );
    const { rowCount } = await pool().query(text, values);
    expired += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) break;
  }
  await pool().query('SELECT sweep_sandbox_contents()');
  return expired;
}

let last = 0;

/** As `expireSandboxes`, at most once an hour in this process: whoever lists, makes or opens sandboxes asks for it, so that nothing else has to run. */
export async function expireWhenDue(): Promise<void> {
  if (now() - last < HOUR_MS) return;
  last = now();
  await expireSandboxes();
}
