import { EngineError, refuse } from '../errors';
import type { FileEntry } from '../filesystem';
import { emitImage } from '../image/emit-image';
import { storeKey } from '../image/find';
import { nameImage } from '../image/name';
import {
  familiarString,
  isNameOnly,
  parseNormalizedNamed,
  tagNameOnly,
  type Reference,
} from '../reference';
import { trueRules, type Rules } from '../rules';
import type { Turn } from '../turn';
import { checkPlatform } from './base-image';
import type { BuildOptions } from './build-options';
import { BuildOutput, shortId, type BuildMessage } from './build-output';
import { StepFailure, type BuildRun } from './build-run';
import { readDockerfile } from './read-dockerfile';
import { runStages } from './run-stages';
import { contextFiles } from './stacked-files';

/** How many files and bytes a build context may have. */
const MOST_FILES = 1_000;
const MOST_BYTES = 10_000_000;

/** What a build is made from: files by path relative to the context's root. */
export type BuildContext = Readonly<Record<string, FileEntry>>;

/** The messages of a build, and when each was told, on the sandbox's clock. */
interface Told {
  readonly messages: readonly BuildMessage[];
  readonly moments: readonly number[];
}

/**
 * Builds an image as the classic builder does (moby builder/dockerfile). Returns the messages of the stream, of which the last is the error of a build
 * that failed on its way: what its steps have made stays. Refuses when nothing has been told yet.
 */
export function buildImage(turn: Turn, options: BuildOptions, files: BuildContext): Told {
  const rules = rulesOfSteps(turn.world.rules);
  const inner: Turn = {
    ...turn,
    own: null,
    world: { ...turn.world, rules },
    shells: new Map(),
  };
  const output = new BuildOutput(() => inner.state.now);
  let image: string | null = null;
  let failure: BuildMessage | null = null;
  try {
    image = build(inner, options, files, output);
  } catch (reason) {
    if (!(reason instanceof EngineError) && !(reason instanceof StepFailure)) throw reason;
    if (output.messages.length === 0) throw reason;
    const { message } = reason;
    const detail = reason instanceof StepFailure ? { code: reason.code, message } : { message };
    failure = { errorDetail: detail, error: message };
  }
  turn.state = inner.state;
  turn.logged = inner.logged;
  const { moments } = output;
  if (failure)
    return { messages: [...output.messages, failure], moments: [...moments, turn.state.now] };
  if (!options.quiet) return { messages: output.messages, moments };
  return { messages: [{ stream: `${image ?? ''}\n` }], moments: [turn.state.now] };
}

/** Steps run in containers that nobody looks after: what is believed of containers does not hold for them, only what is believed of images does. */
function rulesOfSteps(rules: Rules): Rules {
  return {
    ...trueRules,
    latestMeans: (tags) => rules.latestMeans(tags),
    tagWhenNoneGiven: () => rules.tagWhenNoneGiven(),
    deletingShrinksImage: () => rules.deletingShrinksImage(),
    remoteOf: (name) => rules.remoteOf(name),
    runKeepsFolder: () => rules.runKeepsFolder(),
    runKeepsVariables: () => rules.runKeepsVariables(),
  };
}

function build(
  turn: Turn,
  options: BuildOptions,
  files: BuildContext,
  output: BuildOutput,
): string {
  const tags = namesOf(options.tags);
  checkSize(files);
  const context = contextFiles(files);
  const { dockerfile, stages, globals } = readDockerfile(context, options);
  if (options.platform !== '') checkPlatform(options.platform);
  for (const warning of dockerfile.warnings) output.complain(`[WARNING]: ${warning}\n`);
  if (dockerfile.warnings.length > 0)
    output.complain(
      '[WARNING]: Empty continuation lines will become errors in a future release.\n',
    );
  const run: BuildRun = {
    turn,
    options,
    output,
    context,
    escape: dockerfile.escape,
    finished: [],
    names: new Map(),
    containers: new Set(),
  };
  const image = runStages(run, globals, stages);
  // Without a single FROM the daemon's builder breaks down and the connection ends.
  if (stages.length === 0) refuse('internal', 'unexpected EOF');
  if (!image) return refuse('internal', 'No image was generated. Is your Dockerfile empty?');
  output.say(`Successfully built ${shortId(image.id)}\n`);
  for (const tag of tags) {
    nameImage(turn, storeKey(meant(turn, tag)), image.id);
    const name = familiarString(tagNameOnly(tag));
    emitImage(turn, 'tag', image.id, name);
    output.say(`Successfully tagged ${name}\n`);
  }
  return image.id;
}

function checkSize(files: BuildContext): void {
  const entries = Object.values(files);
  const bytes = entries.reduce(
    (sum, entry) => sum + (entry.kind === 'text' ? entry.text.length : 0),
    0,
  );
  if (entries.length > MOST_FILES || bytes > MOST_BYTES)
    refuse(
      'invalid-parameter',
      `a build context of more than ${MOST_FILES} files or ${MOST_BYTES / 1_000_000}MB is not simulated`,
    );
}

/** The names that the image is to have, each once (moby api/server/backend/build/tag.go). */
function namesOf(tags: readonly string[]): readonly Reference[] {
  const names = new Map<string, Reference>();
  for (const tag of tags) {
    if (tag === '') continue;
    const named = parseNormalizedNamed(tag);
    if (!named.ok) return refuse('internal', named.error);
    if (named.value.digest !== null) refuse('internal', 'build tag cannot contain a digest');
    const key = storeKey(tagNameOnly(named.value));
    if (!names.has(key)) names.set(key, named.value);
  }
  return [...names.values()];
}

function meant(turn: Turn, tag: Reference): Reference {
  return isNameOnly(tag) ? { ...tag, tag: turn.world.rules.tagWhenNoneGiven() } : tag;
}
