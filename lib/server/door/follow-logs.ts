import 'server-only';
import { stampLog, type ApiRequest, type Frame, type Sandbox } from '@/lib/engine';
import type { Exchange } from './exchange';
import { followOutput } from './follow-output';
import type { Live } from './live';
import { frameBytes, MULTIPLEXED, RAW } from './multiplex';

/** The lines of a log as they are completed: the driver keeps a line when it has ended (moby daemon/logger/copier.go). */
class Lines {
  private readonly parts = new Map<Frame['stream'], Frame>();

  constructor(private readonly each: (line: Frame) => void) {}

  add({ at, stream, text }: Frame): void {
    const begun = this.parts.get(stream);
    let rest = (begun?.text ?? '') + text;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      this.each({ at, stream, text: rest.slice(0, end + 1) });
      rest = rest.slice(end + 1);
    }
    if (rest === '') this.parts.delete(stream);
    else this.parts.set(stream, { at, stream, text: rest });
  }

  end(): void {
    for (const part of this.parts.values()) this.each(part);
    this.parts.clear();
  }
}

/** `GET /containers/{id}/logs?follow=1`: what is kept, and then what comes, until the container ends or the client goes. */
export function followLogs(
  exchange: Exchange,
  live: Live,
  sandbox: Sandbox,
  asked: {
    readonly container: string;
    readonly frames: readonly Frame[];
    readonly request: ApiRequest;
  },
): void {
  const { container, frames, request } = asked;
  const query = request.query ?? {};
  const followed = sandbox.containers.get(container);
  const tty = followed?.config.Tty === true;
  exchange.begin(200, { 'Content-Type': tty ? RAW : MULTIPLEXED });
  exchange.response.flushHeaders();
  const write = (frame: Frame): void => {
    exchange.write(frameBytes(frame, tty));
  };
  for (const frame of frames) write(frame);
  const isWanted = (stream: Frame['stream']): boolean =>
    !['', '0', 'false'].includes(query[stream] ?? '');
  const lines = new Lines((line) => write({ ...line, text: stampLog(line, query, followed) }));
  const stop = followOutput(
    live,
    { container, pid: 1 },
    {
      write: (frame) => {
        if (isWanted(frame.stream)) lines.add(frame);
      },
      settled: () => undefined,
      end: () => {
        lines.end();
        exchange.end('');
      },
    },
  );
  exchange.gone.addEventListener('abort', stop);
}
