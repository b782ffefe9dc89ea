import { worldOf, type Sandbox, type World } from '../../engine';
import { lastSandbox, runCommands } from '../run-steps';
import type { ShownRun } from '../types';
import { apartInIds } from './prints-apart';
import type { Parting } from './parting';
import { firstDifferingLine, sideOf } from './parting-side';
import type { EngineContext } from './divergence-scene';

/** Where an answer and a solution are run: the true engine, after what was given. */
export interface AnswerScene {
  readonly start: Sandbox;
  readonly context: EngineContext;
  /** Commands that show what was wanted, the best first. */
  readonly observations: readonly string[];
}

/**
 * A wrong order beside a right one: up to the first step that exits otherwise than it does in the right order; where every step exits alike, both whole
 * with what shows that they came to something else. Null where nothing shows it.
 */
export function orderParting(
  order: readonly string[],
  right: readonly string[],
  scene: AnswerScene,
): Parting | null {
  const world = worldOf(scene.context.catalogue, scene.context.manual);
  const mine = shownOf(scene.start, order, world);
  const docker = shownOf(scene.start, right, world);
  for (const [step, run] of mine.entries()) {
    const at = docker.findIndex(({ command }) => command === run.command);
    const meant = docker[at];
    if (meant === undefined || meant.exitCode === run.exitCode) continue;
    const line = firstDifferingLine(run, meant);
    return {
      about: { kind: 'order' },
      mine: sideOf(mine.slice(0, step + 1), { step, line }),
      docker: sideOf(docker.slice(0, at + 1), { step: at, line }),
    };
  }
  return observedParting({ kind: 'order' }, order, right, scene);
}

/** A command that does not do what was wanted beside one that does, each with what shows what it came to. Null where nothing shows it. */
export function commandParting(
  command: string,
  solution: string,
  scene: AnswerScene,
): Parting | null {
  return observedParting({ kind: 'command' }, [command], [solution], scene);
}

/** Both runs whole, then the first observation that differs after them. What fails is where the learner's run differs already. */
function observedParting(
  about: Parting['about'],
  commands: readonly string[],
  right: readonly string[],
  { start, context, observations }: AnswerScene,
): Parting | null {
  const world = worldOf(context.catalogue, context.manual);
  const run = runCommands(start, commands, world);
  // From within a container's shell nothing is seen of the host.
  if (lastSandbox(start, run).session !== null) return null;
  const failed = run.findIndex(({ shown }) => shown.exitCode !== 0);
  for (const observation of observations) {
    // What it showed at the start comes first: so an id that was there before is known from a new one.
    const before = shownOf(start, [observation], world);
    const mine = shownOf(start, [...commands, observation], world);
    const docker = shownOf(start, [...right, observation], world);
    const [seen, meant] = [mine.at(-1), docker.at(-1)];
    if (seen === undefined || meant === undefined) continue;
    if (!apartInIds([...before, seen], [...before, meant])) continue;
    const line = firstDifferingLine(seen, meant);
    const last = { step: mine.length - 1, line };
    return {
      about,
      mine: sideOf(
        mine,
        about.kind === 'command' && failed >= 0 ? { step: failed, line: 0 } : last,
      ),
      docker: sideOf(docker, { step: docker.length - 1, line }),
    };
  }
  return null;
}

function shownOf(start: Sandbox, commands: readonly string[], world: World): readonly ShownRun[] {
  return runCommands(start, commands, world).map(({ shown }) => shown);
}
