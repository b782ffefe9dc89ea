import { misconceptionIds, worldOf, type MisconceptionId, type World } from '../engine';
import { answerOn, answersOn } from './answer-on';
import { spellParts } from './kinds/draft-parts';
import { noScenes, stageOf, type Scenes } from './generate-variant';
import type { KindInput } from './kinds/kind-draft';
import { fillText, type Assignment } from './parameters';
import { misreadings, readParts } from './parts-reading';
import type { QuestionContext } from './question-context';
import { proofSeed } from './prove-template';
import { drawContent, sceneName, setupOf } from './setup-of';
import { setBelievedStage, type Stage } from './stage';
import type { Template } from './template';
import type { Kind } from './types';

/** content.md, rule 8. */
export const killSeeds = 8;

/**
 * A belief's answer in one variant: 0 is the engine's own, 1 and on are other answers (equal numbers: the same answer), -1 says that the belief is not
 * admissible because what is shown contradicts it.
 */
type AnswerNumber = number;

/** The row of a template: how every misconception answers it in the variants of the first seeds. */
export interface KillRow {
  readonly templateId: string;
  readonly kind: Kind;
  /** How many different variants these seeds gave. */
  readonly variants: number;
  /** By misconception, an answer a variant. Misconceptions that answer as the engine does in every variant are left out. */
  readonly answers: Readonly<Record<string, readonly AnswerNumber[]>>;
}

/** In which variants a belief's engine answers otherwise than the true one. */
type Told = 'in all' | 'in some' | 'in none';

/** Whether a template tells a misconception from the truth. Variants in which the belief is not admissible do not. */
export function told(row: KillRow, belief: string): Told {
  const answers = row.answers[belief] ?? [];
  const apart = answers.filter((answer) => answer > 0).length;
  return apart === 0 ? 'in none' : apart === row.variants ? 'in all' : 'in some';
}

/**
 * Asks a template of every misconception, a seed at a time. Only engines in which a rule differs that the true one consulted on the way are run: with equal rules the run is the
 * same.
 */
export class KillRowDraft {
  private readonly scenesAsked = new Set<string>();
  private readonly columns: ReadonlyMap<string, AnswerNumber>[] = [];
  private isRefused = false;

  /** `scenes`: those of a proof of this template, whose true runs need not be made again. */
  constructor(
    private readonly template: Template,
    private readonly context: QuestionContext,
    private readonly scenes = noScenes(),
  ) {}

  /** Asks the variant of one more seed, unless an earlier seed drew the same. */
  ask(seed: string): void {
    if (this.template.kind === 'flashcard' || this.isRefused) return;
    const { values } = drawContent(this.template, seed);
    const scene = sceneName(this.template, values);
    if (this.scenesAsked.has(scene)) return;
    this.scenesAsked.add(scene);
    const column = answersTo(this.template, values, this.context, this.scenes);
    if (column === null) this.isRefused = true;
    else this.columns.push(column);
  }

  /** Null for a flashcard, which no engine answers, and for a template that cannot be set up. */
  row(): KillRow | null {
    const { template, columns } = this;
    if (template.kind === 'flashcard' || this.isRefused) return null;
    const others = new Set(columns.flatMap((column) => [...column.keys()]));
    return {
      templateId: template.id,
      kind: template.kind,
      variants: columns.length,
      answers: Object.fromEntries(
        [...others].sort().map((id) => [id, columns.map((column) => column.get(id) ?? 0)]),
      ),
    };
  }
}

/** The row of a template by itself. */
export function killRow(
  template: Template,
  context: QuestionContext,
  seeds: number = killSeeds,
): KillRow | null {
  const draft = new KillRowDraft(template, context);
  for (let i = 0; i < seeds; i++) draft.ask(proofSeed(i));
  return draft.row();
}

/** The misconceptions that do not answer one variant as the engine does, with their answers; null when it cannot be set up. */
function answersTo(
  template: Template,
  values: Assignment,
  context: QuestionContext,
  scenes: Scenes,
): ReadonlyMap<string, AnswerNumber> | null {
  if (template.body.kind === 'parts') return misreadingsOf(template.body, values);
  const setup = setupOf(template, values, context);
  const stage = stageOf(setup, context, scenes.stages);
  if (!stage.ok) return null;
  const noted = new Set(stage.value.consulted);
  const noting: Stage = { ...stage.value, world: { noted, ...stage.value.world } };
  const doing = template.do.map((command) => fillText(command, values));
  const input: KindInput = { template, values, context, setup, stage: noting, doing };
  const truth = answerOn(input);
  if (!truth.ok) return null;
  const answers = new Answers(truth.value);
  const believers: { readonly belief: string; readonly stage: Stage }[] = [];
  for (const belief of misconceptionIds) {
    if (!changedRules(belief, context).some((name) => noted.has(name))) continue;
    const imagined = setBelievedStage(context, setup, stage.value, belief, '');
    if (imagined.ok) believers.push({ belief, stage: imagined.value });
    else answers.contradict(belief);
  }
  const [, ...given] = answersOn(input, [noting, ...believers.map((each) => each.stage)]);
  for (const [i, { belief }] of believers.entries()) {
    const answer = given[i];
    if (answer?.ok === true) answers.give(belief, answer.value);
  }
  return answers.others;
}

function misreadingsOf(
  { reference, ask }: Extract<Template['body'], { kind: 'parts' }>,
  values: Assignment,
): ReadonlyMap<string, AnswerNumber> | null {
  const name = fillText(reference, values);
  const read = readParts(name);
  if (!read.ok) return null;
  const answers = new Answers(spellParts(ask, read.value));
  for (const [id, misread] of Object.entries(misreadings))
    answers.give(id, spellParts(ask, misread(name, read.value)));
  return answers.others;
}

/** Numbers answers in the order in which they are first given. */
class Answers {
  private readonly numbers: Map<string, AnswerNumber>;
  readonly others = new Map<string, AnswerNumber>();

  constructor(truth: string) {
    this.numbers = new Map([[truth, 0]]);
  }

  give(belief: string, answer: string): void {
    const number = this.numbers.get(answer) ?? this.numbers.size;
    this.numbers.set(answer, number);
    if (number > 0) this.others.set(belief, number);
  }

  contradict(belief: string): void {
    this.others.set(belief, -1);
  }
}

const changed = new Map<MisconceptionId, readonly (keyof World['rules'])[]>();

/** The rules in which a believer's engine differs from the true one. */
function changedRules(
  belief: MisconceptionId,
  { catalogue, manual }: QuestionContext,
): readonly (keyof World['rules'])[] {
  const known = changed.get(belief);
  if (known !== undefined) return known;
  const truth = worldOf(catalogue, manual).rules;
  const { rules } = worldOf(catalogue, manual, belief);
  const names = (Object.keys(truth) as (keyof World['rules'])[]).filter(
    (name) => truth[name] !== rules[name],
  );
  changed.set(belief, names);
  return names;
}
