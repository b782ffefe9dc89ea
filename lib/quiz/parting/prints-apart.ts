import { outputSignature } from '../output-signature';
import { terminalText } from '../terminal-text';
import type { ShownRun } from '../types';

/** Whether two runs of the same commands print something else, command for command. */
export type PrintsApart = (some: readonly ShownRun[], others: readonly ShownRun[]) => boolean;

/**
 * A difference that a reader sees: not in generated ids alone (the same id twice or two ids in one output is one), not in times, the width of columns or the order
 * of lines.
 */
export const apartToTheEye: PrintsApart = (some, others) =>
  differing(some, others).some(([one, other]) => looks(one) !== looks(other));

/** Any difference but times and the width of columns; an id counts where it comes again in the run, as the same or as another. */
export const apartInIds: PrintsApart = (some, others) =>
  differing(some, others).length > 0 && transcriptSignature(some) !== transcriptSignature(others);

/** The commands that did not print the same bytes. */
function differing(
  some: readonly ShownRun[],
  others: readonly ShownRun[],
): readonly (readonly [ShownRun, ShownRun])[] {
  return some.flatMap((one, i) => {
    const other = others[i];
    return other === undefined || (one.stdout === other.stdout && one.stderr === other.stderr)
      ? []
      : [[one, other] as const];
  });
}

/** An output as it looks: lines in an order of their own, ids numbered within it. */
function looks(run: ShownRun): string {
  const lines = terminalText(run)
    .split('\n')
    .map((line) => ({ line, key: outputSignature(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return outputSignature(lines.map(({ line }) => line).join('\n'));
}

/** Outputs one after another: an id that comes again later is known to be the same. */
export function transcriptSignature(runs: readonly ShownRun[]): string {
  return outputSignature(runs.map((run) => terminalText(run)).join('\n\0\n'));
}
