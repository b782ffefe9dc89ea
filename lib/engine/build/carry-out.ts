import { assertNever } from '../../kernel/assert-never';
import { refuse } from '../errors';
import { addImage } from './add-image';
import type { BuildRun, StageRun } from './build-run';
import { configure, variablesOf, type Configured } from './configure';
import { copyFiles } from './copy';
import { expandWord, type ExpandOptions } from './dockerfile/expand';
import type { Argument, Instruction } from './dockerfile/instruction';
import { expandOrder } from './expand-order';
import { takeFromCache } from './image-cache';
import { imageFiles } from './image-files';
import { withComment } from './run-config';
import { runCommand } from './run-command';
import { removeSteps, StepContainer } from './step-container';

/**
 * Carries out one instruction: the stage has another image then (moby builder/dockerfile/evaluator.go dispatch). Refuses with Docker's words; the
 * container of a step that failed stays, unless `--force-rm` was given.
 */
export function carryOut(run: BuildRun, stage: StageRun, instruction: Instruction): void {
  const { forceRemove, remove } = run.options;
  const variables = variablesOf(stage.config, stage.args.ofStage(), run.escape);
  const order = expandOrder(instruction, (word) => expandWord(word, variables));
  let done = false;
  try {
    perform(run, stage, order, variables);
    done = true;
  } finally {
    if (forceRemove || (remove && done)) removeSteps(run);
  }
}

function perform(
  run: BuildRun,
  stage: StageRun,
  order: Instruction,
  variables: ExpandOptions,
): void {
  switch (order.kind) {
    case 'add':
    case 'copy':
      return copyFiles(run, stage, order, order.kind === 'add' ? 'ADD' : 'COPY');
    case 'run':
      return runCommand(run, stage, order);
    case 'arg':
      return setArguments(run, stage, order.arguments);
    case 'maintainer':
      stage.author = order.text;
      return note(run, stage, `MAINTAINER ${order.text}`);
    case 'workdir':
      return makeFolder(run, stage, configure(stage.config, order, { variables, ...stage }));
    case 'healthcheck':
      tellOverridden(run, stage);
      break;
    case 'env':
    case 'label':
    case 'user':
    case 'stopsignal':
    case 'onbuild':
    case 'cmd':
    case 'entrypoint':
    case 'expose':
    case 'volume':
    case 'shell':
      break;
    default:
      return assertNever(order);
  }
  const { config, comment } = configure(stage.config, order, { variables, ...stage });
  stage.config = config;
  note(run, stage, comment);
  if (order.kind === 'cmd' && order.command.words.length > 0) stage.commandSet = true;
}

/** An image that differs in its configuration alone: from the cache, or made in a container in which nothing runs. */
function note(run: BuildRun, stage: StageRun, comment: string): void {
  const containerConfig = withComment(stage.config, comment);
  if (takeFromCache(run, stage, containerConfig)) return;
  const { id: container } = StepContainer.create(run, stage, containerConfig);
  addImage(run, stage, { container, containerConfig, files: {} });
}

function setArguments(run: BuildRun, stage: StageRun, list: readonly Argument[]): void {
  for (const { name, value } of list) stage.args.add(name, value);
  const words = list.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  note(run, stage, `ARG ${words.join(' ')}`);
}

/** WORKDIR: the folder is made at once, in a layer of its own. */
function makeFolder(run: BuildRun, stage: StageRun, { config, comment }: Configured): void {
  stage.config = config;
  const folder = config.WorkingDir ?? '/';
  const containerConfig = withComment(config, comment, true);
  if (takeFromCache(run, stage, containerConfig)) return;
  // Its container is not made where it would stand in a file (moby container.SetupWorkingDirectory).
  const known = stage.image ? imageFiles(run, stage.image).get(folder) : null;
  if (known && known.kind !== 'directory')
    refuse('internal', `Cannot mkdir: ${folder} is not a directory`);
  const step = StepContainer.create(run, stage, containerConfig);
  const there = step.files.get(folder);
  if (!there) step.files.put(folder, { kind: 'directory' });
  addImage(run, stage, { container: step.id, containerConfig, files: step.changes() });
}

function tellOverridden({ output }: BuildRun, { config }: StageRun): void {
  const before = config.Healthcheck?.Test ?? [];
  if (before.length > 0 && before[0] !== 'NONE')
    output.say(`Note: overriding previous HEALTHCHECK: [${before.join(' ')}]\n`);
}
