import { readContent } from '../lib/server/content/read-content';
import { problemLine, type TemplateProblem } from '../lib/quiz/template-problem';
import { publishingSeeds } from '../lib/quiz/studio';
import { loadContent } from '../lib/server/content/load-content';
import type { Prove } from '../lib/server/content/prove-here';
import { flipLines, reproveStudio } from '../lib/server/content/reprove';
import { disconnect } from '../lib/server/db';
import { proofFolder, proveInParallel } from './prove/prove-in-parallel';

/*
 * Loads content/ into the database that DATABASE_URL names, proved, and proves the studio's published templates again when the engine has changed; does nothing when all is there already.
 * Prints what it did in one line and what the engine proves otherwise than before in further ones, or every problem with file and line and exits 1.
 */

/** A start proves what is new over these many seeds, to be quick; `npm run prove` and the tests prove all over 200. */
const SEEDS = 24;

function refuse(problems: readonly TemplateProblem[]): void {
  for (const problem of problems) console.error(problemLine(problem));
  process.exitCode = 1;
}

const course = readContent('content');
if (!course.ok) refuse(course.error);
else {
  const { readings } = course.value;
  const prove: Prove = async (templates, seeds) =>
    (await proveInParallel(templates, { readings, seeds, keptIn: proofFolder(process.cwd()) })).map(
      ({ proof }) => proof,
    );
  const loaded = await loadContent(course.value, { seeds: SEEDS, prove });
  if (!loaded.ok) refuse(loaded.error);
  else {
    const { changed, concepts, templates, published, flipped } = loaded.value;
    console.log(
      changed
        ? `${concepts} concepts, ${templates} templates, ${published} of them proved now`
        : 'unchanged',
    );
    const studio = await reproveStudio(prove, publishingSeeds);
    for (const line of [...flipped, ...flipLines(studio)]) console.log(`flipped: ${line}`);
    const failed = studio.filter(({ proof }) => !proof.proved).map(({ templateId }) => templateId);
    if (failed.length > 0)
      console.log(`not asked any more until their authors mend them: ${failed.join(', ')}`);
  }
  await disconnect();
}
