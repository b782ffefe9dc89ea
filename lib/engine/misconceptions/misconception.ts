import type { Rules } from '../rules';

/** A belief about Docker as a change of the rules. Its words are content. */
export interface Misconception<Id extends string = string> {
  readonly id: Id;
  override(rules: Rules): Rules;
}
