import type { Catalogue, Manual } from '../engine';
import type { Readings } from './korean';

/** What making and grading questions needs beside the template: static course data. */
export interface QuestionContext {
  /** The built image catalogue and the docker command line's manual; worlds are made from them. */
  readonly catalogue: Catalogue;
  readonly manual: Manual;
  /** How words are read in Korean. */
  readonly readings: Readings;
}

/** Why a template and a seed make no publishable variant. `path` is the part of the template at fault. */
export interface Refusal {
  readonly path: string;
  readonly message: string;
  readonly instead: string;
}
