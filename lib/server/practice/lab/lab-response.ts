import 'server-only';
import type { LabResponse, Locale, Response } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import type { Prisma } from '@/lib/server/generated/client';
import { readEntries } from '@/lib/server/sandbox/read-journal';
import { queryOfPrisma } from '@/lib/server/sandbox/stored-sandbox';
import { sandboxOfLab } from './lab-showing';

/** The showing of a hands-on question, as whoever holds its row has it. */
interface HeldShowing {
  readonly learnerId: string;
  readonly id: string;
  readonly hintsAt: readonly Date[];
}

/** The answer to a hands-on question as its sandbox tells of it. The browser says only whether it is given up. */
export async function labResponseOf(
  tx: Prisma.TransactionClient,
  { learnerId, id: showingId, hintsAt }: HeldShowing,
  said: Response,
): Promise<LabResponse> {
  const sandbox = await sandboxOfLab(tx, { learnerId, showingId });
  const through = sandbox?.version ?? 0;
  const entries =
    sandbox === null
      ? []
      : await readEntries(queryOfPrisma(tx), sandbox.id, through, sandbox.version);
  return {
    kind: 'lab',
    // What was typed unseen, a password, is not told to whoever reads answers.
    lines: entries.flatMap((entry) =>
      entry.kind === 'line' && !entry.takenBack && entry.line !== '' ? [entry.line] : [],
    ),
    through,
    gaveUp: said.kind !== 'lab' || said.gaveUp,
    hints: hintsAt.length,
    restarts: entries.filter(({ kind }) => kind === 'reset' || kind === 'undo').length,
  };
}

/** A hands-on question that is not given up is answered when its goal is reached, not before: that costs nothing. */
export function unreached(locale: Locale): AppError {
  const words = { ko: '아직 목표에 이르지 않았어요.', en: 'The goal is not reached yet.' };
  return new AppError('invalid', { words: words[locale] });
}
