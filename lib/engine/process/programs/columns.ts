import { textWidth } from '../../cli/width';

/** What a terminal that tells no size is taken to be wide. */
const TERMINAL_WIDTH = 80;
const GAP = 2;
const NARROWEST = 3;

/** Names in as many columns as fit, each as wide as its own longest name (GNU ls, `calculate_columns`); read downwards. */
export function columns(names: readonly string[], width = TERMINAL_WIDTH): string[] {
  const widths = names.map(textWidth);
  for (let count = mostColumns(names, width); count > 1; count--) {
    const rows = Math.ceil(names.length / count);
    const wide = widestOf(widths, (index) => Math.floor(index / rows));
    if (fits(wide, width)) return laidOut(names, widths, rows, wide);
  }
  return [...names];
}

/** The same, read across. */
export function columnsAcross(names: readonly string[], width: number): string[] {
  const widths = names.map(textWidth);
  for (let count = mostColumns(names, width); count > 1; count--) {
    const wide = widestOf(widths, (index) => index % count);
    if (!fits(wide, width)) continue;
    const lines: string[] = [];
    names.forEach((name, index) => {
      const isLast = index % count === count - 1 || index === names.length - 1;
      const room = (wide[index % count] ?? 0) + GAP - (widths[index] ?? 0);
      const line = Math.floor(index / count);
      lines[line] = (lines[line] ?? '') + name + (isLast ? '' : ' '.repeat(room));
    });
    return lines;
  }
  return [...names];
}

/** Names behind one another with commas, as many a line as fit. */
export function withCommas(names: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  names.forEach((name, index) => {
    const piece = index === names.length - 1 ? name : `${name},`;
    if (line !== '' && textWidth(line) + 1 + textWidth(piece) >= width) {
      lines.push(line);
      line = piece;
    } else line += (line === '' ? '' : ' ') + piece;
  });
  return line === '' ? lines : [...lines, line];
}

function mostColumns(names: readonly string[], width: number): number {
  return Math.min(names.length, Math.ceil(width / NARROWEST));
}

function fits(wide: readonly number[], width: number): boolean {
  return wide.reduce((sum, each) => sum + each, 0) + GAP * (wide.length - 1) < width;
}

/** Names in columns of one width (busybox ls). */
export function evenColumns(names: readonly string[]): string[] {
  const widths = names.map(textWidth);
  const widest = Math.max(0, ...widths);
  const count = Math.floor(TERMINAL_WIDTH / (widest + GAP));
  if (count < 2) return [...names];
  const rows = Math.ceil(names.length / count);
  return laidOut(
    names,
    widths,
    rows,
    Array.from({ length: count }, () => widest),
  );
}

function widestOf(widths: readonly number[], columnOf: (index: number) => number): number[] {
  const wide: number[] = [];
  widths.forEach((width, index) => {
    const column = columnOf(index);
    wide[column] = Math.max(wide[column] ?? 0, width);
  });
  return wide;
}

function laidOut(
  names: readonly string[],
  widths: readonly number[],
  rows: number,
  wide: readonly number[],
): string[] {
  return Array.from({ length: rows }, (_, row) => {
    let line = '';
    for (let index = row; index < names.length; index += rows) {
      const room = (wide[Math.floor(index / rows)] ?? 0) + GAP - (widths[index] ?? 0);
      line += (names[index] ?? '') + (index + rows < names.length ? ' '.repeat(room) : '');
    }
    return line;
  });
}
