/** How the simulation marks what gzip has packed: its two first bytes, and behind them what was packed. */
export const GZIP_MARK = '\u001f\u008b';

/** What a text is when what gzip did to it is undone. */
export function unzipped(text: string): string {
  return text.startsWith(GZIP_MARK) ? text.slice(GZIP_MARK.length) : text;
}
