import { alignTabs } from './table';
import { compileTemplate, execute } from './template/template';
import { recordOf } from './template/value';
import { CommandError, type Client } from './client';

/** How a listing is printed. */
export interface Listing {
  /** The Go type that errors show: `*formatter.ContainerContext`. */
  readonly type: string;
  /** Words above the columns, by field; a function for a field that takes an argument. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** The template of the plain table: `table {{.ID}}\t{{.Image}}`. */
  readonly table: string;
  /** `raw`. */
  readonly raw?: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The words before a template's error: `failed to parse template`, `template parsing error`. */
  readonly parseError?: string;
  readonly executeError?: string;
  /** An empty row over which the template is tried first, as `docker ps` does. */
  readonly probe?: Readonly<Record<string, unknown>>;
}

/** Prints rows by a `--format`: `table …`, `json`, `raw` or a template (docker/cli cli/command/formatter/formatter.go). */
export function printListing(client: Client, format: string, listing: Listing): void {
  const given = format === '' || format === 'table' ? listing.table : format;
  const isTable = given.startsWith('table');
  const text =
    given === 'json'
      ? '{{json .}}'
      : given === 'raw' && listing.raw
        ? listing.raw
        : isTable
          ? given.slice(5).trim()
          : given;
  const source = text.replaceAll('\\t', '\t').replaceAll('\\n', '\n');
  const template = compileTemplate(source);
  if (!template.ok)
    throw new CommandError(`${listing.parseError ?? 'template parsing error'}: ${template.error}`);
  const line = (data: unknown): string => {
    const result = execute(template.value, data);
    if (!result.ok)
      throw new CommandError(
        `${listing.executeError ?? listing.parseError ?? 'template parsing error'}: ${result.error}`,
      );
    return result.value;
  };
  if (listing.probe) line(recordOf(listing.type, sorted(listing.probe)));
  const isJson = /^\{\{\s*json\s+\.\s*\}\}$/.test(source);
  const show = (row: Readonly<Record<string, unknown>>): string => {
    const text = line(recordOf(listing.type, sorted(row)));
    return `${isJson ? escapeHtml(text) : text}\n`;
  };
  const body = listing.rows.map(show).join('');
  if (!isTable) return client.out(body);
  const header = line(recordOf(listing.type, listing.headers));
  client.out(alignTabs(`${header}\n${body}`));
}

/** Fields in the order of their names, as the formatter's JSON has them. */
function sorted(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** encoding/json's escapes of the characters that HTML knows. */
function escapeHtml(text: string): string {
  return text.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
}
