import type { SortedMap } from '../kernel/sorted-map';
import { momentOf } from './container/agenda';
import { checkHealth } from './container/check-health';
import { runDue } from './container/run';
import { change, type Turn } from './turn';

/** The clock is never run past this many moments in one go; a sandbox that would is bounded. */
const MOST_MOMENTS = 200_000;

/** The appointments that are kept: those of paused containers only where the rules think so. */
function kept(turn: Turn): readonly SortedMap<string>[] {
  const { active, frozen } = turn.state.agenda;
  return frozen.size > 0 && turn.world.rules.pausedContainerIsScheduled()
    ? [active, frozen]
    : [active];
}

/** When something next happens by itself; Infinity when nothing does. */
export function nextDue(turn: Turn): number {
  let due = Infinity;
  for (const appointments of kept(turn)) {
    const first = appointments.first();
    if (first) due = Math.min(due, momentOf(first[0]));
  }
  return due;
}

/** The appointments by now, in order: key and container. */
function dueNow(turn: Turn): readonly (readonly [string, string])[] {
  const { now } = turn.state;
  const due: (readonly [string, string])[] = [];
  for (const appointments of kept(turn))
    for (const entry of appointments) {
      if (momentOf(entry[0]) > now) break;
      due.push(entry);
    }
  return due.length > 1 ? due.sort(([a], [b]) => (a < b ? -1 : 1)) : due;
}

/** Is an appointment still kept? What came before it at the same moment may have cancelled it. */
function isKept(turn: Turn, key: string): boolean {
  return kept(turn).some((appointments) => appointments.has(key));
}

/**
 * Moves the clock to `until` and runs everything that falls due on the way, in order of time and then of creation. Stops early, at the moment itself,
 * when `done` holds; returns whether it did.
 */
export function advance(turn: Turn, until: number, done: () => boolean = () => false): boolean {
  for (let moments = 0; moments < MOST_MOMENTS; moments++) {
    if (done()) return true;
    const due = nextDue(turn);
    if (due > until || due === Infinity) break;
    if (due > turn.state.now) change(turn).now = due;
    for (const [key, id] of dueNow(turn)) if (isKept(turn, key)) {
        runDue(turn, id);
        checkHealth(turn, id);
      }
  }
  if (done()) return true;
  if (until !== Infinity && until > turn.state.now) change(turn).now = until;
  return false;
}
