import { err, ok, type Result } from '../../kernel/result';
import { engineQuery } from '../engine-query';
import { fillText } from '../parameters';
import type { Refusal } from '../question-context';
import { lastSandbox, runCommands } from '../run-steps';
import { terminalText } from '../terminal-text';
import type { TemplateBody } from '../template';
import { filledGoal, reaches, type KindDraft, type KindInput, type LayOut } from './kind-draft';

/** A type question: the solution reaches the goal; the start and the wrong attempts do not. */
export function draftType(
  body: Extract<TemplateBody, { kind: 'type' }>,
  input: KindInput,
): Result<LayOut, Refusal> {
  const { stage, values } = input;
  const goal = filledGoal(body.goal, values, 'type.goal');
  if (!goal.ok) return goal;
  const start = stage.sandbox;
  const holds = (sandbox: typeof start): boolean =>
    reaches(goal.value.facts, { query: engineQuery(sandbox, stage.world), start });
  if (holds(start)) {
    return err({
      path: 'type.goal',
      message: 'the goal holds already at the start',
      instead: 'ask for something that a command must bring about',
    });
  }
  const solution = fillText(body.solution, values);
  const run = runCommands(start, [solution], stage.world);
  if (!holds(lastSandbox(start, run))) {
    const output = run[0] === undefined ? '' : terminalText(run[0].shown);
    return err({
      path: 'type.solution',
      message: `\`${solution}\` does not reach the goal${output === '' ? '' : `; it prints "${output.slice(0, 160)}"`}`,
      instead: 'mend the solution or the goal',
    });
  }
  for (const [i, text] of body.wrong.entries()) {
    const command = fillText(text, values);
    if (holds(lastSandbox(start, runCommands(start, [command], stage.world)))) {
      return err({
        path: `type.wrong.${i}`,
        message: `the wrong attempt \`${command}\` reaches the goal`,
        instead: 'it is right: remove it, or make the goal stricter (`same(c)`?)',
      });
    }
  }
  const draft: KindDraft = {
    control: { kind: 'type' },
    key: { kind: 'type', goal: goal.value.texts, solution },
    withheldScenario: [],
    withheldRun: run,
    outcome: 'reached',
    beliefs: [],
  };
  return ok(() => ok(draft));
}
