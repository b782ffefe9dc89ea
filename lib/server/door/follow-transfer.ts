import 'server-only';
import { send, transferSizes, type ApiRequest } from '@/lib/engine';
import type { Exchange } from './exchange';
import {
  paceBuild,
  paceTransfer,
  progressOf,
  wireMessage,
  type PacedMessages,
} from './pace-messages';
import type { DoorSent, SandboxHandle } from './sandbox-host';
import { messageLines, writeAnswer } from './write-answer';

/** Does a request bring layers from a registry, or there? */
export function isTransfer({ method, path, query }: ApiRequest): boolean {
  if (method !== 'POST') return false;
  if (path === '/images/create') return (query?.['fromImage'] ?? '') !== '';
  return /^\/images\/.+\/push$/.test(path);
}

/** What comes behind the last layer: how it has ended. */
function tailOf(messages: readonly unknown[]): readonly unknown[] {
  return messages.slice(messages.findLastIndex((message) => progressOf(message) !== null) + 1);
}

/**
 * A pull or a push takes time on a clock that passes. What it will tell of its layers is known before; it is carried out when they have arrived, so others
 * see the image only then, and a client that goes before has pulled nothing.
 */
export async function followTransfer(
  exchange: Exchange,
  handle: SandboxHandle,
  request: ApiRequest,
): Promise<void> {
  const ahead = send(await handle.look(), request, handle.world);
  const { body, status } = ahead.answer;
  if (body.kind !== 'messages')
    return writeAnswer(exchange, request, await handle.send(request), handle.world);
  const layers = body.messages.slice(0, body.messages.length - tailOf(body.messages).length);
  exchange.begin(status, { 'Content-Type': 'application/json' });
  exchange.response.flushHeaders();
  const paced = paceTransfer(layers, transferSizes(ahead.sandbox, handle.world));
  if (!(await writePaced(exchange, handle, paced))) return;
  const { answer } = await handle.send(request);
  exchange.end(messageLines(lastWords(answer.body)));
}

/** A build has been carried out; what it told comes as time passed meanwhile. */
export async function followBuild(
  exchange: Exchange,
  handle: SandboxHandle,
  { sandbox, took, answer }: DoorSent,
): Promise<void> {
  const { body, status } = answer;
  if (body.kind !== 'messages') throw new Error('a build has told no messages');
  exchange.begin(status, { 'Content-Type': 'application/json' });
  exchange.response.flushHeaders();
  const times = { moments: body.moments ?? [], begin: sandbox.now - took };
  const paced = paceBuild(body.messages, times, transferSizes(sandbox, handle.world));
  if (await writePaced(exchange, handle, paced)) exchange.end('');
}

/** False: the client has gone before the end. */
async function writePaced(
  exchange: Exchange,
  { clock }: SandboxHandle,
  paced: readonly PacedMessages[],
): Promise<boolean> {
  const { gone } = exchange;
  for (const { pause, messages } of paced) {
    if (pause > 0) await clock.wait(pause, gone);
    if (gone.aborted) return false;
    exchange.write(messageLines(messages));
  }
  return true;
}

type Body = ReturnType<typeof send>['answer']['body'];

/** How it has ended after all: somebody may have been in its way meanwhile. */
function lastWords(body: Body): readonly unknown[] {
  if (body.kind === 'messages') return tailOf(body.messages).map(wireMessage);
  const message = body.kind === 'json' ? (body.json as { readonly message?: unknown }).message : '';
  return [{ errorDetail: { message }, error: message }];
}
