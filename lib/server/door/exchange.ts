import 'server-only';
import { type IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http';
import { Readable } from 'node:stream';
import type { Duplex } from 'node:stream';

/** What every answer carries (moby api/server/middleware/version.go). */
export type CommonHeaders = Readonly<Record<string, string>>;

/** A connection that a client asks to have for itself; `head` came in behind the request already, and `patience` is how long the body may take, in milliseconds. */
export interface Upgrade {
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly patience: number;
}

/** Bytes that a client has not taken yet; one that lets more stand is cut off. */
export const MOST_WAITING = 16_000_000;

/** One request and its answer, whether it came as an ordinary one or asks to take over the connection. */
export class Exchange {
  /** Says when the client has gone. */
  readonly gone: AbortSignal;

  private constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    /** The connection, where the client asks to have it for itself; `head` came in behind the request already. */
    readonly upgrade: Upgrade | null,
    private readonly common: CommonHeaders,
  ) {
    const controller = new AbortController();
    this.gone = controller.signal;
    (upgrade?.socket ?? response).once('close', () => controller.abort());
    for (const stream of [request, response]) stream.once('error', () => controller.abort());
  }

  static ordinary(
    request: IncomingMessage,
    response: ServerResponse,
    common: CommonHeaders,
  ): Exchange {
    return new Exchange(request, response, null, common);
  }

  static upgraded(request: IncomingMessage, upgrade: Upgrade, common: CommonHeaders): Exchange {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    return new Exchange(request, response, upgrade, common);
  }

  get method(): string {
    return this.request.method ?? 'GET';
  }

  header(name: string): string {
    const value = this.request.headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? '');
  }

  /** The body; of an upgrade, so many bytes of the connection as its length says. */
  get body(): Readable {
    if (this.upgrade === null) return this.request;
    return Readable.from(bytesOf(this.upgrade, Number(this.header('content-length')) || 0));
  }

  /** Begins the answer. */
  begin(status: number, headers: CommonHeaders = {}): void {
    this.attachSocket();
    this.response.writeHead(status, { ...this.common, ...headers });
  }

  /** A whole answer in JSON. */
  json(status: number, value: unknown, headers: CommonHeaders = {}): void {
    const text = `${JSON.stringify(value)}\n`;
    this.begin(status, {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(text)),
      ...headers,
    });
    this.end(this.method === 'HEAD' ? '' : text);
  }

  /** An error as the engine gives it, which the command line shows behind `Error response from daemon: `. */
  error(status: number, message: string): void {
    if (this.response.headersSent) return this.end('');
    this.json(status, { message });
  }

  /** A piece of an answer that goes on. */
  write(bytes: string | Buffer): void {
    if (this.response.writable) this.response.write(bytes);
    if (this.response.writableLength > MOST_WAITING) this.response.destroy();
  }

  /** An answer without a body. */
  empty(status: number, headers: CommonHeaders = {}): void {
    this.begin(status, headers);
    this.end('');
  }

  end(text: string): void {
    if (this.upgrade !== null) this.response.once('finish', () => this.upgrade?.socket.end());
    this.response.end(text);
  }

  private attachSocket(): void {
    if (this.upgrade !== null && this.response.socket === null)
      this.response.assignSocket(this.request.socket);
  }

  /** Hands the connection over: from now on it carries the bytes of a stream both ways, `first` before all others. */
  takeOver(contentType: string, first: Buffer): Duplex {
    if (this.upgrade === null) throw new Error('the client has not asked for the connection');
    const { socket } = this.upgrade;
    const headers = {
      'Content-Type': contentType,
      Connection: 'Upgrade',
      Upgrade: this.header('upgrade') || 'tcp',
      ...this.common,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `HTTP/1.1 101 ${STATUS_CODES[101] ?? 'UPGRADED'}\r\n${lines.join('')}\r\n`;
    socket.write(Buffer.concat([Buffer.from(head), first]));
    return socket;
  }
}

/** So many bytes of a connection; the ones behind them stay in it. */
async function* bytesOf(upgrade: Upgrade, length: number): AsyncGenerator<Buffer> {
  const { socket, head, patience } = upgrade;
  const timer = setTimeout(() => socket.destroy(), patience);
  try {
    if (head.length > 0) socket.unshift(head);
    yield* readBytes(socket, length);
  } finally {
    clearTimeout(timer);
  }
}

async function* readBytes(socket: Duplex, length: number): AsyncGenerator<Buffer> {
  for (let left = length; left > 0;) {
    const chunk = socket.read(Math.min(left, socket.readableLength || left)) as Buffer | null;
    if (chunk === null) {
      if (socket.readableEnded || socket.destroyed) return;
      await new Promise<void>((resolve) => {
        const next = (): void => {
          socket.off('readable', next);
          socket.off('end', next);
          socket.off('close', next);
          resolve();
        };
        socket.once('readable', next);
        socket.once('end', next);
        socket.once('close', next);
      });
      continue;
    }
    left -= chunk.length;
    yield chunk;
  }
}
