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
