import { readContent } from '../lib/server/content/read-content';
import { problemLine, type TemplateProblem } from '../lib/quiz/template-problem';
import { loadContent } from '../lib/server/content/load-content';
import { disconnect } from '../lib/server/db';

/*
 * Loads content/ into the database that DATABASE_URL names, proved; does nothing when it is there already.
 * Prints what it did in one line, or every problem with file and line and exits 1.
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
  const loaded = await loadContent(course.value, { seeds: SEEDS });
  if (!loaded.ok) refuse(loaded.error);
  else {
    const { changed, concepts, templates, published } = loaded.value;
    console.log(
      changed
        ? `${concepts} concepts, ${templates} templates, ${published} of them proved now`
        : 'unchanged',
    );
  }
  await disconnect();
}
