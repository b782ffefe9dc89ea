import type { Image } from '../catalogue';
import type { ImageConfig } from '../docker-json';
import type { Turn } from '../turn';
import type { BuildArgs } from './build-args';
import type { BuildOptions } from './build-options';
import type { BuildOutput } from './build-output';
import type { StackedFiles } from './stacked-files';

/** One build on its way. */
export interface BuildRun {
  readonly turn: Turn;
  readonly options: BuildOptions;
  readonly output: BuildOutput;
  readonly context: StackedFiles;
  /** The Dockerfile's escape character. */
  readonly escape: string;
  /** The images that finished stages led to (null: an empty one), and their names. */
  readonly finished: (Image | null)[];
  readonly names: Map<string, Image | null>;
  /** Step containers that have not been removed. */
  readonly containers: Set<string>;
}

/** A stage on its way: what the next image will be made of. */
export interface StageRun {
  /** The image so far; null at the beginning of `FROM scratch`. */
  image: Image | null;
  config: ImageConfig;
  author: string;
  /** Whether the stage itself has set a command, which an ENTRYPOINT then leaves alone. */
  commandSet: boolean;
  /** Whether the cache has failed once: then nothing of it is taken any more. */
  cacheMissed: boolean;
  readonly args: BuildArgs;
}

/** A step's command ended with another code than 0. */
export class StepFailure extends Error {
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
  }
}
