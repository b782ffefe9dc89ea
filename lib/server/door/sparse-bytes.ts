import 'server-only';

/** Zeros to compare with and to send. */
export const ZEROS = Buffer.alloc(64 * 1024);

function isZero(chunk: Buffer): boolean {
  for (let at = 0; at < chunk.length; at += ZEROS.length) {
    const part = chunk.subarray(at, at + ZEROS.length);
    if (part.compare(ZEROS, 0, part.length) !== 0) return false;
  }
  return true;
}

/**
 * Bytes as they come in, of which long runs of zeros are only counted: what fills up the simulated layers takes no memory.
 */
export class SparseBytes {
  /** What was added: bytes, or a number of zeros. */
  private readonly parts: (Buffer | number)[] = [];
  /** How many there are. */
  length = 0;

  add(chunk: Buffer): void {
    const last = this.parts.length - 1;
    const before = this.parts[last];
    if (!isZero(chunk)) this.parts.push(chunk);
    else if (typeof before === 'number') this.parts[last] = before + chunk.length;
    else this.parts.push(chunk.length);
    this.length += chunk.length;
  }

  /** How many bytes `add` has to hold for a chunk. */
  costOf(chunk: Buffer): number {
    return isZero(chunk) ? 0 : chunk.length;
  }

  /** Is every byte held? */
  get isDense(): boolean {
    return this.parts.every((part) => typeof part !== 'number');
  }

  /** Some of the bytes; so many are made, zeros too. */
  slice(from: number, to: number): Buffer {
    return Buffer.concat([...this.stream(from, to)]);
  }

  /** The bytes from one place to another, a piece at a time; behind the end there is nothing. */
  *stream(from = 0, to = this.length): Generator<Buffer> {
    let at = 0;
    for (const part of this.parts) {
      const size = typeof part === 'number' ? part : part.length;
      const [first, last] = [Math.max(from - at, 0), Math.min(to - at, size)];
      if (first < last && typeof part !== 'number') yield part.subarray(first, last);
      else
        for (let left = last - first; left > 0; left -= ZEROS.length) yield ZEROS.subarray(0, left);
      at += size;
      if (at >= to) return;
    }
  }
}
