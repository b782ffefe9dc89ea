import { worldOf, type Sandbox } from '../engine';
import { engineQuery } from './engine-query';
import { isTrue } from './facts/evaluate-fact';
import { parseFact } from './facts/parse-fact';
import type { QuestionContext } from './question-context';
import { lastSandbox, runCommands } from './run-steps';

/** What running a typed command needs beside the variant. */
export interface CommandScene {
  /** The stored setup state; asked for only when a command must be run. */
  readonly setup: () => Sandbox;
  readonly context: Pick<QuestionContext, 'catalogue' | 'manual'>;
}

/**
 * Whether a command line reaches a goal from a setup state. The line runs in the true engine on a fork; the facts are asked of where it ends, with the
 * clock stopped.
 *
 * @throws when a stored goal is no fact: it was checked before it was stored
 */
export function reachesGoal(
  command: string,
  goal: readonly string[],
  { setup, context }: CommandScene,
): boolean {
  const start = setup();
  const world = worldOf(context.catalogue, context.manual);
  const after = lastSandbox(start, runCommands(start, [command], world));
  const query = engineQuery(after, world);
  return goal.every((text) => {
    const fact = parseFact(text);
    if (!fact.ok) throw new Error(`the stored goal "${text}" is not a fact: ${fact.error.message}`);
    return isTrue(fact.value, { query, start });
  });
}
