import Papa from 'papaparse';

/** A spreadsheet would run such a cell as a formula (OWASP, "CSV Injection"); full-width signs and the minus sign too. */
const formula = /^[=+\-@\t\r\n−＝＋－＠]/;

/** A cell: text, a number, or nothing. */
export type CsvCell = string | number | null;

/**
 * CSV as spreadsheets read it right: UTF-8 with a byte order mark, comma, lines end in CR LF, quotes doubled (RFC 4180).
 * Text that would be run as a formula gets an apostrophe in front; numbers stay numbers.
 */
export function csvText(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [[...head], ...rows.map((row) => [...row])];
  return `\uFEFF${Papa.unparse(lines, { escapeFormulae: formula, newline: '\r\n' })}\r\n`;
}
