import { err, ok, type Result } from '../../kernel/result';
import { engineQuery } from '../engine-query';
import type { Fact } from '../facts/fact';
import { identityOf } from '../facts/since-start';
import { fillWords } from '../fill-words';
import { goalWords, neverWords } from '../lab-words';
import { playLab, reachingLine, type LabFacts } from '../lab-progress';
import { fillText } from '../parameters';
import type { Refusal } from '../question-context';
import type { LabFact, TemplateBody } from '../template';
import type { Words } from '../types';
import { filledFact, type KindDraft, type KindInput, type LayOut } from './kind-draft';

interface SaidFact {
  readonly text: string;
  readonly fact: Fact;
  readonly words: Words;
}

/** Fills in the facts of a goal with the words that the learner reads. */
function saidFacts(
  facts: readonly LabFact[],
  name: 'goal' | 'never',
  { values, context, stage }: KindInput,
): Result<readonly SaidFact[], Refusal> {
  const wordsOf = name === 'goal' ? goalWords : neverWords;
  const said: SaidFact[] = [];
  for (const [i, { fact: text, say }] of facts.entries()) {
    const path = `lab.${name}.${i}`;
    const fact = filledFact(text, values, path);
    if (!fact.ok) return fact;
    const missing = missingAtStart(fact.value, stage);
    if (missing !== null) {
      return err({
        path,
        message: `\`${fillText(text, values)}\` speaks of the start, and there is no \`${missing}\` after \`given\``,
        instead: 'make it in `given`, or ask something else',
      });
    }
    const words = say ?? wordsOf(fact.value);
    if (words === null)
      return err({ path, message: 'the fact has no words', instead: 'add `say`' });
    const filled =
      say === null ? ok(words) : fillWords(say, values, context.readings, `${path}.say`);
    if (!filled.ok) return filled;
    said.push({ text: fillText(text, values), fact: fact.value, words: filled.value });
  }
  return ok(said);
}

const ofTheStart: readonly string[] = ['same', 'removed', 'ended'];

/** A thing that a fact compares with the start and that was not there then; null when there is none. */
function missingAtStart(fact: Fact, stage: KindInput['stage']): string | null {
  switch (fact.kind) {
    case 'and':
    case 'or':
      return (
        fact.parts.map((part) => missingAtStart(part, stage)).find((name) => name !== null) ?? null
      );
    case 'not':
      return missingAtStart(fact.fact, stage);
    case 'compare':
      return missingAtStart(fact.left, stage) ?? missingAtStart(fact.right, stage);
    case 'call': {
      const [name] = fact.args;
      if (!ofTheStart.includes(fact.name) || typeof name !== 'string') return null;
      const query = engineQuery(stage.sandbox, stage.world);
      const found = identityOf(name, query, fact.name === 'ended' ? 'container' : undefined);
      return found === null ? name : null;
    }
    case 'text':
    case 'number':
      return null;
  }
}

/** Why the start is no start: the goal holds already, or something is broken already. */
function refuseStart(
  facts: LabFacts,
  never: readonly SaidFact[],
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
  const goal = saidFacts(body.goal, 'goal', input);
  if (!goal.ok) return goal;
  const never = saidFacts(body.never, 'never', input);
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
  const texts = (said: readonly SaidFact[]): string[] => said.map(({ text }) => text);
  const wordsOf = (said: readonly SaidFact[]): Words[] => said.map(({ words }) => words);
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
  goal: readonly SaidFact[],
  never: readonly SaidFact[],
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
