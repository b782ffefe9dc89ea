/**
 * A template that is an item of a list, as a text of its own: without the dash and the indentation that came with it.
 * A text that is no item stays as it is.
 */
export function standAlone(source: string): string {
  const item = /^(\s*)-(\s+)/.exec(source);
  if (item === null) return source;
  const [dash, before = '', after = ''] = item;
  const indent = ' '.repeat(before.length + 1 + after.length);
  return source
    .slice(dash.length)
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

/** The same text under another `id`. */
export function withId(text: string, id: string): string {
  return text.replace(/^id:.*$/m, `id: ${id}`);
}
