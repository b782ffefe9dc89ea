import type { Catalogue } from './catalogue';
import type { MisconceptionId } from './misconceptions/ids';
import { misconceptions } from './misconceptions/registry';
import { trueRules } from './rules';
import type { World } from './world';

/** The world as it is, or as someone with a belief sees it. */
export function worldOf(catalogue: Catalogue, belief?: MisconceptionId): World {
  const misconception = belief === undefined ? undefined : misconceptions.get(belief);
  return { catalogue, rules: misconception ? misconception.override(trueRules) : trueRules };
}
