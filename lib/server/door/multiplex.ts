import 'server-only';
import type { Frame } from '@/lib/engine';

export const MULTIPLEXED = 'application/vnd.docker.multiplexed-stream';
export const RAW = 'application/vnd.docker.raw-stream';

const NUMBERS = { stdout: 1, stderr: 2 } as const;

/** One piece of output as it goes over the wire: behind a header of eight bytes (stream, 0, 0, 0, length), or bare where a terminal is (moby pkg/stdcopy). */
export function frameBytes({ stream, text }: Pick<Frame, 'stream' | 'text'>, tty: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (tty) return bytes;
  const header = Buffer.alloc(8);
  header[0] = NUMBERS[stream];
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
}
