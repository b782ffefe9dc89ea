import { characterWidth, textWidth } from './character-width';

/** The line as it stands on the screen: `start` columns of something else, the prompt, the text with the cursor in it. */
export interface ShownLine {
  /** How many columns are taken already where the prompt begins. */
  readonly start: number;
  readonly prompt: string;
  readonly text: string;
  readonly cursor: number;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where the next character stands behind a text, on a screen so many columns wide. A wide character does not stand across its edge. */
function placeAfter(text: string, from: Place, columns: number): Place {
  let { row, column } = from;
  for (const character of text) {
    const width = characterWidth(character);
    if (column + width > columns) {
      row++;
      column = 0;
    }
    column += width;
  }
  return column >= columns ? { row: row + 1, column: 0 } : { row, column };
}

function cursorOf({ start, prompt, text, cursor }: ShownLine, columns: number): Place {
  return placeAfter(prompt + text.slice(0, cursor), { row: 0, column: start }, columns);
}

/** The row of the cursor below the one in which the prompt begins. */
export function cursorRow(line: ShownLine, columns: number): number {
  return cursorOf(line, columns).row;
}

const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '');
const right = (columns: number): string => (columns > 0 ? `\u001b[${columns}C` : '');

/**
 * What is to be written so that a line stands on the screen in place of the one before. `row`: where the cursor stands now, from the row in which the
 * prompt began. `dress` colours the prompt.
 */
export function drawLine(
  line: ShownLine,
  row: number,
  columns: number,
  dress: (prompt: string) => string = (prompt) => prompt,
): string {
  const { start, prompt, text } = line;
  const end = placeAfter(prompt + text, { row: 0, column: start }, columns);
  const cursor = cursorOf(line, columns);
  // A terminal waits at its edge for the next character; a blank takes it to the next row.
  const overEdge = end.column === 0 && end.row > 0 ? ' \r' : '';
  return (
    `${up(row)}\r${right(start)}\u001b[J${dress(prompt)}${text}${overEdge}` +
    `${up(end.row - cursor.row)}\r${right(cursor.column)}`
  );
}

/** How many columns of the last row are taken after an output, which begins at a fresh row. */
export function columnAfter(output: string, columns: number): number {
  const last = output.slice(output.lastIndexOf('\n') + 1).replace(/\u001b\[[0-9;]*m/g, '');
  const width = textWidth(last.slice(last.lastIndexOf('\r') + 1));
  return width === 0 ? 0 : width % columns;
}

/** Candidates as a shell lists them: in columns, down first. */
export function inColumns(words: readonly string[], columns: number): string {
  const width = Math.max(...words.map(textWidth)) + 2;
  const across = Math.max(1, Math.floor(columns / width));
  const rows = Math.ceil(words.length / across);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: across }, (__, column) => words[column * rows + row] ?? '')
      .map((word) => word + ' '.repeat(Math.max(0, width - textWidth(word))))
      .join('')
      .trimEnd(),
  ).join('\n');
}
