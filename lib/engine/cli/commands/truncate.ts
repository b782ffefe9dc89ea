import { characterWidth, textWidth } from '../width';

/** Shortens a text to `width` columns, the last of them an ellipsis (docker/cli formatter Ellipsis). */
export function truncate(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let shown = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width - 1) break;
    shown += character;
  }
  return `${shown}…`;
}

/** An image id as listings show it: without its algorithm, 12 digits. */
export function shortImageId(id: string): string {
  return id.replace('sha256:', '').slice(0, 12);
}
