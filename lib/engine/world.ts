import type { Catalogue } from './catalogue';
import type { Manual } from './manual';
import type { Rules } from './rules';

/** What does not change while a sandbox lives: what the registries hold, the docker command line's manual and how Docker behaves. It is never part of the state. */
export interface World {
  readonly catalogue: Catalogue;
  readonly manual: Manual;
  readonly rules: Rules;
}
