import type { Image } from '../catalogue';
import { refuse } from '../errors';
import { baseImage, checkPlatform } from './base-image';
import { BuildArgs } from './build-args';
import { shortId } from './build-output';
import type { BuildRun, StageRun } from './build-run';
import { carryOut } from './carry-out';
import { expandWord } from './dockerfile/expand';
import type { Instruction } from './dockerfile/instruction';
import { parseDockerfile } from './dockerfile/parse-dockerfile';
import { parseInstruction } from './dockerfile/parse-instruction';
import { wrapped } from './dockerfile/refusal';
import type { Stage } from './dockerfile/stages';
import { firstConfig } from './run-config';

type Arg = Extract<Instruction, { readonly kind: 'arg' }>;

/** Carries out all stages, told step by step. Returns the last one's image; null when it is empty (moby builder.go dispatchDockerfileWithCancellation). */
export function runStages(
  run: BuildRun,
  globals: readonly Arg[],
  stages: readonly Stage[],
): Image | null {
  const { output, options } = run;
  const args = new BuildArgs(options.args);
  const steps = stages.reduce(
    (sum, { instructions }) => sum + 1 + instructions.length,
    globals.length,
  );
  let step = 0;
  const tell = (code: string): void => output.say(`Step ${++step}/${steps} : ${code}\n`);
  for (const arg of globals) {
    tell(arg.code);
    setGlobals(run, args, arg);
  }
  let image: Image | null = null;
  for (const { from, instructions } of stages) {
    if (from.name !== '' && run.names.has(from.name))
      refuse('internal', `${from.name} stage name already used`);
    tell(from.code);
    const stage = begin(run, args.forStage(), from);
    output.say(` ---> ${shortId(stage.image?.id ?? '')}\n`);
    for (const instruction of instructions) {
      tell(instruction.code);
      carryOut(run, stage, instruction);
      output.say(` ---> ${shortId(stage.image?.id ?? '')}\n`);
    }
    ({ image } = stage);
    if (image) output.emitImage(image.id);
    args.mergeReferenced(stage.args);
    run.finished.push(image);
    if (from.name !== '') run.names.set(from.name, image);
  }
  const unused = args.unused();
  if (unused.length > 0)
    output.say(`[Warning] One or more build-args [${unused.join(' ')}] were not consumed\n`);
  return image;
}

function setGlobals({ escape }: BuildRun, args: BuildArgs, arg: Arg): void {
  const values = args.ofStage();
  const expand = (word: string): string =>
    expandWord(word, { escape, variable: (name) => values.get(name) });
  for (const { name, value } of arg.arguments)
    args.add(expand(name), value === null ? null : expand(value), true);
}

/** FROM: the stage begins with an image, and with what the image's makers left to be done (ONBUILD). */
function begin(run: BuildRun, args: BuildArgs, from: Stage['from']): StageRun {
  const values = args.globals();
  const expand = (word: string): string =>
    expandWord(word, { escape: run.escape, variable: (name) => values.get(name) });
  if (from.platform !== '') {
    const platform = wrapped('failed to process arguments for platform ', () =>
      expand(from.platform),
    );
    wrapped(`failed to parse platform ${platform}`, () => checkPlatform(platform));
  }
  const name = expand(from.base);
  if (name === '') refuse('internal', `base name (${from.base}) should not be blank`);
  const image = baseImage(run, name);
  const { OnBuild: triggers = [], ...config } = image?.config ?? {};
  const stage: StageRun = {
    image,
    config: firstConfig(config),
    author: '',
    commandSet: false,
    cacheMissed: false,
    args,
  };
  if (triggers.length > 0) fireTriggers(run, stage, triggers);
  return stage;
}

/** What the base image's makers left to be done; its steps have no number. */
function fireTriggers(run: BuildRun, stage: StageRun, triggers: readonly string[]): void {
  const many = triggers.length > 1 ? 's' : '';
  run.output.say(`# Executing ${triggers.length} build trigger${many}\n`);
  for (const trigger of triggers) {
    const [line, more] = parseDockerfile(trigger).lines;
    if (!line || more) return refuse('internal', 'onbuild trigger should be a single expression');
    const instruction = parseInstruction(line);
    if (instruction.kind === 'from')
      return refuse('internal', '*instructions.Stage is not a command type');
    carryOut(run, stage, instruction);
  }
}
