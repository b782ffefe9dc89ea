import 'server-only';
import type { ApiRequest } from '@/lib/engine';
import type { Exchange } from './exchange';
import type { Live } from './live';
import type { SandboxHandle } from './sandbox-host';

/** How often a reading is sent, in milliseconds (moby daemon/stats collector). */
const INTERVAL = 1_000;

/** `GET /containers/{id}/stats`: a reading a second until the client goes or the container is gone. */
export async function followStats(
  exchange: Exchange,
  live: Live,
  handle: SandboxHandle,
  request: ApiRequest,
): Promise<void> {
  const first = await handle.send(request);
  const { body, status } = first.answer;
  if (status >= 400) return exchange.json(status, body.kind === 'json' ? body.json : null);
  exchange.begin(200, { 'Content-Type': 'application/json' });
  let wakesAt = first.sandbox.now + INTERVAL;
  const tell = (json: unknown): void => {
    exchange.write(`${JSON.stringify(json)}\n`);
  };
  if (body.kind === 'json') tell(body.json);
  let asking = false;
  const ask = async (): Promise<void> => {
    const { answer } = await handle.send(request);
    asking = false;
    if (answer.status < 400 && answer.body.kind === 'json') return tell(answer.body.json);
    stop();
    exchange.end('');
  };
  const stop = live.follow({
    take: ({ sandbox }) => {
      if (asking || sandbox.now < wakesAt) return;
      asking = true;
      wakesAt = sandbox.now + INTERVAL;
      ask().catch(() => exchange.response.destroy());
    },
    waits: () => 'soon',
    lost: () => exchange.response.destroy(),
    get wakesAt() {
      return wakesAt;
    },
  });
  exchange.gone.addEventListener('abort', stop);
}
