import { assertNever } from '../kernel/assert-never';
import { seededRandom } from '../kernel/random';
import { err, ok, type Result } from '../kernel/result';
import { engineVersion, serialise } from '../engine';
import { defaultAsk } from './default-words';
import { fillWords } from './fill-words';
import { draftBlanks } from './kinds/draft-blanks';
import { draftChoice } from './kinds/draft-choice';
import { draftFlashcard } from './kinds/draft-flashcard';
import { draftLab } from './kinds/draft-lab';
import { draftOrder } from './kinds/draft-order';
import { draftParts } from './kinds/draft-parts';
import { draftPredict } from './kinds/draft-predict';
import { draftSeveral } from './kinds/draft-several';
import { draftType } from './kinds/draft-type';
import type { KindDraft, KindInput, LayOut } from './kinds/kind-draft';
import { outputSignature } from './output-signature';
import { fillText, type Assignment } from './parameters';
import type { QuestionContext, Refusal } from './question-context';
import { picturedSteps, type StepRun } from './run-steps';
import { drawContent, sceneName, setupOf } from './setup-of';
import { setStage, shownScenario, type Setup, type Stage, type TrueStage } from './stage';
import type { Template } from './template';
import type { VariantKey, VariantProof, VariantQuestion, Words } from './types';

/** A concrete question with everything that is stored of it. */
export interface GeneratedVariant {
  readonly question: VariantQuestion;
  readonly key: VariantKey;
  readonly proof: VariantProof;
  /** The serialised sandbox after `given`: before the withheld step, where the learner's command starts. */
  readonly setup: string;
  /** The same for the same question up to the order of options, their ids and generated container ids: 32 hexadecimal digits. */
  readonly fingerprint: string;
}

/** A variant before its pictures are drawn: enough to prove it. */
export interface VariantDraft {
  readonly values: Assignment;
  readonly question: VariantQuestion;
  readonly key: VariantKey;
  readonly beliefs: KindDraft['beliefs'];
  readonly outcome: string;
  readonly explanation: Words | null;
  readonly fingerprint: string;
  readonly stage: Stage;
  /** `given` and the withheld commands, in the true engine. */
  readonly run: readonly StepRun[];
}

function draftKind(input: KindInput): Result<LayOut, Refusal> {
  const { body } = input.template;
  switch (body.kind) {
    case 'choice':
      return draftChoice(body, input);
    case 'several':
      return draftSeveral(body, input);
    case 'predict':
      return draftPredict(body, input);
    case 'order':
      return draftOrder(body, input);
    case 'blanks':
      return draftBlanks(body, input);
    case 'type':
      return draftType(body, input);
    case 'parts':
      return draftParts(body, input);
    case 'lab':
      return draftLab(body, input);
    case 'flashcard':
      return draftFlashcard(body, input);
    default:
      return assertNever(body);
  }
}

/** What follows from a template and the values of its parameters, whatever the seed: all that engines are asked for. */
interface Scene {
  readonly setup: Setup;
  readonly stage: Stage;
  readonly prompt: Words;
  readonly explanation: Words | null;
  readonly layOut: LayOut;
}

/** What was set up for one template in one context: its scenes by their values, and their stages by what is run before the question. */
export interface Scenes {
  readonly byValues: Map<string, Result<Scene, Refusal>>;
  readonly stages: Map<string, Result<TrueStage, Refusal>>;
}

/** Nothing set up yet. */
export function noScenes(): Scenes {
  return { byValues: new Map(), stages: new Map() };
}

/** The stage of a setup, set once. */
export function stageOf(
  setup: Setup,
  context: QuestionContext,
  stages: Scenes['stages'],
): Result<TrueStage, Refusal> {
  const { engineSeed, given } = setup;
  const key = JSON.stringify([engineSeed, given.map(({ run }) => run)]);
  const stage = stages.get(key) ?? setStage(context, setup);
  stages.set(key, stage);
  return stage;
}

