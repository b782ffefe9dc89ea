import 'server-only';
import { z } from 'zod';
import { labProgress } from '@/lib/quiz/lab-progress';
import type { LabProgress } from '@/lib/quiz/types';
import { pool } from '@/lib/server/db';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import type { StoredSandbox } from '@/lib/server/sandbox/stored-sandbox';
import type { LabShowing } from './lab-showing';

/** How far a hands-on question has come after an entry of its sandbox's journal, where it is kept. */
export interface LabMark {
  readonly progress: LabProgress;
  /** Lines typed since the sandbox was last set up. */
  readonly lines: number;
}

const markSchema = z.object({
  lab: z.object({
    progress: z.object({
      goals: z.array(z.boolean()),
      broken: z.array(z.boolean()),
      reached: z.boolean(),
    }),
    lines: z.number(),
  }),
});

/** The mark in the stored result of an entry; null when it was made by something that knows of no goals. */
function markIn(result: unknown): LabMark | null {
  const parsed = markSchema.safeParse(result);
  return parsed.success ? parsed.data.lab : null;
}

/** The mark of a sandbox's version: of its last entry, or of the start. */
export async function markOf(
  { facts, start }: Pick<LabShowing, 'facts' | 'start'>,
  { id, version, state }: Pick<StoredSandbox, 'id' | 'version' | 'state'>,
): Promise<LabMark> {
  const world = await sandboxWorld();
  const now = () => labProgress(facts, { start, now: state, world, before: null });
  if (version === 0) return { progress: now(), lines: 0 };
  const { rows } = await pool().query<{ result: unknown }>({
    name: 'lab-mark',
    text: 'SELECT result FROM sandbox_journal WHERE sandbox_id = $1::uuid AND position = $2::int',
    values: [id, version],
  });
  return markIn(rows[0]?.result) ?? { progress: now(), lines: 0 };
}
