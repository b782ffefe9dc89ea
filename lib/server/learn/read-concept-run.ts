import 'server-only';
import { db } from '@/lib/server/db';
import { frameOfStep } from '@/lib/quiz/frame-of-step';
import { generateVariant } from '@/lib/quiz/generate-variant';
import type { VariantProof } from '@/lib/quiz/types';
import { questionContext } from '@/lib/server/content/question-context';
import { getDefinition } from '@/lib/server/practice/course';
import type { StageFrame } from '@/lib/stage/picture';

/** So many templates are tried for a run that shows something. */
const MOST_TRIED = 8;
/** A run that is stepped through on a page about something else is short. */
const LONGEST = 6;

type Run = VariantProof['run'];

/** Runs by the versions that they are made of. */
const known = new Map<string, Run>();

/**
 * A run that shows a concept at work, in the reader's language: that of the course's template whose run changes most on the host in a few steps, carried
 * out with values of its own. Always the same one, until the course changes; empty where no template runs anything.
 */
export async function readConceptRun(
  conceptId: string,
  locale: 'ko' | 'en',
): Promise<readonly StageFrame[]> {
  const templates = await db.template.findMany({
    where: { origin: 'course', retired: false, versions: { some: { conceptId } } },
    orderBy: { id: 'asc' },
    select: {
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { id: true, conceptId: true, kind: true },
      },
    },
  });
  const versions = templates
    .flatMap((template) => template.versions)
    .filter(({ kind, ...version }) => version.conceptId === conceptId && RUNS.has(kind))
    .slice(0, MOST_TRIED)
    .map(({ id }) => id);
  const name = versions.join();
  const run = known.get(name) ?? (await bestRun(conceptId, versions));
  known.set(name, run);
  return run.map((step) => frameOfStep(step, locale));
}

/** Kinds of questions that are about a run. */
const RUNS: ReadonlySet<string> = new Set([
  'choice',
  'several',
  'predict',
  'order',
  'blanks',
  'type',
]);

async function bestRun(conceptId: string, versions: readonly string[]): Promise<Run> {
  const context = await questionContext();
  let best: Run = [];
  for (const version of versions) {
    const definition = await getDefinition(db, version);
    const made = generateVariant(definition, `concept ${conceptId}`, context);
    const run = made.ok ? made.value.proof.run : [];
    if (run.length <= LONGEST && changesOf(run) > changesOf(best)) best = run;
  }
  return best;
}

const changesOf = (run: Run): number => run.filter(({ change }) => change !== null).length;
