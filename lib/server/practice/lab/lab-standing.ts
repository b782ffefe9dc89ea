import 'server-only';
import type { Sandbox } from '@/lib/engine';
import { labProgress } from '@/lib/quiz/lab-progress';
import type { LabProgress } from '@/lib/quiz/types';
import {
  entriesThatCount,
  readInputs,
  type JournalEntry,
  type ReplayEntry,
} from '@/lib/server/sandbox/replay-journal';
import { playInput } from '@/lib/server/sandbox/run-step';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import type { Query } from '@/lib/server/sandbox/stored-sandbox';
import type { LabShowing } from './lab-showing';

/** The longest way to a goal, in entries of the journal: behind it nothing is reached before the sandbox is set up anew. */
export const labEntryLimit = 500;

/**
 * How far a hands-on question has come in a version of its sandbox. It follows from the question's start and the sandbox's journal alone, so that it is the same
 * whichever door an entry came through: the page of the question, another terminal, the docker command line.
 */
export interface LabStanding {
  readonly version: number;
  readonly progress: LabProgress;
  /** Entries since the sandbox was last set up that were not taken back. */
  readonly entries: number;
  /** How often it was set up anew, or an entry taken back. */
  readonly restarts: number;
  /** The sandbox after the last entry by which anything could change here. */
  readonly state: Sandbox;
}

type LabQuestion = Pick<LabShowing, 'facts' | 'start'>;

/** What this process has found out last of each sandbox. It spares work; what is told never hangs on it. */
const known = new Map<string, LabStanding>();
const MOST_KNOWN = 500;

/** Remembers a standing for whoever asks next; the sandbox asked for longest ago is forgotten. */
export function keepStanding(sandboxId: string, standing: LabStanding): void {
  known.delete(sandboxId);
  known.set(sandboxId, standing);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

/** Where a hands-on question stands in a version of its sandbox. One query, none where this process knows it. */
export async function standingOf(
  lab: LabQuestion,
  { sandboxId, version }: { readonly sandboxId: string; readonly version: number },
  query: Query,
): Promise<LabStanding> {
  const last = known.get(sandboxId);
  if (last?.version === version) return last;
  const from = last !== undefined && last.version < version ? last : null;
  const read = (after: number) => readInputs(query, sandboxId, { after, through: version });
  const entries = await read(from?.version ?? 0);
  const standing =
    from === null
      ? await fromBeginning(lab, entries)
      : entries.some(goesBack)
        ? await fromBeginning(lab, await read(0))
        : await playOn(lab, from, entriesThatCount(entries));
  keepStanding(sandboxId, { ...standing, version });
  return { ...standing, version };
}

/** The standing after an entry that led to a state. */
export async function standingAfter(
  { facts, start }: LabQuestion,
  before: LabStanding,
  state: Sandbox,
): Promise<LabStanding> {
  const counted = { ...before, version: before.version + 1, entries: before.entries + 1 };
  if (isSettled(before)) return counted;
  const world = await sandboxWorld();
  const progress = labProgress(facts, { start, now: state, world, before: before.progress });
  return { ...counted, progress, state };
}

/** Nothing that is done now changes the progress. */
function isSettled({ progress, entries }: LabStanding): boolean {
  return progress.reached || entries >= labEntryLimit;
}

const goesBack = ({ input }: JournalEntry): boolean =>
  input.kind === 'undo' || input.kind === 'reset';

async function fromBeginning(
  lab: LabQuestion,
  entries: readonly JournalEntry[],
): Promise<LabStanding> {
  const { facts, start } = lab;
  const world = await sandboxWorld();
  const progress = labProgress(facts, { start, now: start, world, before: null });
  const restarts = entries.filter(goesBack).length;
  const beginning = { version: 0, progress, entries: 0, restarts, state: start };
  return playOn(lab, beginning, entriesThatCount(entries));
}

async function playOn(
  lab: LabQuestion,
  from: LabStanding,
  entries: readonly ReplayEntry[],
): Promise<LabStanding> {
  const world = await sandboxWorld();
  let standing = from;
  for (const { input } of entries) {
    const { state } = standing;
    const after = isSettled(standing) ? state : playInput(state, input, world);
    standing = await standingAfter(lab, standing, after);
  }
  return standing;
}
