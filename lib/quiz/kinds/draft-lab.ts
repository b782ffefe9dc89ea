import { err, ok, type Result } from '../../kernel/result';
import { fillWords } from '../fill-words';
import { goalWords, neverWords } from '../lab-words';
import { playLab, reachingLine, type LabFacts } from '../lab-progress';
import { fillText } from '../parameters';
import type { Refusal } from '../question-context';
import type { TemplateBody } from '../template';
import type { Words } from '../types';
import type { KindDraft, KindInput, LayOut } from './kind-draft';
import { fillSaidFacts, type FilledFact } from './said-facts';

/** Why the start is no start: the goal holds already, or something is broken already. */
function refuseStart(
  facts: LabFacts,
  never: readonly FilledFact[],
  stage: KindInput['stage'],
): Refusal | null {
  const [first] = playLab(facts, stage.sandbox, [], stage.world).progress;
  const broken = first?.broken.indexOf(true) ?? -1;
  if (broken >= 0) {
    return {
      path: `lab.never.${broken}`,
      message: `\`${never[broken]?.text ?? ''}\` holds already at the start`,
      instead: 'forbid something that has not happened yet',
    };
  }
  if (first?.goals.includes(false) !== false) return null;
  return {
    path: 'lab.goal',
    message: 'the goal holds already at the start',
    instead: 'ask for something that commands must bring about',
  };
}

/** A hands-on question: the solution reaches the goal with its last line; the start and the wrong attempts never do. */
export function draftLab(
  body: Extract<TemplateBody, { kind: 'lab' }>,
  input: KindInput,
): Result<LayOut, Refusal> {
  const { stage, values, context } = input;
  const goal = fillSaidFacts(body.goal, 'lab.goal', goalWords, input);
  if (!goal.ok) return goal;
  const never = fillSaidFacts(body.never, 'lab.never', neverWords, input);
  if (!never.ok) return never;
  const facts: LabFacts = {
    goal: goal.value.map(({ fact }) => fact),
    never: never.value.map(({ fact }) => fact),
  };
  const atStart = refuseStart(facts, never.value, stage);
  if (atStart !== null) return err(atStart);

  const solution = body.solution.map((line) => fillText(line, values));
  const run = playLab(facts, stage.sandbox, solution, stage.world);
  const end = run.progress.at(-1);
  if (end?.reached !== true) return err(solutionRefusal(run, goal.value, never.value));
  if (run.steps.length < solution.length) {
    return err({
      path: `lab.solution.${run.steps.length}`,
      message: `the goal is reached before \`${solution[run.steps.length] ?? ''}\`: that line is never typed`,
      instead: 'drop the line, or add what it brings about to the goal',
    });
  }
  for (const [i, attempt] of body.wrong.entries()) {
    const lines = attempt.map((line) => fillText(line, values));
    const reaching = reachingLine(facts, stage.sandbox, lines, stage.world);
    if (reaching !== null) {
      return err({
        path: `lab.wrong.${i}.${reaching}`,
        message: `the wrong attempt reaches the goal with \`${lines[reaching] ?? ''}\``,
        instead:
          'it is right: remove it, or make the goal stricter (`same(c)`, `never: removed(c)`?)',
      });
    }
  }
  const hints: Words[] = [];
  for (const [i, hint] of body.hints.entries()) {
    const words = fillWords(hint, values, context.readings, `lab.hints.${i}`);
    if (!words.ok) return words;
    hints.push(words.value);
  }
  const texts = (said: readonly FilledFact[]): string[] => said.map(({ text }) => text);
  const wordsOf = (said: readonly FilledFact[]): Words[] => said.map(({ words }) => words);
  const draft: KindDraft = {
    control: {
      kind: 'lab',
      goals: wordsOf(goal.value),
      never: wordsOf(never.value),
      hints: hints.length,
    },
    key: { kind: 'lab', goal: texts(goal.value), never: texts(never.value), solution, hints },
    withheldScenario: [],
    withheldRun: run.steps,
    outcome: 'reached',
    beliefs: [],
  };
  return ok(() => ok(draft));
}

/** Why a solution does not reach the goal: what it breaks, or which goals do not hold where it ends. */
function solutionRefusal(
  run: ReturnType<typeof playLab>,
  goal: readonly FilledFact[],
  never: readonly FilledFact[],
): Refusal {
  const end = run.progress.at(-1);
  const broken = end?.broken.indexOf(true) ?? -1;
  if (broken >= 0) {
    const line = run.progress.findIndex((progress) => progress.broken[broken] === true) - 1;
    return {
      path: `lab.solution.${line}`,
      message: `\`${run.steps[line]?.shown.command ?? ''}\` breaks \`never: ${never[broken]?.text ?? ''}\``,
      instead: 'mend the solution, or do not forbid it',
    };
  }
  const missing = goal.filter((_, i) => end?.goals[i] !== true).map(({ text }) => `\`${text}\``);
  const last = run.steps.at(-1);
  const output = last === undefined ? '' : (last.shown.stderr || last.shown.stdout).trim();
  return {
    path: 'lab.solution',
    message: `the solution does not reach ${missing.join(', ')}${output === '' ? '' : `; its last line prints "${output.slice(0, 400)}"`}`,
    instead: 'mend the solution or the goal',
  };
}
