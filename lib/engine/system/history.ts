import { AppendList } from '../../kernel/append-list';
import type { EngineEvent } from '../events';
import { change, type Turn } from '../turn';

/** How many events Docker remembers (moby daemon/events eventsLimit). */
const MOST_EVENTS = 256;

/** Takes what has happened in this command into the history. */
export function keepEvents(turn: Turn): void {
  const { events } = turn;
  if (events.length === 0) return;
  let { history } = turn.state;
  if (history.length + events.length > 2 * MOST_EVENTS)
    history = AppendList.of(history.last(MOST_EVENTS));
  change(turn).history = history.append(events);
}

/** What Docker remembers to have happened, the oldest first; this command's events too. */
export function eventsSoFar(turn: Turn): readonly EngineEvent[] {
  return [...turn.state.history.last(MOST_EVENTS), ...turn.events].slice(-MOST_EVENTS);
}
