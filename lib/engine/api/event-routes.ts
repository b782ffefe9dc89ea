import type { EngineEvent } from '../events';
import { eventsSoFar } from '../system/history';
import { refuse } from '../errors';
import { matchesEvent } from '../system/match-event';
import { eventJson } from './event-json';
import { readFilters } from './filters';
import type { Route } from './route';

/** Seconds since the epoch with a fraction, as the client sends them, in milliseconds; null: none (moby api/types/time/timestamp.go ParseTimestamps). */
function momentOf(texts: string | undefined): number | null {
  const [text = ''] = (texts ?? '').split('\n');
  if (text === '') return null;
  if (/^-?\d{1,15}(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const [seconds = ''] = text.split('.');
  return refuse('internal', `strconv.ParseInt: parsing ${JSON.stringify(seconds)}: invalid syntax`);
}

/** The events that filters let through (`GET /events`), as they are sent. */
export function eventsAsked(
  events: readonly EngineEvent[],
  filters: string | undefined,
): readonly unknown[] {
  const wanted = readFilters(filters);
  return events.filter((event) => matchesEvent(wanted, event)).map(eventJson);
}

/** What has happened between two moments. Nothing when neither is given: a client that follows is told of what comes, by asking again. */
export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/events',
    answer: ({ turn, query }) => {
      const filters = readFilters(query['filters']);
      const [since, until] = [momentOf(query['since']), momentOf(query['until'])];
      if (since !== null && until !== null && until < since)
        refuse(
          'invalid-parameter',
          `\`since\` time (${query['since'] ?? ''}) cannot be after \`until\` time (${query['until'] ?? ''})`,
        );
      const wanted =
        since === null && until === null
          ? []
          : eventsSoFar(turn).filter(
              (event) =>
                event.at >= (since ?? 0) &&
                (until === null || event.at <= until) &&
                matchesEvent(filters, event),
            );
      return { status: 200, body: { kind: 'messages', messages: wanted.map(eventJson) } };
    },
  },
];
