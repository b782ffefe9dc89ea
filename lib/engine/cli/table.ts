import { textWidth } from './width';

/**
 * Columns as the docker CLI aligns them: Go's text/tabwriter with `NewWriter(out, 10, 1, 3, ' ', 0)`, wide characters counted as two
 * (docker/cli `cli/command/formatter/formatter.go`).
 */

const MIN_WIDTH = 10;
const PADDING = 3;

/**
 * Aligns text whose cells end in a tab and whose lines end in a newline. A column is a run of neighbouring lines that
 * all have a cell there; it is as wide as its widest cell and three spaces, at least `minimum`. The last cell of a line is
 * not part of a column and gets no padding.
 */
export function alignTabs(text: string, minimum = MIN_WIDTH): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const widths: number[][] = lines.map(() => []);
  const layOut = (start: number, end: number, column: number): void => {
    const hasCell = (row: number): boolean => column < (lines[row]?.length ?? 0) - 1;
    for (let row = start; row < end; row++) {
      if (!hasCell(row)) continue;
      const first = row;
      let widest = minimum;
      for (; row < end && hasCell(row); row++) {
        widest = Math.max(widest, textWidth(lines[row]?.[column] ?? '') + PADDING);
      }
      for (let at = first; at < row; at++) widths[at]?.push(widest);
      layOut(first, row, column + 1);
    }
  };
  layOut(0, lines.length, 0);
  return lines
    .map((cells, row) =>
      cells
        .map((cell, column) => {
          const target = widths[row]?.[column];
          return target === undefined ? cell : cell + ' '.repeat(target - textWidth(cell));
        })
        .join(''),
    )
    .join('\n');
}

/** A table from cells: a header and rows, each line ended by a newline. */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return alignTabs([header, ...rows].map((cells) => `${cells.join('\t')}\n`).join(''));
}
