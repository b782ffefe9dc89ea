import {
  createSandbox,
  misconceptionIds,
  worldOf,
  type Catalogue,
  type MisconceptionId,
  type Sandbox,
  type World,
} from '../engine';
import { err, ok, type Result } from '../kernel/result';
import { canonicalImage } from './image-name';
import type { QuestionContext, Refusal } from './question-context';
import { lastSandbox, runCommands, terminalText, type StepRun } from './run-steps';
import type { GivenStep } from './template';
import type { ScenarioStep } from './types';

/** The virtual moment at which every question begins: 2026-01-15 09:00 UTC, some time after the catalogue's images were made. */
export const startTime = Date.UTC(2026, 0, 15, 9);

/** What is run before the question: the template's setup with its parameters filled in. */
export interface Setup {
  readonly engineSeed: string;
  readonly images: readonly string[];
  readonly given: readonly GivenStep[];
}

/** A world after `given`: from here the withheld part, or the learner, goes on. */
export interface Stage {
  readonly world: World;
  readonly start: Sandbox;
  readonly given: readonly StepRun[];
  readonly sandbox: Sandbox;
}

export function isMisconception(id: string): id is MisconceptionId {
  return (misconceptionIds as readonly string[]).includes(id);
}

/** Runs `given` from a host with nothing but images, which is the same in every world. */
function runGiven(world: World, start: Sandbox, setup: Setup): Stage {
  const given = runCommands(
    start,
    setup.given.map(({ run }) => run),
    world,
  );
  return { world, start, given, sandbox: lastSandbox(start, given) };
}

/**
 * Sets the stage in the true engine; `world` is that engine's, for who wants it noted which rules are consulted. Refused when an image is not in the catalogue, when a given command fails that is not marked so,
 * or succeeds although it is marked to fail.
 */
export function setStage(
  context: QuestionContext,
  setup: Setup,
  world: World = worldOf(context.catalogue, context.manual),
): Result<Stage, Refusal> {
  const known = namesOf(context.catalogue);
  const unknown = setup.images.findIndex((name) => !known.has(canonicalImage(name) ?? ''));
  if (unknown >= 0) {
    return err({
      path: `images.${unknown}`,
      message: `there is no image \`${setup.images[unknown] ?? ''}\` in the catalogue`,
      instead: 'use an image of the catalogue',
    });
  }
  const { engineSeed: seed, images } = setup;
  const start = createSandbox({ world, seed, now: startTime, images, terminal: true });
  const stage = runGiven(world, start, setup);
  for (const [i, { shown }] of stage.given.entries()) {
    const mayFail = setup.given[i]?.fails === true;
    const output = terminalText(shown);
    if (shown.exitCode !== 0 && !mayFail) {
      return err({
        path: `given.${i}`,
        message: `\`${shown.command}\` exits ${shown.exitCode}: ${output}`,
        instead: 'mend the command, or mark it `{ run: …, fails: true }`',
      });
    }
    if (shown.exitCode === 0 && mayFail) {
      return err({
        path: `given.${i}`,
        message: `\`${shown.command}\` is marked \`fails\` and exits 0`,
        instead: 'remove `fails: true`',
      });
    }
  }
  return ok(stage);
}

/**
 * The same stage as somebody with a false belief imagines it. Refused when that engine would have printed anything else than what the learner was
 * shown: such a belief is not admissible, because the scenario itself contradicts it.
 */
export function setBelievedStage(
  context: QuestionContext,
  setup: Setup,
  truth: Stage,
  belief: MisconceptionId,
  path: string,
): Result<Stage, Refusal> {
  const known = imagined.get(truth) ?? new Map<MisconceptionId, Stage>();
  imagined.set(truth, known);
  const world = worldOf(context.catalogue, context.manual, belief);
  const stage = known.get(belief) ?? runGiven(world, truth.start, setup);
  known.set(belief, stage);
  const contradiction = contradictionOf(truth, stage, setup);
  if (contradiction === null) return ok(stage);
  return err({
    path,
    message: `the belief \`${belief}\` is contradicted by what is shown: \`${contradiction.command}\` would print "${terminalText(contradiction).slice(0, 120)}"`,
    instead: 'move that command from `given` to `do`, mark it hidden, or drop the belief',
  });
}

/** The same stage in other worlds, as long as the true one is kept: a proof asks for it again where variants begin alike. */
const imagined = new WeakMap<Stage, Map<MisconceptionId, Stage>>();

/** What a believer would have been shown otherwise; null when all that was shown is what the belief expects. */
function contradictionOf(
  truth: Stage,
  stage: Stage,
  setup: Pick<Setup, 'given'>,
): StepRun['shown'] | null {
  for (const [i, { shown, after }] of stage.given.entries()) {
    const real = truth.given[i];
    if (setup.given[i]?.hidden === true || real === undefined || after === real.after) continue;
    const { stdout, stderr, exitCode } = real.shown;
    if (shown.stdout !== stdout || shown.stderr !== stderr || shown.exitCode !== exitCode)
      return shown;
  }
  return null;
}

/** The full names of every image of the catalogue: `docker.io/library/nginx:latest`. */
export function catalogueNames({ catalogue }: Pick<QuestionContext, 'catalogue'>): string[] {
  return Object.entries(catalogue.contents).flatMap(([host, repositories]) =>
    Object.entries(repositories).flatMap(([path, tags]) =>
      Object.keys(tags).map((tag) => `${host}/${path}:${tag}`),
    ),
  );
}

const knownNames = new WeakMap<Catalogue, ReadonlySet<string>>();

/** The names of a catalogue, gathered once: a proof asks for them hundreds of times. */
function namesOf(catalogue: Catalogue): ReadonlySet<string> {
  const known = knownNames.get(catalogue) ?? new Set(catalogueNames({ catalogue }));
  knownNames.set(catalogue, known);
  return known;
}

/** What the learner sees of the setup: hidden steps left out, every output shown. */
export function shownScenario(setup: Setup, stage: Stage): ScenarioStep[] {
  return stage.given.flatMap(({ shown }, i) =>
    setup.given[i]?.hidden === true
      ? []
      : [{ command: shown.command, output: terminalText(shown) }],
  );
}

/**
 * The images that commands need: every catalogue image that a command names, except the value of `--name` and what is pulled by a command
 * among them.
 */
export function imagesNamed(
  commands: readonly string[],
  context: Pick<QuestionContext, 'catalogue'>,
): string[] {
  const known = namesOf(context.catalogue);
  const named = new Map<string, string>();
  const pulled = new Set<string>();
  for (const command of commands) {
    const words = command.split(/\s+/);
    const isPull = /^docker (image )?pull\b/.test(command);
    words.forEach((word, i) => {
      if (i === 0 || word.startsWith('-') || words[i - 1] === '--name') return;
      const canonical = canonicalImage(word);
      if (canonical === null || !known.has(canonical)) return;
      if (isPull) pulled.add(canonical);
      named.set(canonical, word);
    });
  }
  return [...named].filter(([canonical]) => !pulled.has(canonical)).map(([, word]) => word);
}
