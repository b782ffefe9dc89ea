import { utf8ToBytes } from '@noble/hashes/utils.js';
import { parseDecimalSize } from '../cli/humanize';
import type { Container, LogFrame } from '../state';

/**
 * The lines that the files of a container's log still hold. With `max-size` a file that has grown so large is put aside before the next line is
 * written, and of all of them the latest `max-file` (1 where nothing is said) are kept (moby daemon/logger/loggerutils/logfile.go checkCapacityAndRotate).
 * `lines`: all that was written, each at most one line.
 */
export function keptLines(
  lines: readonly LogFrame[],
  { hostConfig }: Container,
): readonly LogFrame[] {
  const { Type: type, Config: options } = (hostConfig['LogConfig'] ?? {}) as {
    readonly Type?: string;
    readonly Config?: Readonly<Record<string, string>>;
  };
  const capacity = parseDecimalSize(options?.['max-size'] ?? '');
  if (!capacity.ok || type === 'local') return lines;
  const begins = [0];
  let size = 0;
  lines.forEach((line, i) => {
    if (size >= capacity.value) {
      begins.push(i);
      size = 0;
    }
    size += recordSize(line);
  });
  return lines.slice(begins.at(-Number(options?.['max-file'] ?? 1)) ?? 0);
}

/** The bytes of a line in the log's file: `{"log":"hello\n","stream":"stdout","time":"2026-01-15T09:00:00.123456789Z"}`. */
function recordSize({ text, stream }: LogFrame): number {
  const log = JSON.stringify(text).replace(/[<>&]/g, '\\u0000');
  const time = '2026-01-15T09:00:00.123456789Z';
  return utf8ToBytes(`{"log":${log},"stream":"${stream}","time":"${time}"}\n`).length;
}
