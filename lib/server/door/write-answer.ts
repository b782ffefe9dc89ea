import 'server-only';
import { pipeline } from 'node:stream/promises';
import {
  itemOf,
  tarOfText,
  type ApiAnswer,
  type ApiRequest,
  type FileEntry,
  type Sandbox,
  type Sent,
  type World,
} from '@/lib/engine';
import type { Exchange } from './exchange';
import { frameBytes, MULTIPLEXED, RAW } from './multiplex';
import { wireMessage } from './pace-messages';
import { tarStream } from './tar-writer';

/** Writes an answer that is complete. One that must be followed is not for here. */
export async function writeAnswer(
  exchange: Exchange,
  request: ApiRequest,
  { answer, sandbox }: Sent,
  world: World,
): Promise<void> {
  const { status, body, headers } = answer;
  switch (body.kind) {
    case 'empty':
      return exchange.empty(status, headers);
    case 'json':
      if (status < 400 && isArchive(request))
        return sendTar(exchange, archiveItems(request, sandbox, body.json), 0, headers);
      return exchange.json(status, body.json, headers);
    case 'text': {
      const tar = tarOfText(body.text, sandbox, world);
      if (tar !== null) return sendTar(exchange, tar.items, tar.size, headers);
      exchange.begin(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
      return exchange.end(body.text);
    }
    case 'messages':
      exchange.begin(status, { 'Content-Type': 'application/json', ...headers });
      return exchange.end(messageLines(body.messages.map(wireMessage)));
    case 'frames':
      return writeFrames(exchange, request, answer, sandbox);
    case 'subscription':
      return exchange.error(501, 'the simulated engine does not follow this over HTTP');
  }
}

/** One message after another (moby pkg/streamformatter). */
export function messageLines(messages: readonly unknown[]): string {
  return messages.map((each) => `${JSON.stringify(each)}\r\n`).join('');
}

function isArchive({ method, path }: ApiRequest): boolean {
  return method === 'GET' && /^\/containers\/[^/]+\/archive$/.test(path);
}

/** The entries of `GET /containers/{id}/archive`. What the engine's files do not tell, the path that was asked for does. */
function archiveItems(request: ApiRequest, sandbox: Sandbox, json: unknown) {
  const asked = (request.query?.['path'] ?? '').replace(/\/+$/, '');
  const parent = asked.slice(0, asked.lastIndexOf('/') + 1);
  return Object.entries(json as Readonly<Record<string, FileEntry>>).map(([name, entry]) =>
    itemOf(name, entry, `${parent}${name}`, sandbox.now),
  );
}

async function sendTar(
  exchange: Exchange,
  items: Parameters<typeof tarStream>[0],
  size: number,
  headers: ApiAnswer['headers'] = {},
): Promise<void> {
  exchange.begin(200, { 'Content-Type': 'application/x-tar', ...headers });
  try {
    await pipeline(tarStream(items, size), exchange.response, { signal: exchange.gone });
  } catch (failure) {
    if (!exchange.gone.aborted) throw failure;
  }
}

/** The lines of a log that is not followed. */
function writeFrames(
  exchange: Exchange,
  request: ApiRequest,
  { status, body }: ApiAnswer,
  sandbox: Sandbox,
): void {
  const word = decodeURIComponent(request.path.split('/')[2] ?? '');
  const id = sandbox.names.get(word) ?? sandbox.containers.startingWith(word, 1)[0]?.[0] ?? '';
  const tty = sandbox.containers.get(id)?.config.Tty === true;
  exchange.begin(status, { 'Content-Type': tty ? RAW : MULTIPLEXED });
  if (body.kind === 'frames')
    for (const frame of body.frames) exchange.write(frameBytes(frame, tty));
  exchange.end('');
}
