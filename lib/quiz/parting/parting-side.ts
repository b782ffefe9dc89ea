import { outputSignature } from '../output-signature';
import { terminalText } from '../terminal-text';
import type { ShownRun } from '../types';
import type { PartingPlace, PartingSide, PartingStep } from './parting';

/** A run as it is shown, with the place at which it differs from the other. */
export function sideOf(runs: readonly ShownRun[], differs: PartingPlace): PartingSide {
  return { steps: runs.map(stepOf), differs };
}

function stepOf(run: ShownRun): PartingStep {
  const { command, prompt } = run;
  return { command, ...(prompt === undefined ? {} : { prompt }), lines: linesOf(run) };
}

/** The lines of an output, without those that are empty at its beginning and its end. */
export function linesOf(run: ShownRun): readonly string[] {
  const text = terminalText(run).replace(/^\n+/, '');
  return text === '' ? [] : text.split('\n');
}

/** The first line in which two outputs differ: one that says something else, else one that has other ids. */
export function firstDifferingLine(one: ShownRun, other: ShownRun): number {
  const lines = linesOf(one);
  const others = linesOf(other);
  const most = Math.max(lines.length, others.length);
  const places = Array.from({ length: most }, (_, line) => line);
  const says = (line: string | undefined) => (line === undefined ? null : outputSignature(line));
  return (
    places.find((line) => says(lines[line]) !== says(others[line])) ??
    places.find((line) => lines[line] !== others[line]) ??
    0
  );
}

const errorLine = /^(docker: )?(error|denied)\b/i;
/** How a push begins and what is told of each layer: the same whether it comes to something or not. */
const progressLine = /^(The push refers to|[0-9a-f]{12}: )/;

/**
 * The line of an output that tells it from another. Where one failed and the other did not, what each came to: of the failed one the error, of the other the first
 * line of its own that is not mere progress. Else the first that differs.
 */
export function tellingLine(run: ShownRun, other: ShownRun): number {
  const first = firstDifferingLine(run, other);
  if (run.exitCode === other.exitCode) return first;
  const lines = linesOf(run);
  const found =
    run.exitCode === 0
      ? lines.findIndex((line, at) => at >= first && !progressLine.test(line))
      : lines.findIndex((line) => errorLine.test(line));
  return found >= 0 ? found : first;
}
