import { promptFor, runLine, type CommandRun, type Sandbox, type World } from '../engine';
import { changesBetween } from '../stage/changes-between';
import { pictureOf } from '../stage/picture-of';
import { sentenceOf } from '../stage/sentence-of';
import type { RunStep, ShownRun } from './types';

/** One command that was run, with the sandbox after it. */
export interface StepRun {
  readonly shown: ShownRun;
  readonly after: Sandbox;
}

/** What a terminal shows of a line that was run. `before` is the sandbox in which it was typed. */
export function shownRun(
  before: Sandbox,
  command: string,
  { stdout, stderr, exitCode }: Pick<CommandRun, 'stdout' | 'stderr' | 'exitCode'>,
  world: World,
): ShownRun {
  const shown = { command, stdout, stderr, exitCode };
  return before.session === null ? shown : { ...shown, prompt: promptFor(before, world) };
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
    const shown = shownRun(sandbox, command, run, world);
    sandbox = run.sandbox;
    return { shown, after: sandbox };
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
  const from = pictureOf(start, world);
  let before = from;
  return steps.map(({ shown, after }, index) => {
    const picture = pictureOf(after, world);
    const changes = changesBetween(before, picture);
    before = picture;
    const change =
      changes.length === 0
        ? null
        : { ko: sentenceOf(changes, shown, 'ko'), en: sentenceOf(changes, shown, 'en') };
    return { ...shown, change, picture, ...(index === 0 ? { from } : {}) };
  });
}
