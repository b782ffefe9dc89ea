import type { Catalogue } from './catalogue';
import type { Manual } from './manual';
import type { MisconceptionId } from './misconceptions/ids';
import { misconceptions } from './misconceptions/registry';
import { trueRules, type Rules } from './rules';
import type { World } from './world';

/** The rules of every belief, made once: rules that are the same function are known to be the same rule. */
const believed: ReadonlyMap<MisconceptionId, Rules> = new Map(
  [...misconceptions].map(([id, misconception]) => [id, misconception.override(trueRules)]),
);

/** The world as it is, or as someone with a belief sees it. */
export function worldOf(catalogue: Catalogue, manual: Manual, belief?: MisconceptionId): World {
  const rules = belief === undefined ? trueRules : (believed.get(belief) ?? trueRules);
  return { catalogue, manual, rules };
}
