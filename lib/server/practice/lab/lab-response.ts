import 'server-only';
import type { LabResponse, Locale, Response } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import type { Prisma } from '@/lib/server/generated/client';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { readSetupState } from '@/lib/server/sandbox/setup-states';
import { readLabLog } from './lab-log';

/** The showing of a hands-on question, as whoever holds its row has it. */
interface HeldShowing {
  readonly learnerId: string;
  readonly id: string;
  readonly hintsAt: readonly Date[];
  readonly variant: { readonly setupHash: string };
}

/** The answer to a hands-on question as its sandbox tells of it. The browser says only whether it is given up. */
export async function labResponseOf(
  tx: Prisma.TransactionClient,
  { learnerId, id: showingId, hintsAt, variant }: HeldShowing,
  said: Response,
): Promise<LabResponse> {
  const sandbox = await tx.sandbox.findUnique({
    where: { learnerId_showingId: { learnerId, showingId } },
    select: { id: true },
  });
  const start = await readSetupState(tx, variant.setupHash);
  const log = await readLabLog(tx, { sandboxId: sandbox?.id ?? null, start }, await sandboxWorld());
  return {
    kind: 'lab',
    lines: log.typed,
    gaveUp: said.kind !== 'lab' || said.gaveUp,
    hints: hintsAt.length,
    restarts: log.restarts,
  };
}

/** A hands-on question that is not given up is answered when its goal is reached, not before: that costs nothing. */
export function unreached(locale: Locale): AppError {
  const words = { ko: '아직 목표에 이르지 않았어요.', en: 'The goal is not reached yet.' };
  return new AppError('invalid', { words: words[locale] });
}
