import type { Catalogue } from './catalogue';
import type { Rules } from './rules';

/** What does not change while a sandbox lives: what the registries hold and how Docker behaves. It is never part of the state. */
export interface World {
  readonly catalogue: Catalogue;
  readonly rules: Rules;
}
