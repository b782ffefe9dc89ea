import { textWidth } from '../../cli/width';

/** What a terminal that tells no size is taken to be wide. */
const TERMINAL_WIDTH = 80;
const GAP = 2;
const NARROWEST = 3;

/** Names in as many columns as fit, each as wide as its own longest name (GNU ls, `calculate_columns`); read downwards. */
export function columns(names: readonly string[]): string[] {
  const widths = names.map(textWidth);
  const most = Math.min(names.length, Math.ceil(TERMINAL_WIDTH / NARROWEST));
  for (let count = most; count > 1; count--) {
    const rows = Math.ceil(names.length / count);
    const wide = widestOf(widths, rows);
    if (wide.reduce((sum, width) => sum + width, 0) + GAP * (count - 1) < TERMINAL_WIDTH)
      return laidOut(names, widths, rows, wide);
  }
  return [...names];
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

function widestOf(widths: readonly number[], rows: number): number[] {
  const wide: number[] = [];
  widths.forEach((width, index) => {
    const column = Math.floor(index / rows);
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
