import type { Image } from '../catalogue';
import type { ImageConfig } from '../docker-json';
import { findImage } from '../image/find';
import type { BuildRun, StageRun } from './build-run';
import { sameConfig } from './run-config';

/** The latest image that was built here from the same image with the same configuration (moby image/cache/cache.go). */
function cachedChild({ turn }: BuildRun, parent: string, config: ImageConfig): Image | null {
  let match: Image | null = null;
  for (const image of turn.state.images.values()) {
    if (image.parent !== parent || !image.containerConfig) continue;
    if (!sameConfig(image.containerConfig, config)) continue;
    if (match === null || match.created < image.created) match = image;
  }
  return match;
}

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

/** Takes a step's image from the cache where it is there, and says so. Once it was not, the stage looks no more. */
export function takeFromCache(run: BuildRun, stage: StageRun, config: ImageConfig): boolean {
  const { options, output, turn } = run;
  if (options.noCache || stage.cacheMissed) return false;
  const found = cachedChild(run, stage.image?.id ?? '', config);
  const allowed =
    found !== null &&
    (options.cacheFrom.length === 0 ||
      options.cacheFrom.some((word) => {
        const source = findImage(turn, word);
        return source !== null && isWithin(run, found, source);
      }));
  if (!found || !allowed) {
    stage.cacheMissed = true;
    return false;
  }
  output.say(' ---> Using cache\n');
  stage.image = found;
  return true;
}
