import type { Catalogue } from './catalogue';
import type { Manual } from './manual';
import type { Rules } from './rules';
import type { Sandbox } from './state';
import type { World } from './world';

/** How much is remembered: of so many sandboxes, the latest; of each so many inputs, and so many answers to each. */
const MOST_SANDBOXES = 32;
const MOST_INPUTS = 48;
const MOST_ANSWERS = 8;

/** An answer and all it rests on besides the sandbox and the input: catalogue, manual and the rules that were consulted on the way. */
interface Remembered<T> {
  readonly catalogue: Catalogue;
  readonly manual: Manual;
  readonly rules: Rules;
  readonly consulted: ReadonlySet<keyof Rules>;
  readonly value: T;
}

/** What was answered about one sandbox. */
interface Page<T> {
  readonly sandbox: Sandbox;
  readonly inputs: Map<string, Remembered<T>[]>;
}

/**
 * What a pure function of the engine has answered, by sandbox and input: a ring of so many pages. (Maps with sandboxes as keys, weak or not, cost the
 * garbage collector as much again as the commands themselves.)
 */
export class Memory<T> {
  private readonly pages: (Page<T> | undefined)[] = Array.from({ length: MOST_SANDBOXES });
  private at = 0;

  /** The answers about a sandbox that are still known. */
  find(sandbox: Sandbox): Page<T>['inputs'] | undefined {
    const latest = this.pages[this.at];
    if (latest?.sandbox === sandbox) return latest.inputs;
    for (const page of this.pages) if (page?.sandbox === sandbox) return page.inputs;
    return undefined;
  }

  /** A new page, in place of the oldest. */
  open(sandbox: Sandbox): Page<T>['inputs'] {
    this.at = (this.at + 1) % MOST_SANDBOXES;
    const inputs: Page<T>['inputs'] = new Map();
    this.pages[this.at] = { sandbox, inputs };
    return inputs;
  }
}

/** Rules that note which of them are consulted. */
interface Told {
  readonly rules: Rules;
  consulted: Set<keyof Rules>;
}

const toldRules = new WeakMap<Rules, Told>();

/** Made once for rules, with an accessor for each: a Proxy is ten times as slow. */
function rulesThatTell(rules: Rules): Told {
  const known = toldRules.get(rules);
  if (known) return known;
  const told = { rules: {} as Rules, consulted: new Set<keyof Rules>() };
  for (const name of Object.keys(rules) as (keyof Rules)[])
    Object.defineProperty(told.rules, name, {
      get: () => {
        told.consulted.add(name);
        return rules[name];
      },
    });
  toldRules.set(rules, told);
  return told;
}

function holds(
  { catalogue, manual, rules, consulted }: Remembered<unknown>,
  { catalogue: wanted, manual: open, rules: believed }: World,
): boolean {
  if (catalogue !== wanted || manual !== open) return false;
  if (rules === believed) return true;
  for (const name of consulted) if (rules[name] !== believed[name]) return false;
  return true;
}

/**
 * `compute(world)`, which must be a pure function of the sandbox, the input and the world, must use the world it is given and must not itself be
 * remembered within another. An answer is taken from memory when the same sandbox (the very object: it is never changed in place) was given the same
 * input in the same catalogue and manual and every rule consulted then is the same function now. So a believer's engine runs only from where the belief makes a
 * difference.
 */
export function remember<T>(
  memory: Memory<T>,
  sandbox: Sandbox,
  input: string,
  world: World,
  compute: (world: World) => T,
): T {
  const known = memory.find(sandbox)?.get(input) ?? [];
  for (const answer of known) if (holds(answer, world)) return answer.value;
  const { catalogue, manual, rules } = world;
  const told = rulesThatTell(rules);
  const consulted = new Set<keyof Rules>();
  told.consulted = consulted;
  const value = compute({ catalogue, manual, rules: told.rules });
  const inputs = memory.find(sandbox) ?? memory.open(sandbox);
  if (inputs.size >= MOST_INPUTS) inputs.clear();
  const answer = { catalogue, manual, rules, consulted, value };
  inputs.set(input, known.length >= MOST_ANSWERS ? [answer] : [...known, answer]);
  return value;
}
