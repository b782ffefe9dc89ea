import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import {
  buildCatalogue,
  buildManual,
  createSandbox,
  runLine,
  worldOf,
  type CommandRun,
  type MisconceptionId,
  type Sandbox,
  type World,
} from '@/lib/engine';

const catalogue = buildCatalogue(catalogueData);
const manual = buildManual(manualData);

/** The course's world, as it is or as someone with a belief sees it. */
export function courseWorld(belief?: MisconceptionId): World {
  return worldOf(catalogue, manual, belief);
}

/** A day after every image of the catalogue was made. */
export const START = Date.UTC(2026, 0, 15, 9);

export interface Session {
  readonly world: World;
  readonly sandbox: Sandbox;
  readonly runs: readonly CommandRun[];
  /** What the last command printed. */
  readonly last: CommandRun;
}

/** Runs lines in a new sandbox, in Docker as it is or as someone with a belief sees it. */
export function session(
  lines: readonly string[],
  options: {
    readonly belief?: MisconceptionId;
    readonly images?: readonly string[];
    readonly seed?: string;
  } = {},
): Session {
  const world = courseWorld(options.belief);
  const images = options.images ?? ['nginx', 'ubuntu', 'redis', 'busybox', 'httpd'];
  let sandbox = createSandbox({ world, seed: options.seed ?? 'seed', now: START, images });
  const runs = lines.map((line) => {
    const run = runLine(sandbox, line, world);
    sandbox = run.sandbox;
    return run;
  });
  const last = runs.at(-1);
  if (!last) throw new Error('a session needs a line');
  return { world, sandbox, runs, last };
}

/** What a session shows: the whole of what every command printed, with its exit code and the time it took. */
export function shown(lines: readonly string[], belief?: MisconceptionId): string {
  const { runs } = session(lines, belief === undefined ? {} : { belief });
  return runs
    .map(
      (run, index) =>
        `$ ${lines[index] ?? ''}\n${run.stdout}${run.stderr}[${run.exitCode}] ${run.elapsedMs}`,
    )
    .join('\n');
}
