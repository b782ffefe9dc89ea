import 'server-only';
import type { Sandbox } from '@/lib/engine';
import type { Exchange } from './exchange';
import type { Live } from './live';
import type { Moment } from './sandbox-host';

type Condition = 'not-running' | 'next-exit' | 'removed';

/** The exit code that a container ended with last, and whether it is down. */
function downCode(sandbox: Sandbox, id: string): number | null {
  const state = sandbox.containers.get(id)?.state;
  return state?.kind === 'exited' || state?.kind === 'created' ? state.last.exitCode : null;
}

/**
 * `POST /containers/{id}/wait`: the headers go out at once, for the command line sends `start` only then; the code follows when the container has ended, or is
 * gone (moby container/state.go Wait).
 */
export function followWait(
  exchange: Exchange,
  live: Live,
  sandbox: Sandbox,
  { container, condition }: { readonly container: string; readonly condition: Condition },
): void {
  exchange.begin(200, { 'Content-Type': 'application/json' });
  exchange.response.flushHeaders();
  let code = downCode(sandbox, container) ?? 0;
  const tell = (): void => {
    stop();
    exchange.end(`${JSON.stringify({ StatusCode: code })}\n`);
  };
  const take = ({ sandbox: state, exits }: Pick<Moment, 'sandbox' | 'exits'>): void => {
    const ended = exits.get(container);
    const gone = !state.containers.has(container);
    code = ended ?? downCode(state, container) ?? code;
    const down = condition === 'not-running' && downCode(state, container) !== null;
    if (gone || down || (condition === 'next-exit' && ended !== undefined)) tell();
  };
  const stop = live.follow({
    take,
    // The command line waits in the background while it starts a container or attaches to one, and for this alone when it was called to wait.
    waits: () => (condition === 'not-running' ? 'when-alone' : 'no'),
    wakesAt: Infinity,
    lost: () => exchange.response.destroy(),
  });
  exchange.gone.addEventListener('abort', stop);
  take({ sandbox, exits: new Map() });
}
