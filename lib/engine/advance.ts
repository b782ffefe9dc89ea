import { containersOf } from './container/list';
import { dueOf, runDue } from './container/run';
import type { Turn } from './turn';

/** The clock is never run past this many moments in one go; a sandbox that would is bounded. */
const MOST_MOMENTS = 200_000;

/** When something next happens by itself; Infinity when nothing does. */
export function nextDue(turn: Turn): number {
  let due = Infinity;
  for (const container of containersOf(turn.state)) due = Math.min(due, dueOf(turn, container));
  return due;
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
    if (due > turn.state.now) turn.state = { ...turn.state, now: due };
    for (const container of containersOf(turn.state))
      if (dueOf(turn, container) <= turn.state.now && turn.state.containers[container.id])
        runDue(turn, container.id);
  }
  if (done()) return true;
  if (until !== Infinity && until > turn.state.now) turn.state = { ...turn.state, now: until };
  return false;
}
