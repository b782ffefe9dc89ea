import 'server-only';
import type { Sandbox, World } from '@/lib/engine';
import { stateOfRecipe, type Recipe } from './create-sandbox';
import type { JournalInput } from './journal-record';
import { playInput, type Played } from './run-step';
import { sandboxWorld } from './sandbox-world';
import { readSetupBy } from './setup-states';
import type { Query } from './stored-sandbox';

/** An entry that still counts, in its place in the journal. */
export interface ReplayEntry {
  readonly position: number;
  readonly input: Played;
}

/** One step of a run: the entry and the state that it came to. */
export interface ReplayStep extends ReplayEntry {
  readonly after: Sandbox;
}

/** A run from its beginning. */
export interface Replay {
  readonly beginning: Sandbox;
  readonly steps: readonly ReplayStep[];
}

/** The entries that count at the end: what was taken back, and what came before a new beginning, is left out. */
export function entriesThatCount(journal: readonly JournalEntry[]): readonly ReplayEntry[] {
  const counting: ReplayEntry[] = [];
  for (const { position, input } of journal) {
    if (input.kind === 'reset') counting.length = 0;
    else if (input.kind === 'undo') takeBack(counting);
    else counting.push({ position, input });
  }
  return counting;
}

/** Takes the last command back, with the time that has passed since. */
function takeBack(counting: ReplayEntry[]): void {
  while (counting.pop()?.input.kind === 'wait');
}

/** Plays entries from a beginning. The same entries give the same states. */
export function replay(
  beginning: Sandbox,
  entries: readonly ReplayEntry[],
  world: World,
): readonly ReplayStep[] {
  let state = beginning;
  return entries.map((entry) => {
    state = playInput(state, entry.input, world);
    return { ...entry, after: state };
  });
}

interface BeginningRow {
  readonly recipe: Recipe | null;
  readonly base_hash: string | null;
}

/** How a sandbox began. A question's beginning is what its variant is graded by too, also where another version of the engine has made it. */
export async function readBeginning(query: Query, sandboxId: string): Promise<Sandbox> {
  const [row] = await query<BeginningRow>({
    text: 'SELECT recipe, base_hash FROM sandboxes WHERE id = $1::uuid',
    values: [sandboxId],
  });
  if (row?.recipe) return stateOfRecipe(row.recipe, await sandboxWorld());
  if (!row?.base_hash) throw new Error(`sandbox ${sandboxId} began with nothing`);
  return readSetupBy(query, row.base_hash);
}

/** An entry of a journal as it was made. */
export interface JournalEntry {
  readonly position: number;
  readonly input: JournalInput;
}

/** The entries of a journal behind one position, up to another, oldest first. */
export function readInputs(
  query: Query,
  sandboxId: string,
  { after, through }: { readonly after: number; readonly through: number },
): Promise<readonly JournalEntry[]> {
  return query<JournalEntry>({
    text: `SELECT j.position, coalesce(j.input, u.content) AS input
      FROM sandbox_journal j LEFT JOIN uploads u ON u.hash = j.upload_hash
      WHERE j.sandbox_id = $1::uuid AND j.position > $2::int AND j.position <= $3::int ORDER BY j.position`,
    values: [sandboxId, after, through],
  });
}

/** The entries of a journal that count, up to a position. */
export async function readCounting(
  query: Query,
  sandboxId: string,
  through: number,
): Promise<readonly ReplayEntry[]> {
  return entriesThatCount(await readInputs(query, sandboxId, { after: 0, through }));
}

/** Plays a sandbox's journal up to a position. */
export async function replayJournal(
  query: Query,
  sandboxId: string,
  through: number,
): Promise<Replay> {
  const beginning = await readBeginning(query, sandboxId);
  const entries = await readCounting(query, sandboxId, through);
  return { beginning, steps: replay(beginning, entries, await sandboxWorld()) };
}
