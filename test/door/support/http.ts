import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';

/** An answer read to its end. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly text: string;
  readonly json: unknown;
}

/** What is asked; `path` goes out as it stands. */
export interface Ask {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly json?: unknown;
  readonly body?: Buffer | string;
}

/** Asks a door and reads the answer to its end. */
export function ask(port: number, path: string, options: Ask = {}): Promise<Reply> {
  const { method = 'GET', json } = options;
  const body = json === undefined ? options.body : JSON.stringify(json);
  const type = json === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { ...type, ...options.headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString('utf8');
          const isJson = response.headers['content-type'] === 'application/json';
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: bytes,
            text,
            json: isJson && !text.includes('}\r\n{') && text !== '' ? firstJson(text) : null,
          });
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** A stream of messages holds more than one value. */
function firstJson(text: string): unknown {
  const lines = text.trim().split('\n');
  return JSON.parse(lines.length === 1 ? text : `[${lines.join(',')}]`) as unknown;
}

/** A connection that a client has taken over. */
export interface Stream {
  readonly socket: Socket;
  readonly head: string;
  /** What comes, headers of frames included, until the door ends it. */
  readonly rest: Promise<Buffer>;
  /** Resolves when what has come holds a text. */
  readonly until: (text: string) => Promise<string>;
}

/** Sends a request that asks for the connection, as the docker command line does. */
export function takeOver(port: number, path: string, json?: unknown): Promise<Stream> {
  const body = json === undefined ? '' : JSON.stringify(json);
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: door\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n` +
      (body === ''
        ? '\r\n'
        : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`),
  );
  let bytes = Buffer.alloc(0);
  const waiting = new Set<() => void>();
  const ended = new Promise<void>((resolve) => {
    socket.once('end', resolve);
    socket.once('close', () => resolve());
  });
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (const check of [...waiting]) check();
  });
  const seen = (text: string, from = 0): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const all = bytes.subarray(from).toString('utf8');
        if (!all.includes(text)) return;
        waiting.delete(check);
        resolve(all);
      };
      waiting.add(check);
      void ended.then(() => reject(new Error(`ended without ${text}: ${bytes.toString('utf8')}`)));
      check();
    });
  return seen('\r\n\r\n').then((all) => {
    const headLength = all.indexOf('\r\n\r\n') + 4;
    return {
      socket,
      head: all.slice(0, headLength),
      rest: ended.then(() => bytes.subarray(Buffer.byteLength(all.slice(0, headLength)))),
      until: (text) => seen(text, headLength),
    };
  });
}

/** The texts of a stream of frames, by stream: 1 is stdout, 2 is stderr. */
export function framesOf(bytes: Buffer): readonly (readonly [number, string])[] {
  const frames: (readonly [number, string])[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt32BE(at + 4);
    frames.push([bytes[at] ?? 0, bytes.subarray(at + 8, at + 8 + length).toString('utf8')]);
    at += 8 + length;
  }
  return frames;
}
