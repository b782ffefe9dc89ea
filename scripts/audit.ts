import { withDatabase } from './db/with-database';
import { Problem, runCommand } from './support/problem.mjs';

const USAGE = `npm run audit -- VARIANT    make one stored variant again and compare
npm run audit -- --all      all of them`;

/**
 * `npm run audit`: makes stored variants again from what Postgres holds and compares question, key, setup state and proof with what is stored. One line a
 * variant that differs, and a last line; the exit code is 1 when one differs.
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
    let differ = 0;
    for (const id of ids) {
      const made = await auditVariant(id);
      if (made === null)
        throw new Problem(`There is no variant ${id}.`, USAGE.replaceAll('\n', '\n  '));
      if (made.differences.length === 0) continue;
      differ += 1;
      const { templateId, engineVersion, differences } = made;
      console.log(`differs  ${id}  ${templateId}  engine ${engineVersion}`);
      for (const place of differences) console.log(`    ${place}`);
    }
    console.log(`variants ${ids.length}, equal ${ids.length - differ}, different ${differ}`);
    return differ === 0 ? 0 : 1;
  } finally {
    await disconnect();
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

await runCommand(() => {
  const [asked = '', ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (asked !== '--all' && !uuid.test(asked)))
    throw new Problem('Say which variant is to be made again.', USAGE.replaceAll('\n', '\n  '));
  return withDatabase('npm run audit', () => audit(asked));
});
