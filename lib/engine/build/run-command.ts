import { refuse } from '../errors';
import { addImage } from './add-image';
import type { BuildArgs } from './build-args';
import type { BuildRun, StageRun } from './build-run';
import { commandOf } from './configure';
import type { Instruction } from './dockerfile/instruction';
import { takeFromCache } from './image-cache';
import { afterCached, afterShell } from './shell-traces';
import { StepContainer } from './step-container';

/** A command with the ARGs that it could see before it: `|1 V=2 /bin/sh -c …`. So the cache knows them (moby prependEnvOnCmd). */
function withArguments(
  args: BuildArgs,
  given: readonly string[],
  words: readonly string[],
): readonly string[] {
  if (given.length === 0) return words;
  const seen = given.filter((entry) => args.leavesTrace(entry.split('=')[0] ?? ''));
  return [`|${seen.length}`, ...seen, ...words];
}

/** RUN: a container is made and started; what it changed is the image's next layer. */
export function runCommand(
  run: BuildRun,
  stage: StageRun,
  { command, flag }: Extract<Instruction, { readonly kind: 'run' }>,
): void {
  if (flag !== null)
    refuse(
      'internal',
      `the --${flag} option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled`,
    );
  const { args, config } = stage;
  const words = commandOf(config, command);
  const given = args.outside(config.Env ?? []);
  const recorded = withArguments(args, given, words);
  const own = recorded.length > 0;
  const containerConfig = { ...config, Cmd: recorded, ...(own ? { Entrypoint: null } : {}) };
  const { rules } = run.turn.world;
  if (takeFromCache(run, stage, containerConfig)) {
    stage.config = afterCached(stage, rules);
    return;
  }
  const env = [...(config.Env ?? []), ...given];
  const step = StepContainer.create(run, stage, {
    ...config,
    Cmd: words,
    Env: env,
    ...(own ? { Entrypoint: [''] } : {}),
    Healthcheck: { Test: ['NONE'] },
  });
  step.execute(words);
  stage.config = afterShell(config, run.turn.shells?.get(step.id), env, rules);
  addImage(run, stage, { container: step.id, containerConfig, files: step.changes() });
}
