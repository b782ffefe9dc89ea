import 'server-only';
import { db } from '@/lib/server/db';
import { frameOfStep } from '@/lib/quiz/frame-of-step';
import { draftVariant } from '@/lib/quiz/generate-variant';
import { picturedSteps } from '@/lib/quiz/run-steps';
import { setupOf } from '@/lib/quiz/setup-of';
import type { Locale, RunStep } from '@/lib/quiz/types';
import { questionContext } from '@/lib/server/content/question-context';
import { getDefinition } from '@/lib/server/practice/course';
import type { StageFrame } from '@/lib/stage/picture';

/** So many templates are tried for a run that shows something. */
const MOST_TRIED = 8;
/** A run that is stepped through on a page about something else is short. */
const LONGEST = 6;

/** A run that shows a concept at work, and what is needed to run it again. */
export interface ConceptScene {
  /** Names of the images that lie in the store at the start. */
  readonly images: readonly string[];
  readonly run: readonly RunStep[];
}

/** Scenes by the versions that they are made of. */
const known = new Map<string, ConceptScene>();

/** As `readConceptScene`, in the reader's language. */
export async function readConceptRun(
  conceptId: string,
  locale: Locale,
): Promise<readonly StageFrame[]> {
  const { run } = await readConceptScene(conceptId);
  return run.map((step) => frameOfStep(step, locale));
}

/**
 * A run that shows a concept at work: that of the course's template whose run changes most on the host in a few steps, carried out with values of its own. Always the
 * same one, until the course changes; empty where no template runs anything.
 */
export async function readConceptScene(conceptId: string): Promise<ConceptScene> {
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
  const current = templates
    .flatMap((template) => template.versions)
    .filter((version) => version.conceptId === conceptId);
  // What a hands-on question is solved by is shown only where nothing else shows the concept at work.
  const versions = [
    ...current.filter(({ kind }) => RUNS.has(kind)).slice(0, MOST_TRIED),
    ...current.filter(({ kind }) => kind === 'lab').slice(0, MOST_TRIED),
  ].map(({ id, kind }) => ({ id, isLab: kind === 'lab' }));
  const name = versions.map(({ id }) => id).join();
  const scene = known.get(name) ?? (await bestScene(conceptId, versions));
  known.set(name, scene);
  return scene;
}

/** Kinds of questions that are about a run which is not the learner's to find. */
const RUNS: ReadonlySet<string> = new Set([
  'choice',
  'several',
  'predict',
  'order',
  'blanks',
  'type',
]);

async function bestScene(
  conceptId: string,
  versions: readonly { readonly id: string; readonly isLab: boolean }[],
): Promise<ConceptScene> {
  const context = await questionContext();
  let best: ConceptScene = { images: [], run: [] };
  let ofLab = false;
  for (const { id, isLab } of versions) {
    if (isLab && !ofLab && best.run.length > 0) break;
    const definition = await getDefinition(db, id);
    const made = draftVariant(definition, `concept ${conceptId}`, context);
    if (!made.ok || made.value.run.length > LONGEST) continue;
    const { stage, run, values } = made.value;
    const pictured = picturedSteps(stage.start, run, stage.world);
    if (changesOf(pictured) <= changesOf(best.run)) continue;
    best = { images: setupOf(definition, values, context).images, run: pictured };
    ofLab = isLab;
  }
  return best;
}

const changesOf = (run: readonly RunStep[]): number =>
  run.filter(({ change }) => change !== null).length;
