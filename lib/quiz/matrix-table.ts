import { told, type KillRow } from './kill-matrix';

const signs = { 'in all': '●', 'in some': '◐', 'in none': '·' } as const;

/**
 * A kill matrix as lines of text to read, by misconception, each with the templates that tell it from the truth: `●` in every variant, `◐` in some. What the template lists itself is
 * written plain, what it tells without listing it in brackets.
 *
 * @param listed the beliefs that a template lists
 */
export function matrixTable(
  rows: readonly KillRow[],
  misconceptions: readonly string[],
  listed: (templateId: string) => readonly string[],
): readonly string[] {
  return misconceptions.flatMap((id) => {
    const telling = rows.filter((row) => told(row, id) !== 'in none');
    const always = telling.filter((row) => told(row, id) === 'in all').length;
    return [
      `${id}: told by ${telling.length} (in every variant by ${always})`,
      ...telling.map((row) => {
        const name = listed(row.templateId).includes(id) ? row.templateId : `(${row.templateId})`;
        return `  ${signs[told(row, id)]} ${name}  ${row.kind}`;
      }),
    ];
  });
}
