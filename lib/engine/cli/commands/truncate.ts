/** Shortens a text to `length` characters, the last of them an ellipsis (docker/cli formatter Ellipsis). */
export function truncate(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  return `${characters.slice(0, length - 1).join('')}…`;
}

/** An image id as listings show it: without its algorithm, 12 digits. */
export function shortImageId(id: string): string {
  return id.replace('sha256:', '').slice(0, 12);
}
