import type { OrderedFile } from './template';

/** A text as one word of the host's shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * The lines of a terminal that an order of steps stands for: the steps themselves; of a file, the line that writes the file with its lines in this order,
 * and what is run after it.
 */
export function linesOfOrder(
  steps: readonly string[],
  file: OrderedFile | undefined,
): readonly string[] {
  if (file === undefined) return steps;
  const write = `printf '%s\\n' ${steps.map(quoted).join(' ')} > ${/^[\w./-]+$/.test(file.path) ? file.path : quoted(file.path)}`;
  return [write, ...file.then];
}
