/** JetBrains Mono: every character is 0.6 of the letters' size wide. */
const monospace = 0.6;

/** The width of a line in the monospace of commands. */
export function monoWidth(text: string, size: number): number {
  return text.length * size * monospace;
}

/** The text, or its beginning and end with … between them, so that it is at most so wide. */
export function fitText(text: string, size: number, width: number): string {
  const room = Math.floor(width / (size * monospace));
  if (text.length <= room) return text;
  if (room <= 1) return '…';
  const end = Math.floor((room - 1) / 2);
  return `${text.slice(0, room - 1 - end)}…${end === 0 ? '' : text.slice(-end)}`;
}
