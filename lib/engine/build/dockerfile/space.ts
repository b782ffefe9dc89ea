const SPACE = /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** Go's unicode.IsSpace for one character. */
export function isSpace(character: string): boolean {
  return SPACE.test(character);
}

/** The text without the blanks at its beginning. */
export function trimLeft(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text.charAt(start))) start++;
  return text.slice(start);
}

/** The text without the blanks at both ends (Go's strings.TrimSpace). */
export function trim(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charAt(end - 1))) end--;
  return trimLeft(text.slice(0, end));
}
