import 'server-only';
import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import { buildCatalogue, buildManual } from '@/lib/engine';
import type { QuestionContext } from '@/lib/quiz/question-context';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';

let known: Promise<QuestionContext> | undefined;

async function read(): Promise<QuestionContext> {
  const version = await db.contentVersion.findFirst({
    orderBy: { id: 'desc' },
    select: { readings: true },
  });
  if (version === null) throw new AppError('unavailable', { cause: 'no content has been loaded' });
  return {
    catalogue: buildCatalogue(catalogueData),
    manual: buildManual(manualData),
    readings: new Map(Object.entries(version.readings as Record<string, string>)),
  };
}

/**
 * What making and grading questions needs beside the rows: the built catalogue and the readings of the content loaded
 * last. Built once per process; content is loaded before a process serves.
 * Throws AppError 'unavailable' before any content has been loaded.
 */
export function questionContext(): Promise<QuestionContext> {
  known ??= read().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}
