import { advance } from '../advance';
import { createContainer } from '../container/create';
import { removeContainer } from '../container/remove';
import { launchContainer } from '../container/launch';
import { signalProcess } from '../container/signal';
import { rootFiles } from '../container/container-files';
import { writableLayer } from '../container/root-files';
import type { ImageConfig } from '../docker-json';
import { refuse } from '../errors';
import { mergeLayers } from '../files/merge';
import type { RootFiles } from '../files/root-files';
import type { LayerFiles } from '../filesystem';
import { keptState, makeId } from '../turn';
import { shortId } from './build-output';
import { StepFailure, type BuildRun, type StageRun } from './build-run';
import { StackedFiles } from './stacked-files';

/** How long a step may run before its user gives up, in virtual ms. */
const PATIENCE = 24 * 3_600_000;
const OCI =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ';

/** The container that a step is made in. On an empty image there is only its name: nothing can run there. */
export class StepContainer {
  private readonly empty: StackedFiles | null;

  private constructor(
    private readonly run: BuildRun,
    readonly id: string,
    onNothing: boolean,
  ) {
    this.empty = onNothing ? new StackedFiles(mergeLayers([]), run.turn.state.now) : null;
  }

  /** Makes the container, and says so. */
  static create(run: BuildRun, stage: StageRun, config: ImageConfig): StepContainer {
    const { turn, options, output, containers } = run;
    const id = stage.image
      ? createContainer(turn, {
          name: null,
          config: { Image: stage.image.id, ...config },
          hostConfig: options.hostConfig,
        }).id
      : makeId(turn, 'container');
    containers.add(id);
    output.say(` ---> Running in ${shortId(id)}\n`);
    return new StepContainer(run, id, stage.image === null);
  }

  get files(): RootFiles {
    return this.empty ?? rootFiles(this.run.turn, this.id);
  }

  /** What the step has changed. */
  changes(): LayerFiles {
    const { turn } = this.run;
    const container = turn.state.containers.get(this.id);
    return this.empty?.changes() ?? (container ? writableLayer(turn, container) : {});
  }

  /** Starts the container and waits for its end; what it writes is told. `words` is the command as the failure shows it. */
  execute(words: readonly string[]): void {
    const { id, run } = this;
    const { turn, output } = run;
    const [word = ''] = words;
    if (this.empty)
      refuse(
        'internal',
        word.includes('/')
          ? `${OCI}exec: "${word}": stat ${word}: no such file or directory: unknown`
          : `${OCI}exec: "${word}": executable file not found in $PATH: unknown`,
      );
    const start = turn.output.length;
    turn.awaited = id;
    launchContainer(turn, id);
    const ended = this.waitForEnd();
    turn.awaited = null;
    for (const { container, pid, stream, text } of turn.output.slice(start)) {
      if (container !== id || pid !== 1) continue;
      if (stream === 'stdout') output.say(text);
      else output.complain(text);
    }
    if (!ended) this.giveUp();
    const code = turn.exits.get(id) ?? 0;
    if (code !== 0)
      throw new StepFailure(
        `The command '${words.join(' ')}' returned a non-zero code: ${code}`,
        code,
      );
  }

  /** Lets the clock run until the container ends. Where it never does, no time has passed: its user gives up. */
  private waitForEnd(): boolean {
    const { turn } = this.run;
    const state = keptState(turn);
    const [events, output] = [turn.events.length, turn.output.length];
    if (advance(turn, state.now + PATIENCE, () => turn.exits.has(this.id))) return true;
    turn.state = state;
    turn.events.length = events;
    turn.output.length = output;
    return false;
  }

  /** The user presses Ctrl-C: the builder takes the container away, and the client says nothing more. */
  private giveUp(): never {
    const { turn, containers } = this.run;
    signalProcess(turn, this.id, 1, 'KILL');
    removeContainer(turn, this.id, { force: true, volumes: true });
    containers.delete(this.id);
    throw new StepFailure('', 130);
  }
}

/** Removes the containers of the steps so far, and says so. */
export function removeSteps({ turn, containers, output }: BuildRun): void {
  for (const id of containers) {
    if (turn.state.containers.has(id)) removeContainer(turn, id, { force: true, volumes: true });
    output.say(` ---> Removed intermediate container ${shortId(id)}\n`);
  }
  containers.clear();
}
