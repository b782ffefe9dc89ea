import { worldOf, type Sandbox, type World } from '../../engine';
import { lastSandbox, runCommands } from '../run-steps';
import type { ShownRun } from '../types';
import { apartInIds, apartToTheEye } from './prints-apart';
import type { Parting, PartingPlace } from './parting';
import { firstDifferingLine, sideOf, tellingLine } from './parting-side';
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
    return {
      about: { kind: 'order' },
      mine: sideOf(mine.slice(0, step + 1), { step, line: tellingLine(run, meant) }),
      docker: sideOf(docker.slice(0, at + 1), { step: at, line: tellingLine(meant, run) }),
    };
  }
  return observedParting({ kind: 'order' }, order, right, scene);
}

/**
 * A command that does not do what was wanted beside one that does, each with what shows what it came to; where nothing of the host shows it, a command that fails
 * and one that does not. Null where there is no such difference.
 */
export function commandParting(
  command: string,
  solution: string,
  scene: AnswerScene,
): Parting | null {
  const about = { kind: 'command' } as const;
  const { catalogue, manual } = scene.context;
  const world = worldOf(catalogue, manual);
  const [mine] = shownOf(scene.start, [command], world);
  const [docker] = shownOf(scene.start, [solution], world);
  if (mine === undefined || docker === undefined) return null;
  const failed: PartingPlace | null =
    mine.exitCode === docker.exitCode ? null : { step: 0, line: tellingLine(mine, docker) };
  const observed = observedParting(about, [command], [solution], scene);
  if (failed === null) return observed;
  return {
    about,
    mine: observed === null ? sideOf([mine], failed) : { ...observed.mine, differs: failed },
    docker: observed?.docker ?? sideOf([docker], { step: 0, line: tellingLine(docker, mine) }),
  };
}

/** Both runs whole, then the first observation that differs after them: to the eye, else in ids. */
function observedParting(
  about: Parting['about'],
  commands: readonly string[],
  right: readonly string[],
  { start, context, observations }: AnswerScene,
): Parting | null {
  const world = worldOf(context.catalogue, context.manual);
  // From within a container's shell nothing is seen of the host.
  if (lastSandbox(start, runCommands(start, commands, world)).session !== null) return null;
  const seen = observations.map((observation) => ({
    // What it showed at the start comes first: so an id that was there before is known from a new one.
    before: shownOf(start, [observation], world),
    mine: shownOf(start, [...commands, observation], world),
    docker: shownOf(start, [...right, observation], world),
  }));
  const found =
    seen.find(({ mine, docker }) => apartToTheEye(mine.slice(-1), docker.slice(-1))) ??
    seen.find(({ before, mine, docker }) =>
      apartInIds([...before, ...mine.slice(-1)], [...before, ...docker.slice(-1)]),
    );
  const [last, meant] = [found?.mine.at(-1), found?.docker.at(-1)];
  if (found === undefined || last === undefined || meant === undefined) return null;
  const line = firstDifferingLine(last, meant);
  return {
    about,
    mine: sideOf(found.mine, { step: commands.length, line }),
    docker: sideOf(found.docker, { step: right.length, line }),
  };
}

function shownOf(start: Sandbox, commands: readonly string[], world: World): readonly ShownRun[] {
  return runCommands(start, commands, world).map(({ shown }) => shown);
}
