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

/** Bytes as they come in, of which the zeros at the end are only counted: what fills up the simulated layers takes no memory. */
export class SparseBytes {
  private readonly chunks: Buffer[] = [];
  private zeros = 0;
  /** How many bytes are held. */
  held = 0;

  add(chunk: Buffer): void {
    if (isZero(chunk)) {
      this.zeros += chunk.length;
      return;
    }
    if (this.zeros > 0) this.hold(Buffer.alloc(this.zeros));
    this.zeros = 0;
    this.hold(chunk);
  }

  private hold(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.held += chunk.length;
  }

  /** How many bytes `add` would have to hold for a chunk. */
  costOf(chunk: Buffer): number {
    return isZero(chunk) ? 0 : this.zeros + chunk.length;
  }

  /** How many there are, zeros at the end included. */
  get length(): number {
    return this.held + this.zeros;
  }

  /** All but the zeros at the end that are not held. */
  bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}
