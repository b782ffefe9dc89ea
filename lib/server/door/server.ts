import 'server-only';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { versionRefusal } from '@/lib/engine';
import { AppError, statusOf, wordsOf } from '@/lib/server/app-error';
import { answerRequest } from './answer-request';
import { SIGN_PATH } from './door-sign';
import { Exchange } from './exchange';
import { Live } from './live';
import type { OpenSandbox } from './process-stream';
import { Rate, rates } from './rate';
import { readRequestPath } from './request-path';
import type { Opened, SandboxHandle, SandboxHost } from './sandbox-host';

const VERSION = '28.2.2';
const NEWEST = '1.50';

/** What every answer of the engine carries. */
const COMMON = {
  'Api-Version': NEWEST,
  'Docker-Experimental': 'false',
  Ostype: 'linux',
  Server: `Docker/${VERSION} (linux)`,
} as const;

/** How long a client may take, in milliseconds. */
export interface Patience {
  /** To send a request with its body, and its head alone. */
  readonly request: number;
  readonly head: number;
  /** How long a connection may lie idle, and how often all this is looked at. */
  readonly idle: number;
  readonly check: number;
}

const PATIENCE: Patience = { request: 5 * 60_000, head: 20_000, idle: 60_000, check: 5_000 };
const MOST_CONNECTIONS = 5_000;
/** Bytes of a request's head: credentials of many registries are sent in it. */
const LONGEST_HEAD = 256 * 1024;

/** What a door is made of. */
export interface DoorOptions {
  readonly host: SandboxHost;
  /** Told of what went wrong in the door itself, with an id that the client is shown too. */
  readonly report: (id: string, failure: unknown) => void;
  readonly patience?: Patience;
}

const WORDS: Readonly<Record<Extract<Opened, { kind: 'refused' }>['reason'], string>> = {
  unknown: 'unauthorized: this address has no key of a sandbox, or a wrong one',
  expired: 'unauthorized: the sandbox of this key has expired',
  revoked: 'unauthorized: this key was revoked',
};

/** A server that does not listen yet, and how it ends: with every connection, those too that carry a stream. */
export interface OpenDoor {
  readonly server: Server;
  readonly close: () => Promise<void>;
}

/** How long a silent connection is left before it is asked whether the client is still there, in milliseconds. */
const SILENCE = 30_000;

/** The Engine API over HTTP. */
export function createDoor(options: DoorOptions): OpenDoor {
  const door = new Door(options);
  const sockets = new Set<Socket>();
  const { request, head, idle, check } = options.patience ?? PATIENCE;
  const limits = { connectionsCheckingInterval: check, maxHeaderSize: LONGEST_HEAD };
  const server = createServer(limits, (asked, response) => {
    door.answer(Exchange.ordinary(asked, response, COMMON));
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.setKeepAlive(true, SILENCE);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (asked, socket, begun) => {
    socket.on('error', () => socket.destroy());
    door.answer(Exchange.upgraded(asked, { socket, head: begun, patience: request }, COMMON));
  });
  server.on('clientError', (failure: NodeJS.ErrnoException, socket) => {
    if (socket.writable) socket.end(refusalOf(failure.code));
    else socket.destroy();
  });
  server.requestTimeout = request;
  server.headersTimeout = head;
  server.keepAliveTimeout = idle;
  server.maxConnections = MOST_CONNECTIONS;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { server, close };
}

const REFUSALS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What somebody gets who does not speak HTTP, as the engine's server has it (Go net/http server.go). */
function refusalOf(code: string | undefined): string {
  const words = REFUSALS[code ?? ''] ?? '400 Bad Request';
  return `HTTP/1.1 ${words}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${words}`;
}

class Door {
  private readonly opened = new WeakMap<SandboxHandle, OpenSandbox>();
  private readonly requests = new Rate(rates.sandbox);
  private readonly wrongKeys = new Rate(rates.wrongKeys);
  private failures = 0;

  constructor(private readonly options: DoorOptions) {}

  answer(exchange: Exchange): void {
    this.lead(exchange).catch((failure: unknown) => {
      if (failure instanceof AppError && !exchange.response.headersSent)
        return exchange.error(statusOf(failure.kind), wordsOf(failure, 'en'));
      const id = `door-${Date.now().toString(36)}-${++this.failures}`;
      this.options.report(id, failure);
      if (exchange.response.headersSent) exchange.request.socket.destroy();
      else exchange.error(500, `the simulated engine has failed; the log says more about ${id}`);
    });
  }

  /** From the address to the sandbox. */
  private async lead(exchange: Exchange): Promise<void> {
    const { host } = this.options;
    if (host.sign !== null && exchange.request.url === SIGN_PATH)
      return exchange.json(200, { sign: host.sign });
    const target = readRequestPath(exchange.request.url ?? '', host.keyed);
    if (target === null) return exchange.error(400, 'bad request: the address cannot be read');
    const from = exchange.request.socket.remoteAddress ?? '';
    const opened = await host.open(target.key);
    if (opened.kind === 'refused') {
      // Behind a proxy all come from one address: who has a key is let in whatever others try.
      const wait = await this.wrongKeys.take(from);
      if (wait !== null) return exchange.error(429, `too many wrong keys came: wait ${wait} s`);
      return exchange.error(401, WORDS[opened.reason]);
    }
    const { handle } = opened;
    if (host.keyed) {
      const wait = await this.requests.take(handle.id);
      if (wait !== null) return exchange.error(429, `too many requests: wait ${wait} s`);
    }
    const refusal = versionRefusal(target.version);
    if (refusal !== null) return exchange.error(400, refusal);
    return answerRequest(exchange, target, this.openOf(handle));
  }

  private openOf(handle: SandboxHandle): OpenSandbox {
    const known = this.opened.get(handle);
    if (known) return known;
    const made = { handle, live: new Live(handle), inputs: new Map() };
    this.opened.set(handle, made);
    return made;
  }
}
