import { assertNever } from '../../kernel/assert-never';
import { refuse } from '../errors';
import { resolvePath } from '../files/path';
import { parseSignal } from '../process/signals';
import { addImage } from './add-image';
import type { BuildRun, StageRun } from './build-run';
import { copyFiles } from './copy';
import { expandWord, expandWords, type ExpandOptions } from './dockerfile/expand';
import type { Argument, CommandWords, Instruction, Pair } from './dockerfile/instruction';
import { expandOrder } from './expand-order';
import { exposedPorts } from './exposed-ports';
import { healthText, quotedList } from './health-text';
import { takeFromCache } from './image-cache';
import { shellOf, withComment } from './run-config';
import { runCommand } from './run-command';
import { removeSteps, StepContainer } from './step-container';

/* This file is longer than most: one short function for each instruction, as moby's dispatchers.go has them. */

/**
 * Carries out one instruction: the stage has another image then (moby builder/dockerfile/evaluator.go dispatch). Refuses with Docker's words; the
 * container of a step that failed stays, unless `--force-rm` was given.
 */
export function carryOut(run: BuildRun, stage: StageRun, instruction: Instruction): void {
  const { forceRemove, remove } = run.options;
  const variables = expansion(run, stage);
  let done = false;
  try {
    const order = expandOrder(instruction, (word) => expandWord(word, variables));
    perform(run, stage, order, variables);
    done = true;
  } finally {
    if (forceRemove || (remove && done)) removeSteps(run);
  }
}

/** What variables stand for: the environment, then ARGs. */
function expansion({ escape }: BuildRun, { config, args }: StageRun): ExpandOptions {
  const values = new Map(args.ofStage());
  for (const entry of config.Env ?? []) {
    const equals = entry.indexOf('=');
    values.set(
      equals < 0 ? entry : entry.slice(0, equals),
      equals < 0 ? '' : entry.slice(equals + 1),
    );
  }
  return { escape, variable: (name) => values.get(name) };
}

function perform(
  run: BuildRun,
  stage: StageRun,
  order: Instruction,
  variables: ExpandOptions,
): void {
  switch (order.kind) {
    case 'env':
      return setEnvironment(run, stage, order.pairs);
    case 'label':
      return setLabels(run, stage, order.pairs);
    case 'arg':
      return setArguments(run, stage, order.arguments);
    case 'maintainer':
      stage.author = order.text;
      return note(run, stage, `MAINTAINER ${order.text}`);
    case 'user':
      stage.config = { ...stage.config, User: order.text };
      return note(run, stage, `USER ${order.text}`);
    case 'workdir':
      return setWorkingDirectory(run, stage, order.text);
    case 'stopsignal':
      if (parseSignal(order.text) === null)
        refuse('invalid-parameter', `invalid signal: ${order.text}`);
      stage.config = { ...stage.config, StopSignal: order.text };
      return note(run, stage, `STOPSIGNAL ${order.text}`);
    case 'onbuild':
      stage.config = { ...stage.config, OnBuild: [...(stage.config.OnBuild ?? []), order.text] };
      return note(run, stage, `ONBUILD ${order.text}`);
    case 'add':
    case 'copy':
      return copyFiles(run, stage, order, order.kind === 'add' ? 'ADD' : 'COPY');
    case 'run':
      return runCommand(run, stage, order);
    case 'cmd':
      return setCommand(run, stage, order.command);
    case 'entrypoint':
      return setEntrypoint(run, stage, order.command);
    case 'expose':
      return expose(
        run,
        stage,
        order.words.flatMap((word) => expandWords(word, variables)),
      );
    case 'volume':
      return setVolumes(run, stage, order.words);
    case 'shell':
      stage.config = { ...stage.config, Shell: order.words };
      return note(run, stage, `SHELL [${order.words.join(' ')}]`);
    case 'healthcheck':
      return setHealthcheck(run, stage, order);
    default:
      return assertNever(order);
  }
}

/** An image that differs in its configuration alone: from the cache, or made in a container in which nothing runs. */
function note(run: BuildRun, stage: StageRun, comment: string): void {
  const containerConfig = withComment(stage.config, comment);
  if (takeFromCache(run, stage, containerConfig)) return;
  const { id: container } = StepContainer.create(run, stage, containerConfig);
  addImage(run, stage, { container, containerConfig, files: {} });
}

