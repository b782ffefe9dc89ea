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
import { lastSandbox, runCommands, type StepRun } from './run-steps';
import { terminalText } from './terminal-text';
import type { GivenStep } from './template';
import type { ScenarioStep, ShownRun } from './types';

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

/** The stage in the true engine, with the rules that were consulted on the way to it. */
export interface TrueStage extends Stage {
  readonly consulted: ReadonlySet<keyof World['rules']>;
}

export function isMisconception(id: string): id is MisconceptionId {
  return (misconceptionIds as readonly string[]).includes(id);
}

/**
 * Sets the stage in the true engine. Refused when an image is not in the catalogue, when a given command fails that is not marked so, or succeeds although it is
 * marked to fail.
 */
export function setStage(context: QuestionContext, setup: Setup): Result<TrueStage, Refusal> {
  const known = namesOf(context.catalogue);
  const unknown = setup.images.findIndex((name) => !known.has(canonicalImage(name) ?? ''));
  if (unknown >= 0) {
    return err({
      path: `images.${unknown}`,
      message: `there is no image \`${setup.images[unknown] ?? ''}\` in the catalogue`,
      instead: 'use an image of the catalogue',
    });
  }
  const world = worldOf(context.catalogue, context.manual);
  const noted: NonNullable<World['noted']> = new Set();
  const { engineSeed: seed, images } = setup;
  const start = createSandbox({ world, seed, now: startTime, images, terminal: true });
  const commands = setup.given.map(({ run }) => run);
  const given = runCommands(start, commands, { noted, ...world });
  for (const [i, { shown }] of given.entries()) {
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
  return ok({ world, start, given, sandbox: lastSandbox(start, given), consulted: noted });
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
  const known = imagined.get(truth) ?? new Map<MisconceptionId, Result<Stage, ShownRun>>();
  imagined.set(truth, known);
  const world = worldOf(context.catalogue, context.manual, belief);
  const stage = known.get(belief) ?? imagine(world, truth, setup);
  known.set(belief, stage);
  if (stage.ok) return stage;
  const { error: contradiction } = stage;
  return err({
    path,
    message: `the belief \`${belief}\` is contradicted by what is shown: \`${contradiction.command}\` would print "${terminalText(contradiction).slice(0, 120)}"`,
    instead: 'move that command from `given` to `do`, mark it hidden, or drop the belief',
  });
}

/** The same stage in other worlds, as long as the true one is kept: a proof asks for it again where variants begin alike. */
const imagined = new WeakMap<Stage, Map<MisconceptionId, Result<Stage, ShownRun>>>();

/** Runs `given` in a believer's world, up to the first command that would print something else than what is shown; the error is what it would print. */
function imagine(world: World, truth: Stage, setup: Setup): Result<Stage, ShownRun> {
  const given: StepRun[] = [];
  for (const [i, real] of truth.given.entries()) {
    const before = lastSandbox(truth.start, given);
    const [step] = runCommands(before, [real.shown.command], world);
    if (step === undefined) break;
    if (setup.given[i]?.hidden !== true && !printsTheSame(step.shown, real.shown))
      return err(step.shown);
    given.push(step);
  }
  return ok({ world, start: truth.start, given, sandbox: lastSandbox(truth.start, given) });
}

function printsTheSame(one: ShownRun, other: ShownRun): boolean {
  return (
    one.stdout === other.stdout && one.stderr === other.stderr && one.exitCode === other.exitCode
  );
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
