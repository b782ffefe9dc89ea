import 'server-only';
import type { Sandbox } from '@/lib/engine';
import { ownRow, type Changes } from './state-rows';
import { encodeRow, type Row } from './stored-text';
import { contents, ownColumns, tableNames, tables, type Table, type TableName } from './tables';

/** One statement with its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Collects the parts of a statement that writes a whole state: each a query of its own, all carried out as one. */
export class Writing {
  readonly #parts: string[] = [];
  readonly #values: unknown[] = [];

  /** A parameter; gives the mark that stands for it. */
  value(value: unknown, type: string): string {
    this.#values.push(value);
    return `$${this.#values.length}::${type}`;
  }

  /** A query under a name by which others can look at it. */
  part(name: string, query: string): void {
    this.#parts.push(`${name} AS (${query})`);
  }

  /** Rows as a table that can be selected from as `r`. */
  rows(rows: readonly Row[], columns: Table['columns']): string {
    const given = this.value(JSON.stringify(rows.map((row) => encodeRow(row, columns))), 'json');
    const types = Object.entries(columns).map(
      ([column, type]) => `${column} ${type === 'json' ? 'text' : type}`,
    );
    return `json_to_recordset(${given}) AS r(${types.join(', ')})`;
  }

  /** The whole: `own` must be one of its parts, with the sandbox's id. */
  statement(answer: string): Statement {
    return { text: `WITH ${this.#parts.join(',\n')}\n${answer}`, values: this.#values };
  }
}

const valueOf = ([column, type]: readonly [string, string]): string =>
  type === 'json' ? `r.${column}::json` : `r.${column}`;

/** Adds the parts that write what has changed. The part `own` must give the sandbox's id, or nothing when nothing is to be written. */
export function writeChanges(writing: Writing, changes: Changes): void {
  for (const [name, rows] of changes.contents) {
    const { columns }: Table = contents[name];
    // In one order everywhere, so that two statements never wait for one another.
    const ordered = [...rows].sort((a, b) => (String(a['digest']) < String(b['digest']) ? -1 : 1));
    writing.part(
      `put_${name}`,
      `INSERT INTO ${name} (${Object.keys(columns).join(', ')})
       SELECT ${Object.entries(columns).map(valueOf).join(', ')} FROM own, ${writing.rows(ordered, columns)}
       ON CONFLICT DO NOTHING`,
    );
  }
  for (const name of tableNames) {
    const rows = changes.put.get(name);
    if (rows) writing.part(`put_${name}`, putQuery(name, rows, writing));
    const keys = changes.drop.get(name);
    if (keys) writing.part(`drop_${name}`, dropQuery(name, keys, writing));
  }
  if (changes.cutLogs.length > 0)
    writing.part(
      'cut_logs',
      `DELETE FROM sandbox_container_logs t
       USING own, ${writing.rows(changes.cutLogs, { container_id: 'text', keep_first: 'bool' })}
       WHERE t.sandbox_id = own.id AND t.container_id = r.container_id AND NOT (r.keep_first AND t.position = 0)`,
    );
  if (changes.cutEvents !== null)
    writing.part(
      'cut_events',
      `DELETE FROM sandbox_events t USING own
       WHERE t.sandbox_id = own.id AND NOT (${writing.value(changes.cutEvents.keep_first, 'bool')} AND t.position = 0)`,
    );
}

function putQuery(name: TableName, rows: readonly Row[], writing: Writing): string {
  const { key, columns }: Table = tables[name];
  const others = Object.keys(columns).filter((column) => !key.includes(column));
  return `INSERT INTO ${name} (sandbox_id, ${Object.keys(columns).join(', ')})
    SELECT own.id, ${Object.entries(columns).map(valueOf).join(', ')} FROM own, ${writing.rows(rows, columns)}
    ON CONFLICT (sandbox_id, ${key.join(', ')})
    DO UPDATE SET ${others.map((column) => `${column} = EXCLUDED.${column}`).join(', ')}`;
}

function dropQuery(name: TableName, keys: readonly Row[], writing: Writing): string {
  const { key, columns }: Table = tables[name];
  const types = Object.fromEntries(key.map((column) => [column, columns[column] ?? 'text']));
  return `DELETE FROM ${name} t USING own, ${writing.rows(keys, types)}
    WHERE t.sandbox_id = own.id AND ${key.map((column) => `t.${column} = r.${column}`).join(' AND ')}`;
}

/** The sandbox's own columns with their values, as marks of parameters. */
export function ownValues(writing: Writing, state: Sandbox): Readonly<Record<string, string>> {
  const row = encodeRow(ownRow(state), ownColumns);
  return Object.fromEntries(
    Object.entries(ownColumns).map(([column, type]) => [column, writing.value(row[column], type)]),
  );
}

const columnList = (table: Table, alias: string): string =>
  Object.keys(table.columns)
    .map((column) => `${alias}.${column}`)
    .join(', ');

/**
 * The columns of a select that gives the state of sandbox `s`, as `StoredState`: one a table, because one value of them all is copied more often. The digests of
 * images that need not be given are one parameter. Events are given as text: few commands look at them, and they are half of all that is read.
 */
export function stateColumns(known: string): string {
  const parts = tableNames
    .filter((name) => name !== 'sandbox_events')
    .map(
      (name) =>
        `(SELECT json_agg(x) FROM (SELECT ${columnList(tables[name], 't')} FROM ${name} t WHERE t.sandbox_id = s.id) x) AS ${name}`,
    );
  const unknown = (column: string, table: string) =>
    `SELECT i.${column} AS digest FROM ${table} i WHERE i.sandbox_id = s.id AND i.${column} <> ALL (${known})`;
  return `
    (SELECT row_to_json(x) FROM (SELECT ${Object.keys(ownColumns)
      .map((column) => `s.${column}`)
      .join(', ')}) x) AS own,
    ${parts.join(',\n    ')},
    (SELECT string_agg(e.events::text, ',' ORDER BY e.position) FROM sandbox_events e WHERE e.sandbox_id = s.id) AS events,
    (SELECT e.position + json_array_length(e.events) FROM sandbox_events e WHERE e.sandbox_id = s.id ORDER BY e.position DESC LIMIT 1) AS event_count,
    (SELECT json_agg(x) FROM (
      SELECT ${columnList(contents.image_contents, 'c')},
        (SELECT json_agg(l.diff_id ORDER BY l.position) FROM image_content_layers l WHERE l.digest = c.digest) AS layers
      FROM (${unknown('digest', 'sandbox_images')}
        UNION ${unknown('held_digest', 'sandbox_images')}
        UNION ${unknown('image_digest', 'sandbox_registry_contents')}) unknown
      JOIN image_contents c ON c.digest = unknown.digest) x) AS image_contents,
    (SELECT json_agg(x) FROM (
      SELECT ${columnList(contents.layer_contents, 'c')} FROM sandbox_layers l JOIN layer_contents c ON c.digest = l.digest
      WHERE l.sandbox_id = s.id) x) AS layer_contents`;
}
