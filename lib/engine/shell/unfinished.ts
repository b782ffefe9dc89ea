import type { ShellFlavour } from './flavour';
import { parseScript } from './parse';
import { isIncomplete } from './parse-error';

const MARK = 'END-OF-WHAT-WAS-TYPED';

/** Could more lines complete what was typed? An open quote or `for`, a line that ends in `\`, `|` or `&&`, a here-document: a shell then asks on with `> `. */
export function isUnfinished(text: string, flavour: ShellFlavour): boolean {
  const script = parseScript(text, flavour);
  if (!script.ok) return isIncomplete(script.error.error);
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(text)) return !lastLineIsComment(text);
  if (!hasHereDocument(text)) return false;
  // A line behind an open here-document is one of its lines, not a command.
  const more = parseScript(`${text}\n${MARK}`, flavour);
  return more.ok && more.value.items.length === script.value.items.length;
}

/** May a here-document be open? `<<<` begins none. */
export function hasHereDocument(text: string): boolean {
  return /(?:^|[^<])<<(?!<)/.test(text);
}

function lastLineIsComment(text: string): boolean {
  return /(?:^|\n)\s*#[^\n]*$/.test(text);
}
