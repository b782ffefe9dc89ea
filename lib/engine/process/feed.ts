import { CapturedHost } from './captured-host';
import type { ProcessHost, Step } from './host';
import type { Activity, LaunchOrder } from './process';

type Reading = Extract<Activity, { readonly kind: 'reading' }>;

/** Programs that write what a line gives before they read the next. The C library keeps it until the end where no terminal is (stdio), cat never does. */
const AT_ONCE = ['cat'];
const AT_A_TERMINAL = ['awk', 'cut', 'grep', 'nl', 'rev', 'sed', 'tr'];

function answersLines({ argv, streams }: LaunchOrder, tty: boolean): boolean {
  if (streams.stdout.kind === 'file' || streams.stderr.kind === 'file') return false;
  const name = (argv[0] ?? '').replace(/^.*\//, '');
  return AT_ONCE.includes(name) || (tty && AT_A_TERMINAL.includes(name) && !argv.includes('-i'));
}

/** What a program writes when `stdin` is all that comes in. */
function written(
  order: LaunchOrder,
  stdin: string,
  host: ProcessHost,
): { readonly texts: Record<'stdout' | 'stderr', string>; readonly code: number } {
  const texts = { stdout: '', stderr: '' };
  const captured = new CapturedHost(host, (stream, text) => {
    texts[stream] += text;
  });
  const ended = host.launch({ ...order, streams: { ...order.streams, stdin } }, captured);
  return { texts, code: ended.kind === 'blocked' ? 0 : ended.code };
}

/**
 * Gives a program that reads its input one line more, or its end. A program is run when its input has ended, with all of it; one that answers line by
 * line (`tty`: it has a terminal) also shows after each what that adds.
 */
export function feed(
  reading: Reading,
  typed: { readonly kind: 'line'; readonly text: string } | { readonly kind: 'end' },
  host: ProcessHost,
  tty: boolean,
): Step {
  const { order, given = '' } = reading;
  if (order === undefined) return { kind: 'blocked', activity: reading };
  const atOnce = answersLines(order, tty);
  if (typed.kind === 'end') {
    if (atOnce) return { kind: 'exit', code: written(order, given, host).code };
    const ended = host.launch({ ...order, streams: { ...order.streams, stdin: given } }, host);
    return ended.kind === 'refused' ? { kind: 'exit', code: ended.code } : ended;
  }
  const more = `${given}${typed.text}\n`;
  if (atOnce) {
    const before = written(order, given, host).texts;
    const after = written(order, more, host).texts;
    for (const stream of ['stdout', 'stderr'] as const) {
      const added = after[stream].slice(before[stream].length);
      if (added !== '') host.write(stream, added);
    }
  }
  return { kind: 'blocked', activity: { ...reading, given: more } };
}