function setEnvironment(run: BuildRun, stage: StageRun, pairs: readonly Pair[]): void {
  const env = [...(stage.config.Env ?? [])];
  for (const { name, value } of pairs) {
    const index = env.findIndex((entry) => entry.split('=')[0] === name);
    if (index < 0) env.push(`${name}=${value}`);
    else env[index] = `${name}=${value}`;
  }
  stage.config = { ...stage.config, Env: env };
  note(run, stage, ['ENV', ...pairs.map(({ name, value }) => `${name}=${value}`)].join(' '));
}

function setLabels(run: BuildRun, stage: StageRun, pairs: readonly Pair[]): void {
  const labels = Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
  stage.config = { ...stage.config, Labels: { ...stage.config.Labels, ...labels } };
  note(run, stage, ['LABEL', ...pairs.map(({ name, value }) => `${name}=${value}`)].join(' '));
}

function setArguments(run: BuildRun, stage: StageRun, list: readonly Argument[]): void {
  for (const { name, value } of list) stage.args.add(name, value);
  const words = list.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  note(run, stage, `ARG ${words.join(' ')}`);
}

/** The folder is made at once, in a layer of its own. */
function setWorkingDirectory(run: BuildRun, stage: StageRun, path: string): void {
  if (path === '') refuse('internal', 'cannot normalize nothing');
  const folder = resolvePath(`/${stage.config.WorkingDir ?? ''}`, path);
  stage.config = { ...stage.config, WorkingDir: folder };
  const containerConfig = withComment(stage.config, `WORKDIR ${folder}`, true);
  if (takeFromCache(run, stage, containerConfig)) return;
  const step = StepContainer.create(run, stage, containerConfig);
  const there = step.files.get(folder);
  if (there && there.kind !== 'directory')
    refuse('internal', `Cannot mkdir: ${folder} is not a directory`);
  if (!there) step.files.put(folder, { kind: 'directory' });
  addImage(run, stage, { container: step.id, containerConfig, files: step.changes() });
}

function commandOf(stage: StageRun, { words, prependShell }: CommandWords): readonly string[] {
  return prependShell ? [...shellOf(stage.config), ...words] : words;
}

function setCommand(run: BuildRun, stage: StageRun, command: CommandWords): void {
  const words = commandOf(stage, command);
  stage.config = { ...stage.config, Cmd: words };
  note(run, stage, `CMD ${quotedList(words)}`);
  if (command.words.length > 0) stage.commandSet = true;
}

function setEntrypoint(run: BuildRun, stage: StageRun, command: CommandWords): void {
  const words = command.words.length === 0 ? null : commandOf(stage, command);
  stage.config = { ...stage.config, Entrypoint: words };
  if (!stage.commandSet) stage.config = { ...stage.config, Cmd: null };
  note(run, stage, `ENTRYPOINT ${quotedList(words ?? [])}`);
}

function expose(run: BuildRun, stage: StageRun, words: readonly string[]): void {
  const ports = words.flatMap(exposedPorts).map((port) => [port, {}] as const);
  stage.config = {
    ...stage.config,
    ExposedPorts: { ...stage.config.ExposedPorts, ...Object.fromEntries(ports) },
  };
  note(run, stage, `EXPOSE ${words.join(' ')}`);
}

function setVolumes(run: BuildRun, stage: StageRun, paths: readonly string[]): void {
  if (paths.includes('')) refuse('internal', 'VOLUME specified can not be an empty string');
  const volumes = Object.fromEntries(paths.map((path) => [path, {}]));
  stage.config = { ...stage.config, Volumes: { ...stage.config.Volumes, ...volumes } };
  note(run, stage, `VOLUME [${paths.join(' ')}]`);
}

function setHealthcheck(
  run: BuildRun,
  stage: StageRun,
  { health }: Extract<Instruction, { readonly kind: 'healthcheck' }>,
): void {
  const before = stage.config.Healthcheck?.Test ?? [];
  if (before.length > 0 && before[0] !== 'NONE')
    run.output.say(`Note: overriding previous HEALTHCHECK: [${before.join(' ')}]\n`);
  stage.config = { ...stage.config, Healthcheck: health };
  note(run, stage, `HEALTHCHECK ${healthText(health)}`);
}
