import { alignTabs } from './table';
import { HEADER_FUNCTIONS } from './template/functions';
import { compileTemplate, execute, type Template } from './template/template';
import { recordOf } from './template/value';
import { CommandError, type Client } from './client';

/** How a listing is printed. */
export interface Listing {
  /** The Go type that errors show: `*formatter.ContainerContext`. */
  readonly type: string;
  /** Words above the columns, by field. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** The template of the plain table: `table {{.ID}}\t{{.Image}}`. */
  readonly table: string;
  /** The template of `raw`, for the commands that know it. */
  readonly raw?: string;
  /** One record a row; a function in it is a method (`{{.Label "app"}}`). */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Prints rows by a `--format`: `table`, `table TEMPLATE`, `json`, `raw` or a template (docker/cli `cli/command/formatter/formatter.go`). Every row ends in a
 * newline; `\t` and `\n` may be typed as two characters. Nothing is printed when a row fails: a CommandError is thrown.
 */
export function printListing(client: Client, format: string, listing: Listing): void {
  const given =
    format === '' || format === 'table'
      ? listing.table
      : format === 'raw'
        ? (listing.raw ?? format)
        : format;
  const isTable = given.startsWith('table');
  const source = given === 'json' ? '{{json .}}' : isTable ? given.slice('table'.length) : given;
  const template = parse(
    source
      .replace(/^ +| +$/g, '')
      .replaceAll('\\t', '\t')
      .replaceAll('\\n', '\n'),
  );
  const body = listing.rows
    .map((row) => {
      const line = execute(template, contextOf(listing.type, row));
      if (!line.ok) throw new CommandError(`template parsing error: ${line.error}`);
      return `${line.value}\n`;
    })
    .join('');
  if (!isTable) return client.out(body);
  const headers = { Label: headingOfLabel, ...listing.headers };
  const heading = execute(template, recordOf('formatter.SubHeaderContext', headers), {
    functions: HEADER_FUNCTIONS,
  });
  client.out(alignTabs(`${heading.ok ? heading.value : ''}\n${body}`));
}

function parse(source: string): Template {
  const template = compileTemplate(source);
  if (!template.ok) throw new CommandError(`template parsing error: ${template.error}`);
  return template.value;
}

/** The context of a row; its JSON has the fields in the order of their names and is escaped for HTML, as docker's MarshalJSON makes it. */
export function contextOf(
  type: string,
  row: Readonly<Record<string, unknown>>,
): ReturnType<typeof recordOf> {
  const sorted = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  return recordOf(type, Object.fromEntries(sorted), { escapesJson: true });
}

/** `com.example.my-label` stands above its column as `my label`. */
function headingOfLabel(name: unknown): string {
  return (String(name).split('.').at(-1) ?? '').replaceAll(/[-_]/g, ' ');
}