function setScene(
  template: Template,
  values: Assignment,
  context: QuestionContext,
  stages: Scenes['stages'],
): Result<Scene, Refusal> {
  const setup = setupOf(template, values, context);
  const stage = stageOf(setup, context, stages);
  if (!stage.ok) return stage;

  const ask = template.ask ?? defaultAsk[template.kind];
  if (ask === undefined) return err({ path: '', message: '`ask` is missing', instead: '' });
  const askValues =
    template.body.kind === 'parts'
      ? { ...values, reference: fillText(template.body.reference, values) }
      : values;
  const prompt = fillWords(ask, askValues, context.readings, 'ask');
  if (!prompt.ok) return prompt;
  const explanation =
    template.explain === null
      ? ok(null)
      : fillWords(template.explain, values, context.readings, 'explain');
  if (!explanation.ok) return explanation;

  const doing = template.do.map((command) => fillText(command, values));
  const kind = draftKind({ template, values, context, setup, stage: stage.value, doing });
  if (!kind.ok) return kind;
  return ok({
    setup,
    stage: stage.value,
    prompt: prompt.value,
    explanation: explanation.value,
    layOut: kind.value,
  });
}

/**
 * Makes the question that a template and a seed determine, runs it in the true engine and in the engine of every listed belief, and refuses it when it
 * would not be a good question. The same seed gives the same bytes. What is asked and how it is shown come from two random
 * streams, so that option ids and order say nothing about the content. The engine's own seed follows from the values, so that seeds with equal values share
 * one scene: `scenes` holds those that were set before.
 */
export function draftVariant(
  template: Template,
  seed: string,
  context: QuestionContext,
  scenes: Scenes = noScenes(),
): Result<VariantDraft, Refusal> {
  const { values, content } = drawContent(template, seed);
  const presentation = seededRandom(`presentation/${seed}`);
  const drawn = sceneName(template, values);
  let scene = scenes.byValues.get(drawn);
  if (scene === undefined) {
    scene = setScene(template, values, context, scenes.stages);
    scenes.byValues.set(drawn, scene);
  }
  if (!scene.ok) return scene;
  const { setup, stage, prompt, explanation, layOut } = scene.value;
  const kind = layOut(content, presentation);
  if (!kind.ok) return kind;
  const { control, key, withheldScenario, withheldRun, beliefs, outcome } = kind.value;
  const question: VariantQuestion = {
    kind: template.kind,
    conceptId: template.conceptId,
    prompt,
    scenario: [...shownScenario(setup, stage), ...withheldScenario],
    control,
  };
  return ok({
    values,
    question,
    key,
    beliefs,
    outcome,
    explanation,
    fingerprint: fingerprintOf(question, key),
    stage,
    run: [...stage.given, ...withheldRun],
  });
}

/** Makes a whole variant: the draft with its proof, pictured step by step, and its stored setup state. */
export function generateVariant(
  template: Template,
  seed: string,
  context: QuestionContext,
  scenes?: Scenes,
): Result<GeneratedVariant, Refusal> {
  const draft = draftVariant(template, seed, context, scenes);
  if (!draft.ok) return draft;
  const { question, key, beliefs, outcome, explanation, fingerprint, stage, run } = draft.value;
  return ok({
    question,
    key,
    proof: {
      engine: engineVersion,
      run: picturedSteps(stage.start, run, stage.world),
      beliefs,
      outcome,
      explanation,
      sources: template.sources,
    },
    setup: serialise(stage.sandbox),
    fingerprint,
  });
}

function fingerprintOf(question: VariantQuestion, key: VariantKey): string {
  const { control } = question;
  const shown: readonly string[] =
    control.kind === 'choice' || control.kind === 'predict'
      ? control.options.map(({ text }) => outputSignature(`${text.ko}\n${text.en}`)).sort()
      : control.kind === 'order'
        ? control.steps.map(({ text }) => text).sort()
        : control.kind === 'several'
          ? control.statements.map(({ text }) => `${text.ko}\n${text.en}`).sort()
          : control.kind === 'blanks'
            ? control.pieces
            : control.kind === 'parts'
              ? [control.reference, ...control.parts]
              : control.kind === 'lab'
                ? [...control.goals, ...control.never].map(({ ko, en }) => `${ko}\n${en}`)
                : [];
  const scenario = question.scenario.map(({ command, output }) => [
    command,
    output === null ? null : outputSignature(output),
  ]);
  const back = key.kind === 'flashcard' ? key.back : null;
  const content = [question.kind, question.conceptId, question.prompt, scenario, shown, back];
  return seededRandom(JSON.stringify(content)).hex(32);
}
