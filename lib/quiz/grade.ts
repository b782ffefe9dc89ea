import { worldOf } from '../engine';
import { gapsRight } from './gaps-right';
import { gradeSeveral } from './grade-several';
import { labFactsOf, labScore, playLab, type LabRun } from './lab-progress';
import { normalisePart } from './parts-reading';
import { reachesGoal, type CommandScene } from './reaches-goal';
import {
  referenceParts,
  type Grade,
  type Recall,
  type Response,
  type VariantKey,
  type VariantQuestion,
} from './types';

/** What grading needs beside the variant. */
export interface GradingScene extends CommandScene {
  /** What a hands-on question's stored sandbox went through; without it the lines of the response are typed anew. */
  readonly labRun?: LabRun;
}

function outcome(score: number, misconceptions: readonly string[] = []): Grade {
  return { score, correct: score === 1, misconceptions };
}

const recallScore: Readonly<Record<Recall, number>> = { forgot: 0, vaguely: 0.5, knew: 1 };

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

type LabKey = Extract<VariantKey, { kind: 'lab' }>;

/** The run of a hands-on question: what its sandbox's journal tells, or the lines of the response typed from the stored setup. */
export function labRunOf(
  key: LabKey,
  { lines }: Extract<Response, { kind: 'lab' }>,
  { setup, context, labRun }: GradingScene,
): LabRun {
  return (
    labRun ?? playLab(labFactsOf(key), setup(), lines, worldOf(context.catalogue, context.manual))
  );
}

/** What the run came to: 1 when the goal was reached, else the share of the way. */
function gradeLab({ progress }: LabRun): Grade {
  const [first] = progress;
  const end = progress.at(-1);
  return outcome(first === undefined || end === undefined ? 0 : labScore(first, end));
}

type PartsKey = Extract<VariantKey, { kind: 'parts' }>;

function gradeParts(key: PartsKey, response: Extract<Response, { kind: 'parts' }>): Grade {
  const asked = referenceParts.filter((part) => key.parts[part] !== undefined);
  const given = (part: (typeof asked)[number]): string =>
    normalisePart(part, response.parts[part] ?? '');
  const right = asked.filter((part) => key.accept[part]?.includes(given(part)) ?? false);
  if (right.length === asked.length) return outcome(1);
  // A belief is held when every part that it misreads was answered as it reads it.
  const held = key.beliefs.filter(({ parts }) => {
    const misread = asked.filter(
      (part) =>
        normalisePart(part, parts[part] ?? '') !== normalisePart(part, key.parts[part] ?? ''),
    );
    return (
      misread.length > 0 &&
      misread.every((part) => normalisePart(part, parts[part] ?? '') === given(part))
    );
  });
  return outcome(
    right.length / asked.length,
    held.map(({ id }) => id),
  );
}

type BlanksKey = Extract<VariantKey, { kind: 'blanks' }>;

/** A filled line that reaches the goal is right; else it gives the share of the gaps that were filled rightly. */
function gradeBlanks(
  key: BlanksKey,
  pieces: readonly string[],
  { fillings }: Extract<Response, { kind: 'blanks' }>,
  scene: GradingScene,
): Grade {
  const gaps = gapsRight(pieces, key, fillings, scene);
  const right = gaps.filter((each) => each).length;
  if (right === gaps.length) return outcome(1);
  const held = key.beliefs.filter((belief) =>
    belief.fillings.some((filling) => sameOrder(filling, fillings)),
  );
  return outcome(
    right / gaps.length,
    held.map(({ id }) => id),
  );
}

/**
 * Grades a response against the stored variant. Choosing one is right or wrong; judging several statements gives what is better than chance; parts give a share of
 * the parts; a typed command and a filled line are right when the state they reach satisfies the goal, and a line gives a share of its gaps; a hands-on question
 * gives a share of its goals; a flashcard is what the learner says of it. A wrong answer names the beliefs that yield exactly it.
 */
export function gradeResponse(
  variant: { readonly question: VariantQuestion; readonly key: VariantKey },
  response: Response,
  scene: GradingScene,
): Grade {
  const { key } = variant;
  const { control } = variant.question;
  switch (key.kind) {
    case 'choice':
    case 'predict': {
      if (response.kind !== key.kind) return outcome(0);
      if (response.option === key.option) return outcome(1);
      return outcome(0, key.options.find(({ id }) => id === response.option)?.beliefs ?? []);
    }
    case 'order': {
      if (response.kind !== 'order') return outcome(0);
      if (key.orders.some((order) => sameOrder(order, response.steps))) return outcome(1);
      const held = key.beliefs.filter(({ orders }) =>
        orders.some((order) => sameOrder(order, response.steps)),
      );
      return outcome(
        0,
        held.map(({ id }) => id),
      );
    }
    case 'several':
      if (response.kind !== 'several' || control.kind !== 'several') return outcome(0);
      return gradeSeveral(
        key,
        control.statements.map(({ id }) => id),
        response.ticked,
      );
    case 'blanks':
      if (response.kind !== 'blanks' || control.kind !== 'blanks') return outcome(0);
      return gradeBlanks(key, control.pieces, response, scene);
    case 'type':
      if (response.kind !== 'type') return outcome(0);
      return outcome(reachesGoal(response.command, key.goal, scene) ? 1 : 0);
    case 'lab':
      return response.kind === 'lab' ? gradeLab(labRunOf(key, response, scene)) : outcome(0);
    case 'parts':
      return response.kind === 'parts' ? gradeParts(key, response) : outcome(0);
    case 'flashcard':
      return outcome(response.kind === 'flashcard' ? recallScore[response.recall] : 0);
  }
}
