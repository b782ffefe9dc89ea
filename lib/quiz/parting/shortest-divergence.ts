import { runLine, type Sandbox, type World } from '../../engine';
import { runCommands, shownRun } from '../run-steps';
import type { ShownRun } from '../types';
import { apartInIds, apartToTheEye, type PrintsApart } from './prints-apart';

/** What may be run to show that a belief is false. */
export interface DivergenceScene {
  readonly start: Sandbox;
  /** The commands of the question, in their order. */
  readonly commands: readonly string[];
  /** Commands that show what was asked, the best first; one of them may end the run. */
  readonly observations: readonly string[];
}

/** A run that begins alike in both worlds and whose last command prints something else in each. */
export interface Divergence {
  /** Which commands of the scene are left, as indexes in rising order. */
  readonly kept: readonly number[];
  /** What was run after them; null where the last of them shows the difference itself. */
  readonly observation: string | null;
  readonly truth: readonly ShownRun[];
  readonly belief: readonly ShownRun[];
}

/** The engine as it is and as somebody with a false belief imagines it. */
export interface Worlds {
  readonly truth: World;
  readonly belief: World;
}

/**
 * The exact search runs at most so many commands in each world: every part of a scene of eight commands and three observations, and of longer scenes the short
 * parts. What it cannot reach is shrunk command by command.
 */
export const mostRuns = 1024;

/**
 * The shortest run in which the true engine and a belief's part ways: a subsequence of the scene's commands, of which every one exits in the true engine as it
 * does in the whole scene, and at most one observation at the end. Of runs equally long one that ends with an observation is taken, of these the better
 * observation, then the earlier commands. A difference that is seen goes before one of ids alone. Null where not even the whole scene shows any. Pure; the
 * same scene gives the same run.
 *
 * @param most how many commands the exact search may run in each world
 */
export function shortestDivergence(
  scene: DivergenceScene,
  worlds: Worlds,
  most = mostRuns,
): Divergence | null {
  const whole = runCommands(scene.start, scene.commands, worlds.truth).map(({ shown }) => shown);
  for (const apart of [apartToTheEye, apartInIds]) {
    const search = { scene, worlds, whole, most, apart };
    const found = divergenceOfPart([...scene.commands.keys()], search);
    if (found !== null) return searchByLength(search, found);
  }
  return null;
}

interface Search {
  readonly scene: DivergenceScene;
  readonly worlds: Worlds;
  /** The whole scene in the true engine. */
  readonly whole: readonly ShownRun[];
  readonly apart: PrintsApart;
  readonly most: number;
}

/** A part of the scene, run in both worlds. */
interface Trial {
  readonly kept: readonly number[];
  readonly truth: Side;
  readonly belief: Side;
}

interface Side {
  readonly sandbox: Sandbox;
  readonly runs: readonly ShownRun[];
}

function untouched({ start }: DivergenceScene): Trial {
  const side: Side = { sandbox: start, runs: [] };
  return { kept: [], truth: side, belief: side };
}

/** All parts of one command, then all of two, …: each level holds those that are alike in both worlds so far. `long` is one that parts them. */
function searchByLength(search: Search, long: Divergence): Divergence {
  const { scene } = search;
  let level: readonly Trial[] = [untouched(scene)];
  let spent = 0;
  while (level.length > 0) {
    for (const trial of level)
      spent += scene.observations.length + scene.commands.length - nextOf(trial);
    if (spent > search.most) return shrink(long, search);
    const observed = observe(level, search);
    if (observed !== null) return observed;
    const longer = level.flatMap((trial) => extensions(trial, search));
    const parted = longer.find((trial) => parts(trial, search));
    if (parted !== undefined) return divergenceOf(parted, null);
    level = longer;
  }
  return long;
}

/** The first index that may follow. */
function nextOf({ kept }: Trial): number {
  return (kept.at(-1) ?? -1) + 1;
}

function extensions(trial: Trial, search: Search): Trial[] {
  const longer: Trial[] = [];
  for (let index = nextOf(trial); index < search.scene.commands.length; index++) {
    const extended = extend(trial, index, search);
    if (isFaithful(extended, search)) longer.push(extended);
  }
  return longer;
}

function extend(trial: Trial, index: number, { scene, worlds }: Search): Trial {
  const command = scene.commands[index] ?? '';
  return { ...runInBoth(trial, command, worlds), kept: [...trial.kept, index] };
}

function runInBoth({ kept, truth, belief }: Trial, command: string, worlds: Worlds): Trial {
  return {
    kept,
    truth: runOn(truth, command, worlds.truth),
    belief: runOn(belief, command, worlds.belief),
  };
}

function runOn({ sandbox, runs }: Side, command: string, world: World): Side {
  const run = runLine(sandbox, command, world);
  return { sandbox: run.sandbox, runs: [...runs, shownRun(sandbox, command, run, world)] };
}

/** Whether the last command does in the true engine what it does in the whole scene: typed at the same place, it exits alike. */
function isFaithful({ kept, truth }: Trial, { whole }: Search): boolean {
  const last = truth.runs.at(-1);
  const meant = whole[kept.at(-1) ?? -1];
  return (
    last !== undefined &&
    meant !== undefined &&
    last.exitCode === meant.exitCode &&
    (last.prompt === undefined) === (meant.prompt === undefined)
  );
}

function parts({ truth, belief }: Trial, { apart }: Search): boolean {
  return apart(truth.runs, belief.runs);
}

/** The first observation that parts one of the trials. Nothing is observed from within a container's shell. */
function observe(trials: readonly Trial[], search: Search): Divergence | null {
  const atHost = trials.filter(
    ({ truth, belief }) => truth.sandbox.session === null && belief.sandbox.session === null,
  );
  for (const observation of search.scene.observations) {
    for (const trial of atHost) {
      const seen = runInBoth(trial, observation, search.worlds);
      if (parts(seen, search)) return divergenceOf(seen, observation);
    }
  }
  return null;
}

function divergenceOf({ kept, truth, belief }: Trial, observation: string | null): Divergence {
  return { kept, observation, truth: truth.runs, belief: belief.runs };
}

/** A run that parts the worlds with command after command left out while it still does: of those left no single one can go. */
function shrink(long: Divergence, search: Search): Divergence {
  let found = long;
  for (;;) {
    const fewer = withOneLess(found, search);
    if (fewer === null) return found;
    found = fewer;
  }
}

/** The same with one command less, the latest that can go. */
function withOneLess({ kept }: Divergence, search: Search): Divergence | null {
  for (const left of [...kept].reverse()) {
    const fewer = divergenceOfPart(
      kept.filter((index) => index !== left),
      search,
    );
    if (fewer !== null) return fewer;
  }
  return null;
}

/** Where these commands part the worlds: at the first that shows it, or at an observation after all of them. */
function divergenceOfPart(kept: readonly number[], search: Search): Divergence | null {
  let trial = untouched(search.scene);
  for (const index of kept) {
    trial = extend(trial, index, search);
    if (!isFaithful(trial, search)) return null;
    if (parts(trial, search)) return divergenceOf(trial, null);
  }
  return observe([trial], search);
}
