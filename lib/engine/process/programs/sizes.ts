import { sizeOfEntry } from '../../files/attributes';
import type { FileEntry } from '../../filesystem';

/** `1.5K`, as `ls -h` and `du -h` write sizes. */
export function humanBytes(bytes: number, busybox: boolean): string {
  if (bytes < 1024) return String(bytes);
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < 5) {
    value /= 1024;
    unit++;
  }
  const rounded = busybox ? Math.round(value * 10) / 10 : Math.ceil(value * 10) / 10;
  const digits = value >= 10 && !busybox ? String(Math.ceil(value)) : rounded.toFixed(1);
  return digits + (['', 'K', 'M', 'G', 'T', 'P'][unit] ?? '');
}

export function listedSize(entry: FileEntry): number {
  return entry.kind === 'directory'
    ? 4096
    : entry.kind === 'link'
      ? entry.target.length
      : sizeOfEntry(entry);
}

/** Blocks of 1 kB on a disk that gives them out by fours. */
export function blocksOf(entry: FileEntry): number {
  if (entry.kind === 'link' || entry.kind === 'device') return 0;
  return Math.ceil(listedSize(entry) / 4096) * 4;
}

/** `1.5k`, in powers of 1000, as `--si` writes sizes. */
export function decimalBytes(bytes: number): string {
  if (bytes < 1000) return String(bytes);
  const unit = Math.min(Math.floor(Math.log10(bytes) / 3), 5);
  const value = bytes / 1000 ** unit;
  return `${value < 10 ? (Math.ceil(value * 10) / 10).toFixed(1) : Math.ceil(value)}${'kMGTP'[unit - 1] ?? ''}`;
}
