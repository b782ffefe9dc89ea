import { own } from '../../../kernel/own';
const FACTORS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `90`, `1.5m`, `2h` in seconds; null when it is no duration. */
export function durationOf(text: string): number | null {
  const match = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(text);
  if (!match) return text === 'infinity' || text === 'inf' ? Number.MAX_SAFE_INTEGER : null;
  return Number(match[1]) * (own(FACTORS, match[2] ?? '') ?? 1);
}
