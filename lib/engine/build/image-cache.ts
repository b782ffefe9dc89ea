import type { Image } from '../catalogue';
import type { ImageConfig } from '../docker-json';
import { findImage } from '../image/find';
import { isForMachine } from '../image/platform';
import type { BuildRun, StageRun } from './build-run';
import { sameConfig } from './run-config';

/** Is an image another one, or one that it was built from? */
function isWithin({ turn }: BuildRun, image: Image, descendant: Image): boolean {
  for (
    let at: Image | undefined = descendant;
    at !== undefined;
    at = turn.state.images.get(at.parent)
  )
    if (at.id === image.id) return true;
  return false;
}

/** The latest image that was built here from the same image with the same configuration (moby image/cache/cache.go). */
function cachedChild(run: BuildRun, parent: string, config: ImageConfig): Image | null {
  const { turn, options } = run;
  const sources = options.cacheFrom.flatMap((word) => findImage(turn, word) ?? []);
  let match: Image | null = null;
  for (const image of turn.state.images.values()) {
    if (image.parent !== parent || !image.containerConfig) continue;
    if (!sameConfig(image.containerConfig, config)) continue;
    if (options.cacheFrom.length > 0 && !sources.some((source) => isWithin(run, image, source)))
      continue;
    if (match === null || match.created < image.created) match = image;
  }
  return match;
}

/** Takes a step's image from the cache where it is there, and says so. Once it was not, the stage looks no more. */
export function takeFromCache(run: BuildRun, stage: StageRun, config: ImageConfig): boolean {
  if (run.options.noCache || stage.cacheMissed) return false;
  const found = !isForMachine(run.options.platform)
    ? null
    : cachedChild(run, stage.image?.id ?? '', config);
  if (!found) {
    stage.cacheMissed = true;
    return false;
  }
  run.output.say(' ---> Using cache\n');
  stage.image = found;
  return true;
}
