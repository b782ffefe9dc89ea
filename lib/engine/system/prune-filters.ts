import { checkFilters, matchesLabels, readFilters, type Filters } from '../api/filters';
import { refuse } from '../errors';
import type { Turn } from '../turn';
import { parseTimestamp } from './timestamp';

/** What `prune` takes only. */
export interface PruneFilters {
  readonly filters: Filters;
  /** Only what was made by then; null: whatever its age. */
  readonly until: number | null;
}

const ACCEPTED = ['label', 'label!', 'until'];

/** Reads the filters of a prune; `more` names further ones that its kind knows (moby daemon/prune.go). */
export function readPruneFilters(
  turn: Turn,
  text: string | undefined,
  more: readonly string[] = [],
): PruneFilters {
  const filters = readFilters(text);
  checkFilters(filters, [...ACCEPTED, ...more]);
  const [value, ...others] = filters.get('until') ?? [];
  if (others.length > 0) refuse('invalid-parameter', 'more than one until filter specified');
  if (value === undefined) return { filters, until: null };
  const moment = parseTimestamp(value, turn.state.now);
  return moment.ok ? { filters, until: moment.value } : refuse('invalid-parameter', moment.error);
}

/** Is something of this age with these labels taken? */
export function matchesPrune(
  { filters, until }: PruneFilters,
  created: number,
  labels: Readonly<Record<string, string>>,
): boolean {
  if (until !== null && created > until) return false;
  const kept = filters.get('label!') ?? [];
  return (
    matchesLabels(labels, filters.get('label') ?? []) &&
    (kept.length === 0 || !matchesLabels(labels, kept))
  );
}
