import 'server-only';
import type { Table } from './tables';

/** A row as the state has it: `json` columns hold values. */
export type Row = Readonly<Record<string, unknown>>;

/** Marks a text that Postgres cannot hold as it is. */
const MARK = '\u0001';

const unstorable =
  /^\u0001|\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Any text as Postgres can hold it: one with NUL or half a character is written as marked JSON. */
export function storableText(text: string): string {
  return unstorable.test(text) ? MARK + JSON.stringify(text) : text;
}

/** The text that `storableText` was given. */
export function textOfStored(stored: string): string {
  return stored.startsWith(MARK) ? (JSON.parse(stored.slice(1)) as string) : stored;
}

/** A row as a statement is given it: `json` columns as texts, so that Postgres does not look into them before they are stored. */
export function encodeRow(row: Row, columns: Table['columns']): Row {
  const encoded: Record<string, unknown> = {};
  for (const name in columns) {
    const value = row[name];
    if (value === undefined) throw new Error(`a row lacks ${name}`);
    if (columns[name] === 'json') encoded[name] = JSON.stringify(value);
    else encoded[name] = typeof value === 'string' ? storableText(value) : value;
  }
  return encoded;
}

/** Makes rows as a statement gave them into rows as the state has them: the very same objects, because hundreds are read at once. */
export function decodeRows(given: readonly Row[], columns: Table['columns']): readonly Row[] {
  const texts = Object.keys(columns).filter((name) => columns[name] === 'text');
  for (const row of given as readonly Record<string, unknown>[])
    for (const name of texts) {
      const value = row[name];
      if (typeof value === 'string' && value.startsWith(MARK)) row[name] = textOfStored(value);
    }
  return given;
}
