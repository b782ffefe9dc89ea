import type { Catalogue } from './catalogue';
import type { Rules } from './rules';
import type { Sandbox } from './state';
import type { World } from './world';

/** How much is remembered: of so many sandboxes, the latest; of each so many inputs, and so many answers to each. */
const MOST_SANDBOXES = 32;
const MOST_INPUTS = 48;
const MOST_ANSWERS = 8;

/** An answer and all it rests on besides the sandbox and the input: the catalogue and the rules that were consulted on the way. */
interface Remembered<T> {
  readonly catalogue: Catalogue;
  readonly rules: Rules;
  readonly consulted: ReadonlySet<keyof Rules>;
  readonly value: T;
}

/**
 * What a pure function of the engine has answered, by sandbox and input. (A WeakMap would hold it for as long as the sandbox lives, and costs the
 * garbage collector a quarter of the time of a command.)
 */
export type Memory<T> = Map<Sandbox, Map<string, Remembered<T>[]>>;

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
  { catalogue, rules, consulted }: Remembered<unknown>,
  { catalogue: wanted, rules: believed }: World,
): boolean {
  if (catalogue !== wanted) return false;
  if (rules === believed) return true;
  for (const name of consulted) if (rules[name] !== believed[name]) return false;
  return true;
}

function inputsOf<T>(memory: Memory<T>, sandbox: Sandbox): Map<string, Remembered<T>[]> {
  const known = memory.get(sandbox);
  if (known) return known;
  const [oldest] = memory.size >= MOST_SANDBOXES ? memory.keys() : [];
  if (oldest) memory.delete(oldest);
  const inputs = new Map<string, Remembered<T>[]>();
  memory.set(sandbox, inputs);
  return inputs;
}

/**
 * `compute(world)`, which must be a pure function of the sandbox, the input and the world, must use the world it is given and must not itself be
 * remembered within another. An answer is taken from memory when the same sandbox (the very object: it is never changed in place) was given the same
 * input in the same catalogue and every rule consulted then is the same function now. So a believer's engine runs only from where the belief makes a
 * difference.
 */
export function remember<T>(
  memory: Memory<T>,
  sandbox: Sandbox,
  input: string,
  world: World,
  compute: (world: World) => T,
): T {
  const known = memory.get(sandbox)?.get(input) ?? [];
  for (const answer of known) if (holds(answer, world)) return answer.value;
  const { catalogue, rules } = world;
  const told = rulesThatTell(rules);
  const consulted = new Set<keyof Rules>();
  told.consulted = consulted;
  const value = compute({ catalogue, rules: told.rules });
  const inputs = inputsOf(memory, sandbox);
  if (inputs.size >= MOST_INPUTS) inputs.clear();
  const answer = { catalogue, rules, consulted, value };
  inputs.set(input, known.length >= MOST_ANSWERS ? [answer] : [...known, answer]);
  return value;
}
