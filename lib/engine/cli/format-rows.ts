import { err, ok, type Result } from '../../kernel/result';
import { alignTabs } from './table';
import { HEADER_FUNCTIONS } from './template/functions';
import { compileTemplate, execute } from './template/template';

/** What a listing command shows. */
export interface RowsToFormat {
  /** The value of `--format` (or the command's own default): `table {{.ID}}\t{{.Names}}`, `{{.ID}}`, `json`. */
  readonly format: string;
  /** The columns' headings by field name, as the template asks for them: `{ ID: 'CONTAINER ID' }`. */
  readonly header: Readonly<Record<string, unknown>>;
  /** One template value per row: a record, typed data or plain JSON. */
  readonly rows: readonly unknown[];
}

/** True for `table` and `table TEMPLATE`: the output has a header and aligned columns. */
export function isTableFormat(format: string): boolean {
  return format.startsWith('table');
}

/**
 * Prints rows by a format (docker/cli `cli/command/formatter/formatter.go`): every row ends in a newline, `\t` and `\n` may
 * be typed as two characters, a table gets a header and aligned columns. The error is the template's; what the CLI
 * puts before it (`template parsing error: `) differs between commands. Nothing is printed when a row fails.
 */
export function formatRows({ format, header, rows }: RowsToFormat): Result<string, string> {
  const isTable = isTableFormat(format);
  const source = format === 'json' ? '{{json .}}' : isTable ? format.slice('table'.length) : format;
  const trimmed = source.replace(/^ +| +$/g, '');
  const template = compileTemplate(trimmed.replaceAll('\\t', '\t').replaceAll('\\n', '\n'));
  if (!template.ok) return template;
  const lines: string[] = [];
  for (const row of rows) {
    const line = execute(template.value, row);
    if (!line.ok) return err(line.error);
    lines.push(`${line.value}\n`);
  }
  if (!isTable) return ok(lines.join(''));
  const heading = execute(template.value, header, { functions: HEADER_FUNCTIONS });
  return ok(alignTabs(`${heading.ok ? heading.value : ''}\n${lines.join('')}`));
}
