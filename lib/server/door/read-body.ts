import 'server-only';
import type { Readable } from 'node:stream';

/** The body of a request is longer than it may be. */
export class BodyTooLarge extends Error {
  constructor(readonly most: number) {
    super(`the simulated engine takes at most ${most} bytes in one request`);
  }
}

/** Reads a whole body. @throws BodyTooLarge as soon as it is longer than `most` bytes */
export async function readBody(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > most) throw new BodyTooLarge(most);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
