import { worldOf, type MisconceptionId } from '../../engine';
import { filledLine } from '../blank-line';
import { closestOrder } from '../closest-order';
import { fillText, type Assignment } from '../parameters';
import { linesOfOrder } from '../run-order';
import { lastSandbox, runCommands } from '../run-steps';
import { drawContent } from '../setup-of';
import { isMisconception } from '../stage';
import type { Template } from '../template';
import type { Response, VariantKey, VariantQuestion } from '../types';
import { commandParting, orderParting, type AnswerScene } from './answer-parting';
import {
  divergenceScene,
  hostBefore,
  observationsOf,
  type EngineContext,
} from './divergence-scene';
import type { Parting } from './parting';
import { sideOf, tellingLine } from './parting-side';
import { shortestDivergence } from './shortest-divergence';

/** A variant with what it was made from. */
export interface MadeVariant {
  readonly template: Template;
  readonly seed: string;
  readonly question: VariantQuestion;
  readonly key: VariantKey;
}

/**
 * What a wrong answer shows beside what Docker does: the shortest run that parts the first of these beliefs which one parts; for an order, a filled line or a command that no
 * belief explains, the learner's own beside a right one. Null where nothing can be shown: nothing was answered, the answer was right, or the variant was made
 * from its template by another program than this one.
 *
 * @param beliefs those that the answer shows, the one with most evidence first
 */
export function findParting(
  { template, seed, question, key }: MadeVariant,
  response: Response,
  beliefs: readonly string[],
  context: EngineContext,
): Parting | null {
  const { values } = drawContent(template, seed);
  if (!isMadeWith(values, template, question)) return null;
  const answered = answeredLines(question, response);
  for (const belief of beliefs.filter(isMisconception)) {
    const parting = beliefParting(template, values, answered, belief, context);
    if (parting !== null) return parting;
  }
  if (key.kind === 'order' && response.kind === 'order') {
    const right = linesOf(question, closestOrder(response.steps, key.orders));
    return orderParting(answered, right, answerScene(template, values, context));
  }
  if (key.kind === 'blanks' && question.control.kind === 'blanks' && response.kind === 'blanks') {
    const right = filledLine(question.control.pieces, key.solution);
    const scene = answerScene(template, values, context);
    return commandParting(answered[0] ?? '', right, scene);
  }
  if (key.kind === 'type' && response.kind === 'type') {
    return commandParting(response.command, key.solution, answerScene(template, values, context));
  }
  return null;
}

/** Whether the commands that the learner was shown are those that the template gives with these values. */
function isMadeWith(values: Assignment, template: Template, { scenario }: VariantQuestion) {
  const shown = template.given.filter(({ hidden }) => !hidden).map(({ run }) => run);
  return [...shown, ...template.do].every(
    (command, step) => scenario[step]?.command === fillText(command, values),
  );
}

/** The lines of a terminal that an order of steps stands for. */
function linesOf({ control }: VariantQuestion, ids: readonly string[]): readonly string[] {
  if (control.kind !== 'order') return [];
  const texts = ids.map((id) => control.steps.find((step) => step.id === id)?.text ?? '');
  return linesOfOrder(texts, control.file);
}

/** The commands that an answer itself consists of. */
function answeredLines(question: VariantQuestion, response: Response): readonly string[] {
  if (response.kind === 'order') return linesOf(question, response.steps);
  if (response.kind !== 'blanks' || question.control.kind !== 'blanks') return [];
  return [filledLine(question.control.pieces, response.fillings)];
}

/** The shortest run in which a belief and the engine part ways, both as terminals. */
export function beliefParting(
  template: Template,
  values: Assignment,
  answered: readonly string[],
  belief: MisconceptionId,
  context: EngineContext,
): Parting | null {
  const { catalogue, manual } = context;
  const worlds = { truth: worldOf(catalogue, manual), belief: worldOf(catalogue, manual, belief) };
  const found = shortestDivergence(divergenceScene(template, values, answered, context), worlds);
  const [imagined, real] = [found?.belief.at(-1), found?.truth.at(-1)];
  if (found === null || imagined === undefined || real === undefined) return null;
  const step = found.truth.length - 1;
  return {
    about: { kind: 'belief', belief },
    mine: sideOf(found.belief, { step, line: tellingLine(imagined, real) }),
    docker: sideOf(found.truth, { step, line: tellingLine(real, imagined) }),
  };
}

/** The host after what was given, where an answer is run. */
function answerScene(template: Template, values: Assignment, context: EngineContext): AnswerScene {
  const before = hostBefore(template, values, context);
  const given = template.given.map(({ run }) => fillText(run, values));
  const world = worldOf(context.catalogue, context.manual);
  const start = lastSandbox(before, runCommands(before, given, world));
  return { start, context, observations: observationsOf(template, values) };
}
