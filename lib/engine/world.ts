import type { Catalogue } from './catalogue';
import type { Manual } from './manual';
import type { Rules } from './rules';

/** What does not change while a sandbox lives: what the registries hold, the docker command line's manual and how Docker behaves. It is never part of the state. */
export interface World {
  readonly catalogue: Catalogue;
  readonly manual: Manual;
  readonly rules: Rules;
  /** Gathers the names of the rules that were consulted, for who wants to know on which rules an answer rests. */
  readonly noted?: Set<keyof Rules>;
}
