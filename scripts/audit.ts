import { unprepared, withServer } from './db/with-server';
import { publishingSeeds } from '@/lib/quiz/studio';
import { problemLine } from '@/lib/quiz/template-problem';
import { proveInParallel } from './prove/prove-in-parallel';
import { Problem, runCommand } from './support/problem.mjs';

const USAGE = `npm run audit -- VARIANT    make one stored variant again and compare
npm run audit -- --all      all of them
npm run audit -- --proofs   prove every template in use again and tell what flipped against the stored proofs`;

/** What became of the variants of one kind. */
interface Tally {
  equal: number;
  different: number;
}

/**
 * `npm run audit`: makes stored variants again from what Postgres holds and compares question with options, key, setup state and proof with what is stored. Tells of
 * each variant that differs and where, and at the end how many of which kind there are; the exit code is 1 when one differs.
 */
async function audit(asked: string): Promise<number> {
  const [{ db, disconnect }, { auditVariant }] = await Promise.all([
    import('@/lib/server/db'),
    import('@/lib/server/practice/audit-variant'),
  ]);
  try {
    const ids =
      asked === '--all'
        ? (await db.variant.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(
            ({ id }) => id,
          )
        : [asked];
    const tallies = new Map<string, Tally>();
    for (const id of ids) {
      const made = await auditVariant(id);
      if (made === null)
        throw new Problem(`There is no variant ${id}.`, USAGE.replaceAll('\n', '\n  '));
      const { kind, templateId, engineVersion, differences } = made;
      const tally = tallies.get(kind) ?? { equal: 0, different: 0 };
      tallies.set(kind, tally);
      tally[differences.length === 0 ? 'equal' : 'different']++;
      if (differences.length === 0) continue;
      console.log(`differs  ${id}  ${kind} ${templateId}  engine ${engineVersion}`);
      for (const place of differences) console.log(`    ${place}`);
    }
    return summarise(tallies);
  } finally {
    await disconnect();
  }
}

/** Prints a row a kind and gives the exit code. */
function summarise(tallies: ReadonlyMap<string, Tally>): number {
  const all = { equal: 0, different: 0 };
  const row = (kind: string, ...figures: readonly (string | number)[]) => {
    console.log(kind.padEnd(10) + figures.map((figure) => String(figure).padStart(11)).join(''));
  };
  row('kind', 'variants', 'equal', 'different');
  for (const [kind, { equal, different }] of [...tallies].sort()) {
    row(kind, equal + different, equal, different);
    all.equal += equal;
    all.different += different;
  }
  row('all', all.equal + all.different, all.equal, all.different);
  console.log(
    all.different === 0
      ? '\nQuestions with their options, keys, setup states and proofs are what is stored.'
      : '\nWhat is stored is not what the templates give.',
  );
  return all.different === 0 ? 0 : 1;
}

/**
 * Proves every template in use, of the course and of the studio, with this engine and compares with the proofs that are stored; changes nothing. The exit code is 1 when something flipped or fails.
 */
async function auditProofs(): Promise<number> {
  const [{ db, disconnect }, { questionContext }, { flipLines, reproveAll }] = await Promise.all([
    import('@/lib/server/db'),
    import('@/lib/server/content/question-context'),
    import('@/lib/server/content/reprove'),
  ]);
  try {
    if ((await db.contentVersion.count()) === 0) throw unprepared;
    const { readings } = await questionContext();
    const reproved = await reproveAll(async (templates, seeds) => {
      const proved = await proveInParallel(templates, { readings, seeds });
      return proved.map(({ proof }) => proof);
    }, publishingSeeds);
    for (const line of flipLines(reproved)) console.log(`flipped  ${line}`);
    const failing = reproved.filter(({ proof }) => !proof.proved);
    for (const { templateId, proof } of failing) {
      console.log(`FAILED   ${templateId}`);
      for (const problem of proof.problems) console.log(`    ${problemLine(problem)}`);
    }
    const flipped = reproved.filter(({ flips }) => flips.length > 0).length;
    console.log(`proved again ${reproved.length}, flipped ${flipped}, failed ${failing.length}`);
    return flipped > 0 || failing.length > 0 ? 1 : 0;
  } finally {
    await disconnect();
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

await runCommand(() => {
  const [asked = '', ...rest] = process.argv.slice(2);
  if (asked === '--help') {
    console.log(USAGE);
    return;
  }
  if (rest.length > 0 || (!['--all', '--proofs'].includes(asked) && !uuid.test(asked)))
    throw new Problem('Say what is to be made again.', USAGE.replaceAll('\n', '\n  '));
  return withServer('npm run audit', () => (asked === '--proofs' ? auditProofs() : audit(asked)));
});
