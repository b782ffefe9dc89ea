import 'server-only';
import { createHash } from 'node:crypto';
import { engineVersion, type Sandbox } from '@/lib/engine';
import type { Step } from './journal-record';
import { changesBetween } from './state-rows';
import { ownValues, writeChanges, Writing, type Statement } from './statements';
import type { StoredSandbox } from './stored-sandbox';

/** An input that is longer stands in uploads. */
const LONG_INPUT = 4_000;

/** A change that is to be saved. */
interface Saving {
  readonly commandKey: string;
  /** The sandbox as it is stored. */
  readonly sandbox: Pick<StoredSandbox, 'id' | 'learnerId' | 'version' | 'expired'>;
  /** The state that its rows hold; null: it has no rows. */
  readonly before: Sandbox | null;
  readonly step: Step<unknown>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The one statement that saves a change: it locks the sandbox's row where it still has the version that the change was made to, counts it up, appends the entry and
 * writes the changed rows. It gives one row, or none where the sandbox is no longer that. `size`: the characters by which the journal grows.
 */
export function saveStatement({ commandKey, sandbox, before, step, at }: Saving): {
  readonly statement: Statement;
  readonly size: number;
} {
  const { sandbox: after, entry, result } = step;
  const writing = new Writing();
  const input = JSON.stringify(entry.input);
  const requests = JSON.stringify(entry.requests);
  const told = JSON.stringify(result);
  const size = input.length + requests.length + told.length;
  const instant = writing.value(new Date(at).toISOString(), 'timestamptz');
  writing.part(
    'own',
    `SELECT id FROM sandboxes WHERE id = ${writing.value(sandbox.id, 'uuid')} AND version = ${writing.value(sandbox.version, 'int')}
       AND learner_id IS NOT DISTINCT FROM ${writing.value(sandbox.learnerId, 'uuid')} AND (expired_at IS NULL) = ${writing.value(!sandbox.expired, 'bool')}
     FOR NO KEY UPDATE`,
  );
  const own = Object.entries(ownValues(writing, after));
  writing.part(
    'own_row',
    `UPDATE sandboxes s SET version = s.version + 1, used_at = ${instant}, expired_at = NULL, engine_version = ${writing.value(engineVersion, 'text')},
       journal_size = s.journal_size + ${writing.value(size, 'int')},
       ${own.map(([column, value]) => `${column} = ${value}`).join(', ')}
     FROM own WHERE s.id = own.id`,
  );
  const isLong = input.length > LONG_INPUT;
  const hash = isLong ? createHash('sha256').update(input, 'utf8').digest('hex') : null;
  if (isLong)
    writing.part(
      'upload',
      `INSERT INTO uploads (hash, content) SELECT ${writing.value(hash, 'text')}, ${writing.value(input, 'json')} FROM own
       ON CONFLICT DO NOTHING`,
    );
  const value = (what: unknown, type: string) => writing.value(what, type);
  writing.part(
    'entry',
    `INSERT INTO sandbox_journal (sandbox_id, position, command_key, kind, input, upload_hash, now, requests, result, engine_version, at)
     SELECT own.id, ${value(sandbox.version + 1, 'int')}, ${value(commandKey, 'uuid')}, ${value(entry.input.kind, 'journal_kind')},
       ${value(isLong ? null : input, 'json')}, ${value(hash, 'text')}, ${value((before ?? after).now, 'float8')},
       ${value(requests, 'json')}, ${value(told, 'json')}, ${value(engineVersion, 'text')}, ${instant} FROM own`,
  );
  writeChanges(writing, changesBetween(before, after));
  return { statement: writing.statement('SELECT id FROM own'), size };
}
