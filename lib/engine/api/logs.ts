import { getContainer } from '../container/find';
import { logAttributes } from '../container/log-attributes';
import { keptLines } from '../container/log-rotation';
import { logsOf } from '../container/logs';
import { refuse } from '../errors';
import type { Container, LogFrame } from '../state';
import { formatTimeOrNever } from '../time';
import type { Frame, ApiAnswer } from './types';
import { flagOf } from './read-json';
import type { RouteCall } from './route';

/** `GET /containers/{id}/logs`: the lines kept by the json-file driver, `tail`, `since`, `until`, `timestamps`; `details` puts the attributes that the log's options ask for before each line, and a blank. */
export function logsAnswer({ turn, name, query }: RouteCall): ApiAnswer {
  const container = getContainer(turn.state, name);
  const wants = { stdout: flagOf(query['stdout']), stderr: flagOf(query['stderr']) };
  if (!wants.stdout && !wants.stderr)
    refuse('invalid-parameter', 'Bad parameters: you must choose at least one stream');
  if (container.hostConfig['LogConfig'] && typeOf(container.hostConfig['LogConfig']) === 'none')
    refuse('not-implemented', 'configured logging driver does not support reading');
  const since = secondsOf(query['since']);
  const until = secondsOf(query['until']);
  const lines = keptLines(linesOf(logsOf(turn, container.id)), container).filter(
    (line) =>
      (since === null || line.at >= since) && (until === null || until === 0 || line.at <= until),
  );
  const tail =
    query['tail'] === undefined || !/^\d+$/.test(query['tail'])
      ? lines.length
      : Number(query['tail']);
  const chosen = tail === 0 ? [] : lines.slice(-tail);
  const frames = chosen
    .filter((line) => wants[line.stream])
    .map((line) => ({ ...line, text: stampLog(line, query, container) }));
  const { kind } = container.state;
  if (flagOf(query['follow']) && (kind === 'running' || kind === 'paused'))
    return {
      status: 200,
      body: {
        kind: 'subscription',
        subscription: { kind: 'logs', container: container.id },
        frames,
      },
    };
  return { status: 200, body: { kind: 'frames', frames } };
}

/** A line of a log with what was asked to stand before it. */
export function stampLog(
  line: Frame,
  query: RouteCall['query'],
  container: Container | undefined,
): string {
  const time = flagOf(query['timestamps']) ? `${formatTimeOrNever(line.at)} ` : '';
  const attributes = flagOf(query['details']) && container ? logAttributes(container) : '';
  return time + (flagOf(query['details']) ? `${attributes} ` : '') + line.text;
}

function typeOf(config: unknown): string {
  const type = (config as { readonly Type?: unknown }).Type;
  return typeof type === 'string' ? type : '';
}

/** Seconds with a fraction, as the client sends them, in milliseconds. */
function secondsOf(text: string | undefined): number | null {
  return text === undefined || text === '' || text === '0' ? null : Number(text) * 1000;
}

/** The frames cut into lines, each with the stream it came on. */
function linesOf(frames: readonly LogFrame[]): readonly LogFrame[] {
  return frames.flatMap((frame) =>
    (frame.text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((text) => ({ ...frame, text })),
  );
}
