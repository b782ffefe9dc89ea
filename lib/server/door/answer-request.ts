import 'server-only';
import {
  BodyRefusal,
  compareVersions,
  INPUT,
  WAIT_HALF,
  type ApiRequest,
  type Sandbox,
  type Sent,
} from '@/lib/engine';
import type { Exchange } from './exchange';
import { followEvents } from './follow-events';
import { followLogs } from './follow-logs';
import { followStats } from './follow-stats';
import { followBuild, followTransfer, isTransfer } from './follow-transfer';
import { followWait } from './follow-wait';
import type { Live } from './live';
import { asNewest } from './older-versions';
import { attachStream, execStream, type OpenSandbox } from './process-stream';
import { BodyTooLarge } from './read-body';
import { readRequest } from './read-request';
import type { RequestPath } from './request-path';
import { TarRefusal } from './tar-reader';
import { missingPart } from './unsupported';
import { writeAnswer } from './write-answer';

/** moby api/server/router/container/container_routes.go postContainersStart */
const BODY_AT_START =
  'starting container with non-empty request body was deprecated since API v1.22 and removed in v1.24';

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD'];

function isMethod(method: string): method is ApiRequest['method'] {
  return METHODS.includes(method);
}

const isFalse = (value: string | undefined): boolean =>
  value !== undefined && ['', '0', 'no', 'false', 'none'].includes(value.toLowerCase().trim());

/** Answers one request to a sandbox, whatever becomes of it. */
export async function answerRequest(
  exchange: Exchange,
  asked: RequestPath,
  open: OpenSandbox,
): Promise<void> {
  const { method } = exchange;
  const target = asNewest(asked);
  const { path, query } = target;
  if (!isMethod(method) || path === INPUT) return exchange.error(404, 'page not found');
  const missing = missingPart(path);
  if (missing !== null) return exchange.error(501, missing);
  let request: ApiRequest;
  try {
    request = await readRequest(exchange, { method, path, query }, open.handle);
  } catch (failure) {
    return refuse(exchange, failure);
  }
  await carryOut(exchange, target, request, open);
}

/** How long a client may go on sending what is refused already, in milliseconds. */
const SENDING_ON = 10_000;

function refuse(exchange: Exchange, failure: unknown): void {
  if (failure instanceof BodyRefusal) return exchange.error(400, failure.message);
  if (failure instanceof TarRefusal) {
    // The client reads the answer when it has sent all; one that never has is cut off.
    setTimeout(() => {
      if (!exchange.request.complete) exchange.request.socket.destroy();
    }, SENDING_ON).unref();
    return exchange.error(failure.status, failure.message);
  }
  if (failure instanceof BodyTooLarge) {
    exchange.response.shouldKeepAlive = false;
    return exchange.error(413, failure.message);
  }
  throw failure;
}

async function carryOut(
  exchange: Exchange,
  { version, path, query }: RequestPath,
  request: ApiRequest,
  open: OpenSandbox,
): Promise<void> {
  const { handle, live } = open;
  const mayMultiplex = version === null || compareVersions(version, '1.42') >= 0;
  const [, kind, , verb, ...rest] = path.split('/');
  const method = exchange.method;
  if (rest.length === 0 && method === 'POST') {
    if (kind === 'containers' && verb === 'attach')
      return attachStream(exchange, open, request, mayMultiplex);
    if (kind === 'exec' && verb === 'start' && !detaches(request.body)) {
      const tty = (request.body as { readonly Tty?: unknown } | undefined)?.Tty === true;
      return execStream(exchange, open, request, { tty, mayMultiplex });
    }
  }
  if (method === 'GET' && path === '/events') return followEvents(exchange, live, handle, request);
  if (method === 'GET' && verb === 'stats' && !isFalse(query['stream']))
    return followStats(exchange, live, handle, request);
  if (method === 'POST' && kind === 'containers' && verb === 'start' && request.body)
    return exchange.error(400, BODY_AT_START);
  const { passes } = handle.clock;
  if (passes && isTransfer(request)) return followTransfer(exchange, handle, request);
  if (passes && method === 'POST' && path === '/build') {
    const built = await handle.send(request);
    if (built.answer.body.kind === 'messages') return followBuild(exchange, handle, built);
    return writeAnswer(exchange, request, built, handle.world);
  }
  const sent = await carriedOut(exchange, await withInput(request, open), open);
  if (sent === null) return;
  const { body } = sent.answer;
  if (body.kind === 'subscription' && body.subscription.kind === 'wait')
    return followWait(exchange, live, sent.sandbox, body.subscription);
  if (body.kind === 'subscription' && body.subscription.kind === 'logs') {
    const { container } = body.subscription;
    const asked = { container, frames: body.frames ?? [], request };
    return followLogs(exchange, live, sent.sandbox, asked);
  }
  await writeAnswer(exchange, request, sent, handle.world);
}

function detaches(body: unknown): boolean {
  return (body as { readonly Detach?: unknown } | undefined)?.Detach === true;
}

/** A container that is started is given what a client that is attached to it has sent, when that has ended. */
async function withInput(request: ApiRequest, open: OpenSandbox): Promise<ApiRequest> {
  const [, kind, word = '', verb] = request.path.split('/');
  if (kind !== 'containers' || verb !== 'start') return request;
  const { names } = await open.handle.look();
  const named = decodeURIComponent(word);
  const input = open.inputs.get(names.get(named) ?? named);
  const stdin = input ? await input.whole() : null;
  return stdin === null ? request : { ...request, body: { stdin } };
}

/**
 * Sends a request and waits as long as it takes on the simulated clock. A stop that waits for its process lets others see what goes on meanwhile: its second
 * half is a request of its own. Null: the client has gone before.
 */
async function carriedOut(
  exchange: Exchange,
  request: ApiRequest,
  { handle, live }: OpenSandbox,
): Promise<Sent | null> {
  const halves = handle.clock.passes && /^\/containers\/[^/]+\/(stop|restart)$/.test(request.path);
  const begin = performance.now();
  const first = await handle.send(halves ? withHalf(request, 'begin') : request);
  const { body } = first.answer;
  if (body.kind === 'subscription' && body.subscription.kind === 'stop') {
    await untilDown(live, first.sandbox, body.subscription);
    return handle.send(withHalf(request, 'finish'));
  }
  const took = handle.clock.passes ? first.took - (performance.now() - begin) : first.took;
  if (took > 0) await handle.clock.wait(took, exchange.gone);
  return exchange.gone.aborted ? null : first;
}

function withHalf(request: ApiRequest, half: 'begin' | 'finish'): ApiRequest {
  return { ...request, headers: { ...request.headers, [WAIT_HALF]: half } };
}

function untilDown(
  live: Live,
  sandbox: Sandbox,
  { container, until }: { readonly container: string; readonly until: number },
): Promise<void> {
  return new Promise((resolve) => {
    const take = (state: Sandbox): void => {
      const kind = state.containers.get(container)?.state.kind;
      const isUp = kind === 'running' || kind === 'paused';
      if (isUp && state.now < until) return;
      stop();
      resolve();
    };
    const stop = live.follow({
      take: (moment) => take(moment.sandbox),
      waits: () => 'soon',
      wakesAt: until,
      lost: resolve,
    });
    take(sandbox);
  });
}
