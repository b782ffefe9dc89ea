import { err, ok, type Result } from '../../kernel/result';
import { filledLine, readBlankLine, readFilling } from '../blank-line';
import { engineQuery } from '../engine-query';
import { fillText, type Assignment } from '../parameters';
import type { Refusal } from '../question-context';
import { lastSandbox, runCommands } from '../run-steps';
import { terminalText } from '../terminal-text';
import { isMisconception, setBelievedStage, type Stage } from '../stage';
import type { Filling, TemplateBody } from '../template';
import { filledGoal, reaches, type KindDraft, type KindInput, type LayOut } from './kind-draft';

/** So many mixtures of the author's fillings are tried in a belief's engine; where there are more, only his own fillings. */
const mostMixtures = 32;

/** The fillings of the gaps in the order of the line. Refused when one of them is no single word once its parameters are filled in. */
function fillingsOf(
  filling: Filling,
  gaps: readonly string[],
  values: Assignment,
  path: string,
): Result<readonly string[], Refusal> {
  const words: string[] = [];
  for (const gap of gaps) {
    const text = fillText(filling[gap] ?? '', values);
    const word = readFilling(text);
    if (!word.ok) {
      return err({
        path: `${path}.${gap}`,
        message: `"${text}" cannot stand in the gap \`[${gap}]\``,
        instead: 'a gap takes one word without quotes or shell signs',
      });
    }
    words.push(word.value);
  }
  return ok(words);
}

/** Every way to fill the gaps with words that some of these fillings has in the same gap; null when there are too many. */
function mixturesOf(fillings: readonly (readonly string[])[]): string[][] | null {
  let mixtures: string[][] = [[]];
  for (const gap of (fillings[0] ?? []).keys()) {
    const words = new Set(fillings.map((filling) => filling[gap] ?? ''));
    mixtures = mixtures.flatMap((mixture) => [...words].map((word) => [...mixture, word]));
    if (mixtures.length > mostMixtures) return null;
  }
  return mixtures;
}

/**
 * A line with gaps: the solution's filling reaches the goal; the start and the wrong fillings do not. A belief's answers are the wrong fillings, and mixtures of
 * them, with which its own engine reaches the goal.
 */
export function draftBlanks(
  body: Extract<TemplateBody, { kind: 'blanks' }>,
  input: KindInput,
): Result<LayOut, Refusal> {
  const { stage, values, context, setup } = input;
  const goal = filledGoal(body.goal, values, 'blanks.goal');
  if (!goal.ok) return goal;
  const line = readBlankLine(body.line);
  const pieces = line.pieces.map((piece) => fillText(piece, values));
  const after = ({ sandbox, world }: Stage, fillings: readonly string[]) =>
    runCommands(sandbox, [filledLine(pieces, fillings)], world);
  const holds = (at: Stage, sandbox: Stage['sandbox']): boolean =>
    reaches(goal.value.facts, { query: engineQuery(sandbox, at.world), start: at.sandbox });
  const reachedOn = (at: Stage, fillings: readonly string[]): boolean =>
    holds(at, lastSandbox(at.sandbox, after(at, fillings)));

  if (holds(stage, stage.sandbox)) {
    return err({
      path: 'blanks.goal',
      message: 'the goal holds already at the start',
      instead: 'ask for something that the line must bring about',
    });
  }
  const solution = fillingsOf(body.solution, line.gaps, values, 'blanks.solution');
  if (!solution.ok) return solution;
  const run = after(stage, solution.value);
  if (!holds(stage, lastSandbox(stage.sandbox, run))) {
    const output = run[0] === undefined ? '' : terminalText(run[0].shown);
    return err({
      path: 'blanks.solution',
      message: `\`${filledLine(pieces, solution.value)}\` does not reach the goal${output === '' ? '' : `; it prints "${output.slice(0, 160)}"`}`,
      instead: 'mend the solution or the goal',
    });
  }
  const fillings = [solution.value];
  for (const [i, filling] of body.wrong.entries()) {
    const path = `blanks.wrong.${i}`;
    const wrong = fillingsOf(filling, line.gaps, values, path);
    if (!wrong.ok) return wrong;
    if (reachedOn(stage, wrong.value)) {
      return err({
        path,
        message: `the wrong filling \`${filledLine(pieces, wrong.value)}\` reaches the goal`,
        instead: 'it is right: remove it, or make the goal stricter (`same(c)`?)',
      });
    }
    fillings.push(wrong.value);
  }

  const candidates = body.beliefs.length === 0 ? [] : (mixturesOf(fillings) ?? fillings);
  const wrongs = candidates.filter((candidate) => !reachedOn(stage, candidate));
  const believed: { id: string; fillings: readonly (readonly string[])[]; outcome: string }[] = [];
  for (const [i, id] of body.beliefs.entries()) {
    if (!isMisconception(id)) continue;
    const imagined = setBelievedStage(context, setup, stage, id, `blanks.beliefs.${i}`);
    if (!imagined.ok) return imagined;
    const held = wrongs.filter((candidate) => reachedOn(imagined.value, candidate));
    const lines = held.map((candidate) => filledLine(pieces, candidate));
    believed.push({ id, fillings: held, outcome: lines.join('; ') });
  }
  const draft: KindDraft = {
    control: { kind: 'blanks', pieces },
    key: {
      kind: 'blanks',
      goal: goal.value.texts,
      solution: solution.value,
      beliefs: believed.flatMap(({ id, fillings: held }) =>
        held.length === 0 ? [] : [{ id, fillings: held }],
      ),
    },
    withheldScenario: [],
    withheldRun: run,
    outcome: 'reached',
    beliefs: believed.map(({ id, outcome }) => ({ id, outcome })),
  };
  return ok(() => ok(draft));
}
