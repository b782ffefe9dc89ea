import 'server-only';
import type { CarriedOver, JournalInput } from './journal-record';
import { getOwnVersion } from './own-sandbox';
import { entriesThatCount } from './replay-journal';
import { seenRequest, type LineResult, type SeenRequest } from './run-step';
import { overPool, type Query } from './stored-sandbox';

/** What can be seen of an entry of a journal. */
export type JournalView = {
  readonly position: number;
  /** The host's clock before the entry, and when it was made: milliseconds since 1970. */
  readonly now: number;
  readonly at: number;
  /** It was taken back, or came before a new beginning. */
  readonly takenBack: boolean;
  /** API requests that it sent, with the status of each. */
  readonly requests: readonly {
    readonly now: number;
    readonly request: SeenRequest;
    readonly status: number;
  }[];
} & (
  | ({ readonly kind: 'line'; /** `''` where it was typed unseen. */ readonly line: string } & Omit<
      LineResult,
      'before'
    > & {
        /** What stood before the line. */
        readonly typedAt: string;
      })
  | { readonly kind: 'request'; readonly request: SeenRequest; readonly status: number }
  | {
      readonly kind: 'wait';
      readonly wait: number;
      /** The sandbox was brought to another version of the engine. */
      readonly carriedOver?: CarriedOver;
    }
  | { readonly kind: 'undo' | 'reset' }
);

interface Row {
  readonly position: number;
  readonly now: number;
  readonly at: number;
  readonly input: JournalInput;
  readonly requests: JournalView['requests'];
  readonly result: unknown;
}

/** Most entries that are read at once. */
const MOST_READ = 500;

/**
 * The last entries of a learner's sandbox, oldest first: at most `last`, and at most 500.
 * @throws AppError 'not-found' when the learner has no such sandbox
 */
export async function readJournal(ask: {
  readonly learnerId: string;
  readonly sandboxId: string;
  readonly last?: number;
}): Promise<readonly JournalView[]> {
  const { learnerId, sandboxId, last = MOST_READ } = ask;
  const version = await getOwnVersion(learnerId, sandboxId);
  return readEntries(overPool, sandboxId, version, Math.min(last, MOST_READ));
}

/** The last `most` entries up to a position, oldest first, as anybody may see them who may see the run. */
export async function readEntries(
  query: Query,
  sandboxId: string,
  through: number,
  most: number,
): Promise<readonly JournalView[]> {
  const kinds = await query<{ readonly position: number; readonly input: JournalInput }>({
    text: `SELECT position, json_build_object('kind', kind, 'wait', 0) AS input FROM sandbox_journal
      WHERE sandbox_id = $1::uuid AND position <= $2::int ORDER BY position`,
    values: [sandboxId, through],
  });
  const counting = new Set(entriesThatCount(kinds).map(({ position }) => position));
  const rows = await query<Row>({
    text: `SELECT j.position, j.now, (extract(epoch FROM j.at) * 1000)::float8 AS at, coalesce(j.input, u.content) AS input, j.requests, j.result
      FROM sandbox_journal j LEFT JOIN uploads u ON u.hash = j.upload_hash
      WHERE j.sandbox_id = $1::uuid AND j.position <= $2::int ORDER BY j.position DESC LIMIT $3::int`,
    values: [sandboxId, through, most],
  });
  return rows
    .map((row) => viewOf(row, !isAction(row.input) || counting.has(row.position)))
    .reverse();
}

function isAction({ kind }: JournalInput): boolean {
  return kind !== 'undo' && kind !== 'reset';
}

function viewOf({ position, now, at, input, requests, result }: Row, counts: boolean): JournalView {
  const view = { position, now, at, requests, takenBack: !counts };
  switch (input.kind) {
    case 'line': {
      const { before, ...printed } = result as LineResult;
      const { prompt: typedAt, echo } = before;
      return { ...view, kind: 'line', line: echo ? input.line : '', ...seen(printed), typedAt };
    }
    case 'request': {
      const { status } = result as { readonly status: number };
      return { ...view, kind: 'request', request: seenRequest(input.request), status };
    }
    case 'wait':
      return {
        ...view,
        kind: 'wait',
        wait: input.wait,
        ...(isCarriedOver(result) && { carriedOver: result }),
      };
    case 'undo':
    case 'reset':
      return { ...view, kind: input.kind };
  }
}

function isCarriedOver(result: unknown): result is CarriedOver {
  return typeof result === 'object' && result !== null && 'carriedOver' in result;
}

/** What a line printed, without what a use case has noted beside it. */
function seen(result: Omit<LineResult, 'before'>): Omit<LineResult, 'before'> {
  const { stdout, stderr, shown, exitCode, prompt, echo, elapsedMs } = result;
  return { stdout, stderr, shown, exitCode, prompt, echo, elapsedMs };
}
