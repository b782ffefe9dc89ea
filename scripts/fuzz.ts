import { parseArgs } from 'node:util';
import vm from 'node:vm';
import fc from 'fast-check';
import { targets, type Target } from './fuzz/targets';
import { Problem, runCommand } from './support/problem.mjs';

const USAGE = `npm run fuzz                      a million inputs into the engine: none may crash it or hang it
npm run fuzz -- --cases 20000     so many
npm run fuzz -- --seed 7          others; the same seed gives the same inputs
npm run fuzz -- --only NAME       only this kind: ${targets.map(({ name }) => name).join(', ')}`;

/** So many inputs are made and checked at a time, and given so long. */
const BATCH = 200;
const PATIENCE_MS = 60_000;

interface Asked {
  readonly cases: number;
  readonly seed: number;
  readonly only: string | undefined;
}

/** @throws Problem with the usage when the words make no sense */
function readArguments(): Asked | null {
  try {
    const { values } = parseArgs({
      options: {
        cases: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: '1' },
        only: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return null;
    const [cases, seed] = [Number(values.cases), Number(values.seed)];
    if (!Number.isSafeInteger(cases) || cases < 1 || !Number.isSafeInteger(seed))
      throw new Error('--cases and --seed are whole numbers.');
    if (values.only !== undefined && !targets.some(({ name }) => name === values.only))
      throw new Error(`There is no kind "${values.only}".`);
    return { cases, seed, only: values.only };
  } catch (wrong) {
    const words = wrong instanceof Error ? wrong.message : String(wrong);
    throw new Problem(words, USAGE.replaceAll('\n', '\n  '));
  }
}

/** Checks `cases` inputs of one kind. @throws Problem that shows the smallest input that is not answered */
function fuzz({ name, input, check }: Target, cases: number, seed: number): void {
  let current: readonly string[] = [];
  const property = fc.property(input, (lines) => {
    current = lines;
    check(lines);
  });
  const batch = (first: number) =>
    fc.check(property, { numRuns: Math.min(BATCH, cases - first), seed: seed * 1_000_003 + first });
  // What a script of `vm` calls is stopped when its time is over, an endless loop too.
  const context = vm.createContext({ batch });
  const show = (lines: unknown) => JSON.stringify(lines, null, 2);
  for (let first = 0; first < cases; first += BATCH) {
    let outcome: ReturnType<typeof batch>;
    try {
      outcome = vm.runInContext(`batch(${first})`, context, {
        timeout: PATIENCE_MS,
      }) as ReturnType<typeof batch>;
    } catch (stopped) {
      if ((stopped as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw stopped;
      throw new Problem(`${name}: no answer within ${PATIENCE_MS / 1000} s.`, show(current));
    }
    if (!outcome.failed) continue;
    const error = outcome.errorInstance;
    throw new Problem(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}.`,
      `seed ${seed}, smallest input: ${show(outcome.counterexample?.[0])}`,
    );
  }
}

/** Fuzzes every kind that was asked for, each with its share of the cases. Returns the exit code. */
function main(): number {
  const asked = readArguments();
  if (asked === null) {
    console.log(USAGE);
    return 0;
  }
  const chosen = targets.filter(({ name }) => asked.only === undefined || name === asked.only);
  const whole = chosen.reduce((sum, { share }) => sum + share, 0);
  let checked = 0;
  for (const target of chosen) {
    const cases = Math.ceil((asked.cases * target.share) / whole);
    const began = performance.now();
    fuzz(target, cases, asked.seed);
    checked += cases;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${target.name}: ${cases} inputs in ${seconds} s`);
  }
  console.log(`${checked} inputs, all answered`);
  return 0;
}

/** `npm run fuzz`: nothing that is typed may crash or hang the engine. A sample of the same runs in the tests. */
await runCommand(() => Promise.resolve(main()));
