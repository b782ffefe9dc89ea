import 'server-only';
import type { Readable } from 'node:stream';
import { MOST_WAITING, type Exchange } from './exchange';
import { MULTIPLEXED, RAW } from './multiplex';

/** A stream between a client and a process. */
export interface Connection {
  /** What the client sends. */
  readonly input: Readable;
  write(bytes: Buffer): void;
  end(): void;
}

/** How a stream is carried, and what it begins with. */
export interface StreamKind {
  readonly tty: boolean;
  readonly mayMultiplex: boolean;
  readonly first: Buffer;
}

/**
 * Opens the stream: over the connection itself where the client asks for it, else as the body of an ordinary answer. `first` goes out with the head, in one
 * piece: the docker command line takes note of Ctrl-P Ctrl-Q over plain TCP only when something came with it. (Else it writes to the bare connection, whose
 * ReadFrom wraps the error that means "detach", and it goes on waiting: cli/command/container/hijack.go, Go's net/tcpsock.go.)
 */
export function openConnection(
  exchange: Exchange,
  { tty, mayMultiplex, first }: StreamKind,
): Connection {
  if (exchange.upgrade !== null) {
    const socket = exchange.takeOver(!tty && mayMultiplex ? MULTIPLEXED : RAW, first);
    if (exchange.upgrade.head.length > 0 && exchange.header('content-length') === '')
      socket.unshift(exchange.upgrade.head);
    socket.on('error', () => socket.destroy());
    return {
      input: socket,
      write: (bytes) => {
        if (socket.writable) socket.write(bytes);
        if (socket.writableLength > MOST_WAITING) socket.destroy();
      },
      end: () => {
        socket.end();
        // What the client may still send is for nobody.
        socket.resume();
      },
    };
  }
  const { response } = exchange;
  exchange.begin(200, { 'Content-Type': RAW });
  response.flushHeaders();
  if (first.length > 0) response.write(first);
  return {
    input: exchange.request,
    write: (bytes) => exchange.write(bytes),
    end: () => exchange.end(''),
  };
}
