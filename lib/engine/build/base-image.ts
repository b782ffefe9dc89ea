import type { Image } from '../catalogue';
import { refuse } from '../errors';
import { findImage, getImage } from '../image/find';
import { parsePlatform } from '../image/platform';
import { parseAnyReference, parseNormalizedNamed, tagNameOnly } from '../reference';
import { pullImage } from '../registry/pull';
import type { BuildRun } from './build-run';
import { wrapped } from './dockerfile/refusal';

/** The name of the image that holds nothing. */
const NOTHING = 'scratch';

/** Refuses what is no platform. All images here are for linux/amd64; Docker takes a local one whatever was asked for. */
export function checkPlatform(platform: string): void {
  const parsed = parsePlatform(platform);
  if (!parsed.ok) refuse('invalid-parameter', parsed.error);
}

/** An image by name or id: a local one, unless `--pull` was given, else one of its registry (moby daemon/images GetImageAndReleasableLayer). */
function imageNamed({ turn, options, output }: BuildRun, name: string): Image {
  const any = parseAnyReference(name);
  if (!any.ok) refuse('invalid-parameter', any.error);
  if (!options.pull) {
    const local = findImage(turn, name);
    if (local) return local;
  }
  const named = parseNormalizedNamed(name);
  if (!named.ok) return refuse('invalid-parameter', named.error);
  const reference = tagNameOnly(named.value);
  output.pass(pullImage(turn, reference, options.logins.get(reference.domain) ?? null));
  return getImage(turn, name);
}

/** What a stage begins with: an earlier stage, an image, or nothing. */
export function baseImage(run: BuildRun, name: string): Image | null {
  const stage = run.names.get(name.toLowerCase());
  if (stage !== undefined) return stage;
  return name === NOTHING ? null : imageNamed(run, name);
}

/** What `COPY --from` copies from: a finished stage by name or number, or an image. */
export function copiedImage(run: BuildRun, word: string): Image | null {
  return wrapped(`invalid from flag value ${word}`, () => {
    const named = run.names.get(word.toLowerCase());
    if (named !== undefined) return named;
    if (!/^[+-]?\d+$/.test(word)) return imageNamed(run, word);
    const index = Number(word);
    if (index === run.finished.length) refuse('internal', 'refers to current build stage');
    const stage = run.finished[index];
    return stage === undefined ? refuse('internal', 'index out of bounds') : stage;
  });
}
