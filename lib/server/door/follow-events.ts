import 'server-only';
import { eventsAsked, type ApiRequest } from '@/lib/engine';
import type { Exchange } from './exchange';
import type { Live } from './live';
import type { SandboxHandle } from './sandbox-host';

/** Seconds since the epoch with a fraction, in milliseconds; Infinity when none are given. */
function momentOf(texts: string | undefined): number {
  const [text = ''] = (texts ?? '').split('\n');
  return text === '' ? Infinity : Number(text) * 1000;
}

const lines = (messages: readonly unknown[]): string =>
  messages.map((message) => `${JSON.stringify(message)}\n`).join('');

/**
 * `GET /events`: what has happened since a moment, and then what happens, up to `until` or until the client goes. The engine itself picks the events that
 * the filters ask for: it is asked for what has come since the last time.
 */
export async function followEvents(
  exchange: Exchange,
  live: Live,
  handle: SandboxHandle,
  request: ApiRequest,
): Promise<void> {
  const query = request.query ?? {};
  const until = momentOf(query['until']);
  const first = await handle.send(request);
  const { body, status } = first.answer;
  if (status >= 400) return exchange.json(status, body.kind === 'json' ? body.json : null);
  exchange.begin(200, { 'Content-Type': 'application/json' });
  exchange.response.flushHeaders();
  let begun = until === Infinity || until > first.sandbox.now;
  if (body.kind === 'messages') exchange.write(lines(body.messages));
  if (!begun) return exchange.end('');
  const stop = live.follow({
    take: ({ sandbox, events }) => {
      if (!begun) return;
      const wanted = events.filter((event) => event.at <= until);
      if (wanted.length > 0) exchange.write(lines(eventsAsked(wanted, query['filters'])));
      if (sandbox.now < until) return;
      begun = false;
      stop();
      exchange.end('');
    },
    waits: () => (until === Infinity ? 'no' : 'soon'),
    wakesAt: until,
    lost: () => exchange.response.destroy(),
  });
  exchange.gone.addEventListener('abort', stop);
}
