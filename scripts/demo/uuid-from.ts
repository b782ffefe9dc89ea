import type { Random } from '@/lib/kernel/random';

/** A UUID of version 8 (RFC 9562: made our own way) from a seeded generator. */
export function uuidFrom(random: Random): string {
  const hex = random.hex(32);
  const variant = '89ab'.charAt(random.below(4));
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
