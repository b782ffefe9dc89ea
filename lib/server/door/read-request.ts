import 'server-only';
import {
  filesOfItems,
  limits,
  readJsonBody,
  textOfTar,
  type ApiRequest,
  type FileEntry,
  type TarItem,
} from '@/lib/engine';
import { decodeHeader } from './decode-header';
import type { Exchange } from './exchange';
import { readBody } from './read-body';
import type { SandboxHandle } from './sandbox-host';
import { readTarStream } from './tar-reader';

/** What a request's body is: JSON, or a tar that one of the engine's operations takes. */
type BodyKind = 'json' | 'context' | 'archive' | 'images' | 'import' | 'changes';

function bodyKind(method: string, path: string): BodyKind {
  if (method === 'PUT' && /^\/containers\/[^/]+\/archive$/.test(path)) return 'archive';
  if (method !== 'POST') return 'json';
  if (path === '/build') return 'context';
  if (path === '/images/load') return 'images';
  if (path === '/images/create') return 'import';
  return path === '/commit' ? 'changes' : 'json';
}

/** Reads a request with its body into what the engine takes. @throws BodyRefusal, TarRefusal, BodyTooLarge */
export async function readRequest(
  exchange: Exchange,
  target: Pick<ApiRequest, 'method' | 'path'> & {
    readonly query: Readonly<Record<string, string>>;
  },
  handle: SandboxHandle,
): Promise<ApiRequest> {
  const auth = decodeHeader(exchange.header('x-registry-auth'));
  const config = decodeHeader(exchange.header('x-registry-config'));
  const request = {
    ...target,
    headers: {
      ...(auth === '' ? {} : { 'X-Registry-Auth': auth }),
      ...(config === '' ? {} : { 'X-Registry-Config': config }),
    },
  };
  const body = await readBodyOf(exchange, target, handle);
  return body === null ? request : { ...request, body };
}

async function readBodyOf(
  exchange: Exchange,
  { method, path, query }: Parameters<typeof readRequest>[1],
  handle: SandboxHandle,
): Promise<unknown> {
  const tar = () => readTarStream(exchange.body, limits);
  switch (bodyKind(method, path)) {
    case 'context':
      return { files: entriesOf((await tar()).items) };
    case 'archive':
      return entriesOf((await tar()).items);
    case 'images': {
      const { items, length } = await tar();
      return length === 0 ? '' : textOfTar(items, length, await handle.look(), handle.world);
    }
    case 'import': {
      if (query['fromImage']) return null;
      const { items, length } = query['fromSrc'] === '-' ? await tar() : { items: [], length: 0 };
      const changes = (query['changes'] ?? '').split('\n').filter((line) => line !== '');
      const text = length === 0 ? '' : textOfTar(items, length, await handle.look(), handle.world);
      return { tar: text, changes };
    }
    case 'changes': {
      const body = await json(exchange);
      return typeof body === 'object' && body !== null ? { config: body } : null;
    }
    case 'json':
      return method === 'GET' || method === 'HEAD' ? null : json(exchange);
  }
}

async function json(exchange: Exchange): Promise<unknown> {
  const bytes = await readBody(exchange.body, limits.bodyBytes);
  return readJsonBody(bytes.toString('utf8'), exchange.header('content-type'));
}

/** Files by the names that they have in the tar, as the engine takes them; `.` is the folder itself. */
function entriesOf(items: readonly TarItem[]): Readonly<Record<string, FileEntry>> {
  const own = items.filter(({ name }) => name !== '.');
  const files = Object.create(null) as Record<string, FileEntry>;
  for (const [path, change] of Object.entries(filesOfItems(own)))
    if (change.kind !== 'whiteout') files[path.slice(1)] = change;
  return files;
}
