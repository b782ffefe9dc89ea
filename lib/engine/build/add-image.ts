import { dockerRelease } from '../docker-release';
import { advance } from '../advance';
import { sizeOfLayer } from '../container/changes';
import type { ImageConfig } from '../docker-json';
import type { LayerFiles } from '../filesystem';
import { freedBytes } from '../image/commit';
import { emitImage } from '../image/emit-image';
import { makeImage, makeLayer } from '../image/make';
import { formatTime } from '../time';
import { change } from '../turn';
import type { BuildRun, StageRun } from './build-run';

/** What a step takes on the clock at least, in ms: images of one build are never of the same moment. */
const STEP_TIME = 1;

/** What a step has made. `container` is `''` for COPY and ADD, which run none. */
export interface Step {
  readonly container: string;
  readonly containerConfig: ImageConfig;
  readonly files: LayerFiles;
  /** Bytes of the layer that no listed file holds. */
  readonly unlisted?: number;
}

/** Makes the stage's next image: a layer, when the step has changed files, and a line of history (moby image.NewChildImage). */
export function addImage({ turn }: BuildRun, stage: StageRun, step: Step): void {
  const { containerConfig, files, container, unlisted = 0 } = step;
  const { image: parent, author } = stage;
  advance(turn, turn.state.now + STEP_TIME);
  const created = formatTime(turn.state.now);
  const layer = makeLayer(files, sizeOfLayer(files) + unlisted);
  const hasLayer = Object.keys(files).length > 0;
  if (hasLayer) change(turn).layers = turn.state.layers.set(layer.diffId, layer);
  const freed = parent ? freedBytes(turn, parent, files) : 0;
  const image = makeImage({
    created,
    author,
    comment: '',
    dockerVersion: dockerRelease.version,
    config: stage.config,
    container,
    containerConfig,
    layers: [...(parent?.layers ?? []), ...(hasLayer ? [layer.diffId] : [])],
    history: [
      ...(parent?.history ?? []),
      {
        created,
        createdBy: (containerConfig.Cmd ?? []).join(' '),
        comment: '',
        emptyLayer: !hasLayer,
      },
    ],
    size: (parent?.size ?? 0) + (hasLayer ? layer.size : 0) - freed,
    parent: parent?.id ?? '',
  });
  change(turn).images = turn.state.images.set(image.id, image);
  if (container !== '') emitImage(turn, 'create', image.id, image.id);
  stage.image = image;
}
