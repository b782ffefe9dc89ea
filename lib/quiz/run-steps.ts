import { runLine, type Sandbox, type World } from '../engine';
import { changeBetween } from './change-between';
import { pictureOf } from './picture';
import type { RunStep, ShownRun } from './types';

/** One command that was run, with the sandbox after it. */
export interface StepRun {
  readonly shown: ShownRun;
  readonly after: Sandbox;
}

/** Runs commands one after another, each from where the one before ended. */
export function runCommands(
  start: Sandbox,
  commands: readonly string[],
  world: World,
): readonly StepRun[] {
  let sandbox = start;
  return commands.map((command) => {
    const run = runLine(sandbox, command, world);
    sandbox = run.sandbox;
    const { stdout, stderr, exitCode } = run;
    return { shown: { command, stdout, stderr, exitCode }, after: sandbox };
  });
}

/** The sandbox after the last step, or the start when there is none. */
export function lastSandbox(start: Sandbox, steps: readonly StepRun[]): Sandbox {
  return steps.at(-1)?.after ?? start;
}

/** Steps with the host's picture after each and the sentence of what each changed. */
export function picturedSteps(
  start: Sandbox,
  steps: readonly StepRun[],
  world: World,
): readonly RunStep[] {
  let before = pictureOf(start, world);
  return steps.map(({ shown, after }) => {
    const picture = pictureOf(after, world);
    const change = changeBetween(before, picture);
    before = picture;
    return { ...shown, change, ...picture };
  });
}

/**
 * What a terminal shows of a run. Docker writes progress and errors to stderr, results to stdout; `run` tells of a pull before it
 * prints anything else, every other command complains after what it could do.
 */
export function terminalText({ stdout, stderr }: Pick<ShownRun, 'stdout' | 'stderr'>): string {
  const pulledFirst = stderr.startsWith('Unable to find image');
  const parts = pulledFirst ? [stderr, stdout] : [stdout, stderr];
  let text = '';
  for (const part of parts.filter((part) => part !== '')) {
    text += text === '' || text.endsWith('\n') ? part : `\n${part}`;
  }
  return text.replace(/\s+$/, '');
}
