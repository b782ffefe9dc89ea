/** Whether an output is a table, its columns set by runs of spaces: it must not wrap, as a message must. */
export function hasColumns(output: string): boolean {
  return / {3,}\S/.test(output);
}

/** Whether a line is nothing but an id in full: it says nothing to a reader and is cut where it does not fit, not wrapped. */
export function isLongId(line: string): boolean {
  return /^(sha256:)?[0-9a-f]{64}$/.test(line);
}
