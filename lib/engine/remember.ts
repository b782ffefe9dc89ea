import type { Catalogue } from './catalogue';
import type { Manual } from './manual';
import { sameValue } from '../kernel/same-value';
import { trueRules, type Rules } from './rules';
import type { Sandbox } from './state';
import type { World } from './world';

/** How much is remembered: of the sandboxes that as many commands led to, modulo so many, the latest few; of each so many answers. */
const RINGS = 16;
const MOST_SANDBOXES = 32;
const MOST_ANSWERS = 64;

/** An answer and all it rests on besides the sandbox: the input, catalogue, manual and the rules that were consulted on the way. */
interface Remembered<T> {
  readonly input: string;
  readonly catalogue: Catalogue;
  readonly manual: Manual;
  readonly rules: Rules;
  readonly consulted: readonly (keyof Rules)[];
  readonly value: T;
}

/** The latest sandboxes with what was answered about each, in a ring. Sandboxes stand in a list of their own, so that they are looked through quickly. */
class Ring<T> {
  private readonly sandboxes: Sandbox[] = [];
  private readonly answers: Remembered<T>[][] = [];
  private at = -1;

  find(sandbox: Sandbox): Remembered<T>[] | undefined {
    const { sandboxes, at } = this;
    return this.answers[sandboxes[at] === sandbox ? at : sandboxes.indexOf(sandbox)];
  }

  open(sandbox: Sandbox): Remembered<T>[] {
    const answers: Remembered<T>[] = [];
    this.at = (this.at + 1) % MOST_SANDBOXES;
    this.sandboxes[this.at] = sandbox;
    this.answers[this.at] = answers;
    return answers;
  }
}

/**
 * What a pure function of the engine has answered, by sandbox and input: lists in rings, each searched from its beginning. (Maps
 * with sandboxes as keys, weak or not, cost the garbage collector as much again as the commands themselves.)
 */
export class Memory<T> {
  private readonly rings: Ring<T>[] = [];

  /** The answers about a sandbox that are still known. */
  find(sandbox: Sandbox): Remembered<T>[] | undefined {
    return this.ringOf(sandbox).find(sandbox);
  }

  /** A new list, in place of the oldest of its ring. */
  open(sandbox: Sandbox): Remembered<T>[] {
    return this.ringOf(sandbox).open(sandbox);
  }

  private ringOf({ commands }: Sandbox): Ring<T> {
    return (this.rings[commands % RINGS] ??= new Ring<T>());
  }
}

const names = Object.keys(trueRules) as (keyof Rules)[];

/** Rules that note which of them are consulted. */
class Told {
  /** Each once, since the noting was begun. */
  consulted: (keyof Rules)[] = [];
  /** How often the noting was begun, and at which of them each rule was last noted. */
  private begun = 0;
  private readonly noted: number[] = names.map(() => 0);
  private readonly functions: readonly Rules[keyof Rules][];

  constructor(rules: Rules) {
    this.functions = names.map((name) => rules[name]);
  }

  /** Notes anew; the list grows while the rules are consulted. */
  begin(): readonly (keyof Rules)[] {
    this.begun++;
    this.consulted = [];
    return this.consulted;
  }

  consult(index: number, name: keyof Rules): Rules[keyof Rules] | undefined {
    if (this.noted[index] !== this.begun) {
      this.noted[index] = this.begun;
      this.consulted.push(name);
    }
    return this.functions[index];
  }
}

/* An accessor for each rule, on the prototype, so that the rules of all beliefs look the same to the code that consults them; a Proxy is ten times as slow. */
names.forEach((name, index) => {
  Object.defineProperty(Told.prototype, name, {
    get(this: Told) {
      return this.consult(index, name);
    },
  });
});

const toldRules = new WeakMap<Rules, Told>();

/** Made once for rules. */
function rulesThatTell(rules: Rules): Told & Rules {
  let known = toldRules.get(rules);
  if (known === undefined) {
    known = new Told(rules);
    toldRules.set(rules, known);
  }
  return known as Told & Rules;
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

function note({ noted }: World, consulted: readonly (keyof Rules)[]): void {
  if (noted !== undefined) for (const name of consulted) noted.add(name);
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
  const known = memory.find(sandbox);
  if (known)
    for (const answer of known)
      if (answer.input === input && holds(answer, world)) {
        note(world, answer.consulted);
        return answer.value;
      }
  const { catalogue, manual, rules } = world;
  const told = rulesThatTell(rules);
  const consulted = told.begin();
  const computed = compute({ catalogue, manual, rules: told });
  const answers = known ?? memory.open(sandbox);
  const value =
    answers.find((answer) => answer.input === input && sameValue(answer.value, computed))?.value ??
    computed;
  if (answers.length >= MOST_ANSWERS) answers.length = 0;
  answers.push({ input, catalogue, manual, rules, consulted, value });
  note(world, consulted);
  return value;
}
