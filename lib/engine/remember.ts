import type { Catalogue } from './catalogue';
import type { Rules } from './rules';
import type { Sandbox } from './state';
import type { World } from './world';

/** How much is remembered of one sandbox: so many different inputs, so many answers to each. */
const MOST_INPUTS = 48;
const MOST_ANSWERS = 8;

/** An answer and all it rests on besides the sandbox and the input: the catalogue and the rules that were consulted on the way. */
interface Remembered<T> {
  readonly catalogue: Catalogue;
  readonly rules: Rules;
  readonly consulted: ReadonlySet<keyof Rules>;
  readonly value: T;
}

/** What a pure function of the engine has answered, by sandbox and input. Forgotten with the sandbox. */
export type Memory<T> = WeakMap<Sandbox, Map<string, Remembered<T>[]>>;

function rulesThatTell(rules: Rules, consulted: Set<keyof Rules>): Rules {
  return new Proxy(rules, {
    get(target, name: keyof Rules) {
      consulted.add(name);
      return target[name];
    },
  });
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

/**
 * `compute(world)`, which must be a pure function of the sandbox, the input and the world and must use the world it is given. An answer is taken from
 * memory when the same sandbox (the very object: it is never changed in place) was given the same input in the same catalogue and every rule consulted
 * then is the same function now. So a believer's engine runs only from where the belief makes a difference.
 */
export function remember<T>(
  memory: Memory<T>,
  sandbox: Sandbox,
  input: string,
  world: World,
  compute: (world: World) => T,
): T {
  const inputs = memory.get(sandbox) ?? new Map<string, Remembered<T>[]>();
  memory.set(sandbox, inputs);
  const answers = inputs.get(input) ?? [];
  for (const answer of answers) if (holds(answer, world)) return answer.value;
  const { catalogue, rules } = world;
  const consulted = new Set<keyof Rules>();
  const value = compute({ catalogue, rules: rulesThatTell(rules, consulted) });
  if (inputs.size >= MOST_INPUTS) inputs.clear();
  if (answers.length >= MOST_ANSWERS) answers.length = 0;
  answers.push({ catalogue, rules, consulted, value });
  inputs.set(input, answers);
  return value;
}
